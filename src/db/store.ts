/** The one way to the data: a module per noun to read with, and `write` for a change as one whole transaction. */
import type { Kysely } from 'kysely'
import { analyses } from './analyses.js'
import { audienceHabits } from './audience-habits.js'
import { auditPacks } from './audit-packs.js'
import { apiTokens } from './api-tokens.js'
import { audit } from './audit.js'
import { broadcasts } from './broadcasts.js'
import { calendarFeeds } from './calendar-feeds.js'
import { campaigns } from './campaigns.js'
import { confirmations } from './confirmations.js'
import type { Connection } from './connection.js'
import { contacts } from './contacts.js'
import { districts } from './districts.js'
import { evidence } from './evidence.js'
import { evidenceAlarms } from './evidence-alarms.js'
import { fieldEvents } from './field-events.js'
import { forecasts } from './forecasts.js'
import { formDrafts } from './form-drafts.js'
import { holidays } from './holidays.js'
import { jobs } from './jobs.js'
import { links } from './links.js'
import { makegoods } from './makegoods.js'
import { materials } from './materials.js'
import { mediaOrders } from './media-orders.js'
import { messages } from './messages.js'
import { moreTime } from './more-time.js'
import { observations } from './observations.js'
import { outbox } from './outbox.js'
import { outletImports } from './outlet-imports.js'
import { outlets } from './outlets.js'
import { payments } from './payments.js'
import { periodLocks } from './period-locks.js'
import { rates } from './rates.js'
import { planMeasurements } from './plan-measurements.js'
import { registrationImports } from './registration-imports.js'
import { registrations } from './registrations.js'
import type { Schema } from './schema.js'
import { search } from './search.js'
import { sessions } from './sessions.js'
import { setUp } from './set-up.js'
import { settings } from './settings.js'
import { digestWishes } from './digest-wishes.js'
import { spikeNotes } from './spike-notes.js'
import { spikes } from './spikes.js'
import { stationLogs } from './station-logs.js'
import { streams } from './streams.js'
import { targets } from './targets.js'
import { users } from './users.js'
import { verifications } from './verifications.js'
import { waveDraws } from './wave-draws.js'
import { warningReasons } from './warning-reasons.js'

export type Nouns = ReturnType<typeof nouns>

export interface Store extends Nouns {
  /** Runs a change in one transaction: all of it is kept, or nothing. Inside, only the store it is given is used. */
  write<T>(change: (store: Store) => Promise<T>): Promise<T>
}

export function createStore({ reader, writer, writing }: Connection): Store {
  return {
    ...nouns(reader),
    write: change => writing.run(true, () => writer.transaction().execute(trx => change(within(trx)))),
  }
}

/** A store inside a transaction: a further `write` joins it. */
function within(trx: Kysely<Schema>): Store {
  const store: Store = { ...nouns(trx), write: change => change(store) }
  return store
}

function nouns(db: Kysely<Schema>) {
  return {
    analyses: analyses(db),
    audienceHabits: audienceHabits(db),
    auditPacks: auditPacks(db),
    apiTokens: apiTokens(db),
    audit: audit(db),
    broadcasts: broadcasts(db),
    calendarFeeds: calendarFeeds(db),
    campaigns: campaigns(db),
    confirmations: confirmations(db),
    contacts: contacts(db),
    districts: districts(db),
    evidence: evidence(db),
    evidenceAlarms: evidenceAlarms(db),
    fieldEvents: fieldEvents(db),
    forecasts: forecasts(db),
    formDrafts: formDrafts(db),
    holidays: holidays(db),
    jobs: jobs(db),
    links: links(db),
    makegoods: makegoods(db),
    materials: materials(db),
    mediaOrders: mediaOrders(db),
    messages: messages(db),
    moreTime: moreTime(db),
    observations: observations(db),
    outbox: outbox(db),
    outletImports: outletImports(db),
    outlets: outlets(db),
    payments: payments(db),
    periodLocks: periodLocks(db),
    rates: rates(db),
    planMeasurements: planMeasurements(db),
    registrationImports: registrationImports(db),
    registrations: registrations(db),
    search: search(db),
    sessions: sessions(db),
    setUp: setUp(db),
    settings: settings(db),
    digestWishes: digestWishes(db),
    spikeNotes: spikeNotes(db),
    spikes: spikes(db),
    stationLogs: stationLogs(db),
    streams: streams(db),
    targets: targets(db),
    users: users(db),
    verifications: verifications(db),
    waveDraws: waveDraws(db),
    warningReasons: warningReasons(db),
  }
}
