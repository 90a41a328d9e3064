import { z } from 'zod'
import { materialLanguages } from '../../domain/material.js'
import { media } from '../../domain/outlet.js'
import { changeSettings, settingsSeen } from '../../operations/change-settings.js'
import type { FormState } from '../../views/components/fields.js'
import { paths } from '../../views/paths.js'
import { settingsPage } from '../../views/settings/pages.js'
import { text, wholeNumber } from '../form-fields.js'
import { readForm } from '../read-form.js'
import { redirect, show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'

export const settingsRoutes: Route[] = [
  { method: 'get', path: '/settings', access: 'keepSettings', handle: visit => showSettings(visit) },
  { method: 'post', path: '/settings', access: 'keepSettings', handle: saveSettings },
]

const wordsLimits = { least: 40, most: 400 }
const leadLimits = { least: 0, most: 60 }

/** One number for each of a group, as `words-id`. */
function fieldsOf<Group extends string, Key extends string>(
  group: Group,
  keys: readonly Key[],
  { least, most }: { least: number; most: number },
) {
  const fields = keys.map(key => [`${group}-${key}`, wholeNumber(least, most)])
  return Object.fromEntries(fields) as Record<`${Group}-${Key}`, ReturnType<typeof wholeNumber>>
}

/** Shares are typed as per cent. */
const SettingsForm = z.strictObject({
  officeName: text(100),
  liftWorthHaving: wholeNumber(1, 200),
  exposureThreshold: wholeNumber(1, 100),
  toleranceMinutes: wholeNumber(0, 720),
  ...fieldsOf('words', materialLanguages, wordsLimits),
  ...fieldsOf('lead', media, leadLimits),
  seen: z.string().max(2000).default(''),
})

async function showSettings(visit: StaffVisit, state?: FormState): Promise<void> {
  const { app, words } = visit
  const settings = await app.store.settings.all()
  const installation = {
    zone: app.clock.zone,
    address: app.url(''),
    sendsMail: app.config.smtpUrl !== undefined,
  }
  const seen = String(state?.typed['seen'] ?? settingsSeen(settings))
  const facts = { settings, seen, installation }
  show(visit, 'settings/show', settingsPage(words, state ? { ...facts, state } : facts), state ? 422 : 200)
}

async function saveSettings(visit: StaffVisit): Promise<void> {
  const form = readForm(visit, SettingsForm)
  if (!form.ok) return showSettings(visit, form)
  const { seen, officeName, toleranceMinutes, liftWorthHaving, exposureThreshold } = form.value
  const change = {
    officeName,
    toleranceMinutes,
    wordsPerMinute: groupOf(materialLanguages, key => form.value[`words-${key}`]),
    materialLeadDays: groupOf(media, key => form.value[`lead-${key}`]),
    liftWorthHaving: liftWorthHaving / 100,
    exposureThreshold: exposureThreshold / 100,
  }
  await changeSettings(visit.app, visit.actor, { change, seen })
  redirect(visit, paths.settings, visit.words.system.settingsSaved)
}

function groupOf<Key extends string>(keys: readonly Key[], of: (key: Key) => number): Record<Key, number> {
  return Object.fromEntries(keys.map(key => [key, of(key)])) as Record<Key, number>
}
