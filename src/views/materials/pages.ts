import { media } from '../../domain/outlet.js'
import type { Campaign } from '../../domain/campaign.js'
import { materialStatus, readingSeconds, type Material, type MaterialStatus } from '../../domain/material.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { Formats } from '../formats.js'
import type { Page, Tag } from '../page.js'
import { paths } from '../paths.js'
import { campaignTrail } from '../campaigns/head.js'

export interface MaterialPage extends Page {
  code: string
  status: Tag
  remark: string
  facts: { facts: { label: string; value: string }[] }
  scriptTitle: string
  script: string
  readingTime: string
  edit: { label: string; href: string } | null
  check: {
    lede: string
    action: string
    label: string
    returnAction: string
    returnLabel: string
    reasonLabel: string
  } | null
  waiting: string
}

export interface MaterialViews {
  'materials/show': MaterialPage
}

const tones: Record<MaterialStatus, Tag['tone']> = {
  unchecked: 'wait',
  returned: 'bad',
  checked: 'good',
  retired: 'plain',
}

export function materialTag(words: Words, material: Material): Tag {
  const status = materialStatus(material)
  return { label: words.materials.statusNames[status], tone: tones[status] }
}

export function materialPage(
  words: Words,
  formats: Formats,
  given: { material: Material; campaign: Campaign; mayEdit: boolean; mayCheck: boolean; isOwn: boolean },
): MaterialPage {
  const t = words.materials
  const { material } = given
  const status = materialStatus(material)
  const waits = status === 'unchecked'
  return {
    title: material.title,
    trail: campaignTrail(words, given.campaign),
    code: material.code,
    status: materialTag(words, material),
    remark: material.returnReason ?? '',
    facts: {
      facts: [
        { label: t.medium, value: words.mediumNames[material.medium] },
        {
          label: t.language,
          value: t.languages[material.language as keyof typeof t.languages] ?? material.language,
        },
        {
          label: t.seconds,
          value: material.seconds === null ? '–' : t.lengthIs(formats.number(material.seconds)),
        },
      ],
    },
    scriptTitle: t.script,
    script: material.script,
    readingTime: t.readingTime(formats.number(readingSeconds(material.script))),
    edit:
      given.mayEdit && (waits || status === 'returned')
        ? { label: words.common.edit, href: `${paths.material(material.id)}/edit` }
        : null,
    check: waits && given.mayCheck && !given.isOwn ? checkForm(words, material) : null,
    waiting: waits && given.isOwn ? t.ownWork : '',
  }
}

function checkForm(words: Words, material: Material): MaterialPage['check'] {
  const t = words.materials
  return {
    lede: t.checkLead,
    action: paths.materialCheck(material.id),
    label: t.check,
    returnAction: paths.materialReturn(material.id),
    returnLabel: t.returnIt,
    reasonLabel: t.returnReason,
  }
}

export function materialFormPage(
  words: Words,
  given: { campaign: Campaign; material: Material | undefined },
  state: FormState = freshForm,
): FormPageModel {
  const t = words.materials
  const { campaign, material } = given
  const form = formBuilder(words, state)
  const languages = Object.entries(t.languages)
  return formPage({
    title: material ? material.title : t.add,
    trail: campaignTrail(words, campaign),
    summary: form.summary,
    action: material ? `${paths.material(material.id)}/edit` : paths.newMaterial(campaign.id),
    hidden: material ? [['version', String(material.version)]] : [],
    parts: [
      field(form.input('title', t.title, { value: material?.title ?? '' })),
      row(
        form.select(
          'medium',
          t.medium,
          media.map(medium => [medium, words.mediumNames[medium]] as const),
          { value: material?.medium ?? 'radio' },
        ),
        form.select('language', t.language, languages, { value: material?.language ?? 'id' }),
        form.input('seconds', t.seconds, {
          value: material?.seconds ? String(material.seconds) : '',
          optional: true,
          inputmode: 'numeric',
          width: 'narrow',
        }),
      ),
      field(
        form.input('script', t.script, {
          kind: 'textarea',
          rows: 8,
          value: material?.script ?? '',
          hint: t.scriptHint,
        }),
      ),
    ],
    button: words.common.save,
    cancel: {
      label: words.common.back,
      href: material ? paths.material(material.id) : paths.campaign(campaign.id),
    },
  })
}
