import { materialLanguages } from '../../domain/material.js'
import { media } from '../../domain/outlet.js'
import type { Settings } from '../../domain/settings.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormBuilder,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { FactsModel, PageHeadModel } from '../components/registry.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface SettingsPage extends Page {
  head: PageHeadModel
  summary: SummaryModel
  action: string
  /** The settings as they were when the page was made. */
  seen: string
  groups: { heading: string; fields: FieldModel[] }[]
  button: string
  installationTitle: string
  installationHint: string
  installation: FactsModel
}

export interface SettingsViews {
  'settings/show': SettingsPage
}

export interface SettingsFacts {
  settings: Settings
  seen: string
  installation: { zone: string; address: string; sendsMail: boolean }
  state?: FormState
}

export function settingsPage(
  words: Words,
  { settings, seen, installation, state = freshForm }: SettingsFacts,
): SettingsPage {
  const t = words.system
  const form = formBuilder(words, state)
  return {
    title: t.settingsTitle,
    trail: [],
    head: { title: t.settingsTitle, lede: t.settingsLead, tag: null, updated: '', links: [], actions: [] },
    action: paths.settings,
    seen,
    groups: groupsOf(words, form, settings),
    summary: form.summary,
    button: words.common.save,
    installationTitle: t.settingsInstallation,
    installationHint: t.settingsInstallationHint,
    installation: {
      facts: [
        { label: t.settingsZone, value: installation.zone },
        { label: t.settingsAddress, value: installation.address },
        { label: t.settingsMail, value: installation.sendsMail ? t.settingsMailOn : t.settingsMailOff },
      ],
    },
  }
}

function groupsOf(
  { accounts, materials, mediumNames, system: t }: Words,
  form: FormBuilder,
  settings: Settings,
): SettingsPage['groups'] {
  const number = (name: string, label: string, more: { value: number; hint?: string }) =>
    form.input(name, label, {
      value: String(more.value),
      ...(more.hint ? { hint: more.hint } : {}),
      inputmode: 'numeric',
      width: 'narrow',
    })
  const percent = (share: number) => Math.round(share * 100)
  return [
    {
      heading: t.settingsOffice,
      fields: [form.input('officeName', accounts.officeName, { value: settings.officeName })],
    },
    {
      heading: t.settingsJudgement,
      fields: [
        number('liftWorthHaving', t.liftWorthHaving, {
          value: percent(settings.liftWorthHaving),
          hint: t.liftWorthHavingHint,
        }),
        number('exposureThreshold', t.exposureThreshold, {
          value: percent(settings.exposureThreshold),
          hint: t.exposureThresholdHint,
        }),
      ],
    },
    {
      heading: t.settingsDelivery,
      fields: [
        number('toleranceMinutes', t.toleranceMinutes, {
          value: settings.toleranceMinutes,
          hint: t.toleranceMinutesHint,
        }),
      ],
    },
    {
      heading: t.settingsReading,
      fields: materialLanguages.map(key =>
        number(`words-${key}`, materials.languages[key], { value: settings.wordsPerMinute[key] }),
      ),
    },
    {
      heading: t.settingsLeadDays,
      fields: media.map(key =>
        number(`lead-${key}`, mediumNames[key], { value: settings.materialLeadDays[key] }),
      ),
    },
  ]
}
