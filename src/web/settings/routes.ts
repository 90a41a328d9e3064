import { z } from 'zod'
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

/** Shares are typed as per cent. */
const SettingsForm = z.strictObject({
  officeName: text(100),
  liftWorthHaving: wholeNumber(1, 200),
  exposureThreshold: wholeNumber(1, 100),
  toleranceMinutes: wholeNumber(0, 720),
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
  const { seen, liftWorthHaving, exposureThreshold, ...rest } = form.value
  const change = {
    ...rest,
    liftWorthHaving: liftWorthHaving / 100,
    exposureThreshold: exposureThreshold / 100,
  }
  await changeSettings(visit.app, visit.actor, { change, seen })
  redirect(visit, paths.settings, visit.words.system.settingsSaved)
}
