/** A complete season, told through the operations of the application by invented people at invented moments. */
import type { App, Store } from '../../../src/app.js'
import { judgeCampaigns } from '../../../src/operations/judge-campaign.js'
import { makeLink } from '../../../src/operations/make-link.js'
import { monthOf, type Month } from '../../../src/domain/time.js'
import type { standingClock } from '../../../src/domain/time.js'
import { planCampaigns } from './campaigns.js'
import { planDesk } from './desk.js'
import { planChasing } from './chasing.js'
import { planEvents } from './events.js'
import { planMakegoods } from './makegoods.js'
import { planMaterials } from './materials.js'
import { planObservations } from './observations.js'
import { planPayments } from './payments.js'
import { planOrders } from './orders.js'
import { planContacts, planOutlets } from './outlets.js'
import { planPeople, type PersonKey } from './people.js'
import { planRegistrations } from './registrations/known.js'
import { at, season } from './season.js'
import { createDiary, today, type Diary, type Story } from './story.js'
import { planTargets } from './targets.js'
import { planWeeks } from './weeks.js'

/** Ids of the links by which the demo is entered. */
export type SeasonLinks = Record<(typeof groups)[number][0] | 'partner', string>

export interface Telling {
  app: App
  clock: ReturnType<typeof standingClock>
  /** Delivers what waits in the outbox, with the application it is given. */
  deliver: (app: App) => Promise<unknown>
  progress: (month: Month) => void
}

/** Everything happens in one transaction: a season that was interrupted was never begun. */
export function tellSeason(telling: Telling): Promise<SeasonLinks> {
  return telling.app.store.write(async store => {
    const diary = createDiary()
    const story = await beginStory({ ...telling.app, store, wake: () => {}, passwords: noPasswords }, diary)
    writeDiary(story)
    await live(story, diary, telling)
    telling.clock.set(at(season.today, season.opensAt))
    return makeLinks(story)
  })
}

async function beginStory(app: App, diary: Diary): Promise<Story> {
  return {
    app,
    users: new Map(),
    outlets: new Map(),
    contacts: new Map(),
    campaigns: new Map(),
    materials: new Map(),
    orders: new Map(),
    holidays: await app.store.holidays.between(season.historyFrom, `${season.year + 1}-01-31`),
    ramadans: await app.store.holidays.ramadans(),
    at: diary.write,
  }
}

function writeDiary(story: Story): void {
  planPeople(story)
  planOutlets(story)
  planContacts(story)
  planTargets(story)
  planCampaigns(story)
  planMaterials(story)
  planOrders(story)
  planWeeks(story)
  planMakegoods(story)
  planObservations(story)
  planDesk(story)
  planPayments(story)
  planChasing(story)
  planEvents(story)
  planRegistrations(story)
  for (const day of judgedOn) story.at(at(day, '02.00'), () => judgeCampaigns(story.app))
}

/** Nights on which a flight and what was known of it had come to an end. */
const judgedOn = ['2011-04-05', '2011-05-03', '2011-06-28', '2011-08-23', '2011-11-08']

async function live(story: Story, diary: Diary, { clock, deliver, progress }: Telling): Promise<void> {
  let month = ''
  for (let next = diary.next(); next; next = diary.next()) {
    if (next.at > at(season.today, season.opensAt)) continue
    clock.set(next.at)
    if (monthOf(today(story)) !== month) progress((month = monthOf(today(story))))
    await next.event()
    await deliver(story.app)
  }
}

/** A hash of the right shape that nothing matches: the demo is entered through links. */
const noPasswords: App['passwords'] = {
  hash: async () => `$argon2id$v=19$m=19456,t=2,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`,
  matches: async () => false,
}

const groups = [
  ['planner', 'dewi'],
  ['manager', 'bambang'],
  ['admin', 'yuli'],
  ['auditor', 'tri'],
] as const satisfies readonly (readonly [string, PersonKey])[]

/** Serves two outlets, and has a week to answer for. */
const partner = { contact: 'wayan', week: '2011-11-07' }

async function makeLinks({ app, users, contacts }: Story): Promise<SeasonLinks> {
  const links: Partial<SeasonLinks> = {}
  for (const [group, key] of groups)
    links[group] = (await makeLink(app, app.store, 'sign-in', { userId: users.get(key)!.id })).id
  links.partner = await partnerLink(app.store, contacts.get(partner.contact)!.id)
  return links as SeasonLinks
}

async function partnerLink(store: Store, contactId: string): Promise<string> {
  return (await store.links.findWeek(contactId, partner.week))!.id
}
