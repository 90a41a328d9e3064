/** Missed runs made good: offered by the outlet, then taken, turned down, credited, waived, or still waiting. */
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import type { Campaign } from '../../../src/domain/campaign.js'
import { undecided } from '../../../src/domain/makegood.js'
import { addMinutes, type Instant } from '../../../src/domain/time.js'
import { record } from '../../../src/operations/record.js'
import { person, type PersonKey } from './people.js'
import { at } from './season.js'
import { workdaysAfter, type Story } from './story.js'
import { readTable, type Row } from './tables.js'

type MakegoodRow = Row<'campaign' | 'day' | 'outcome' | 'replacement' | 'reason'>
type Outcome = 'accepted' | 'declined' | 'waived' | 'credited'

interface Offer {
  missed: BroadcastState
  row: MakegoodRow
  campaign: Campaign
  contactId: string
  offeredAt: Instant
}

const daysToDecide = 7

export function planMakegoods(story: Story): void {
  const offered = new Set<string>()
  for (const row of readTable<keyof MakegoodRow>(story.app.config.root, 'makegoods'))
    story.at(at(row.day, '10.40'), () => offer(story, row, offered))
}

/** The outlet that missed a run offers another; the first miss that nothing has been offered for. */
async function offer(story: Story, row: MakegoodRow, offered: Set<string>): Promise<void> {
  const { app } = story
  const campaign = story.campaigns.get(row.campaign)!
  const missed = (await app.store.broadcasts.listStates({ campaignId: campaign.id, to: row.day })).find(
    ({ id, answer, medium }) => answer === 'did-not-run' && medium !== 'online' && !offered.has(id),
  )
  if (!missed) throw new Error(`${row.campaign}: nothing was missed before ${row.day}`)
  offered.add(missed.id)
  const given = (await app.store.confirmations.current([missed.id])).get(missed.id)!
  const { id: contactId, name } = (await app.store.contacts.find(given.givenByContact!))!
  await record(
    app,
    app.store,
    { kind: 'contact', id: contactId, name, linkId: given.linkId! },
    {
      action: 'makegood-offered',
      subject: ['broadcast', missed.id],
      after: { day: row.replacement || null },
    },
  )
  const open = { missed, row, campaign, contactId, offeredAt: app.clock.now() }
  if (row.outcome === 'offered') return insert(story, open, {})
  story.at(at(workdaysAfter(story, row.day, 1), '11.20'), () => decide(story, open))
}

async function decide(story: Story, offer: Offer): Promise<void> {
  const { app } = story
  const at = app.clock.now()
  const key = [...story.users].find(([, { id }]) => id === offer.campaign.ownerId)![0]
  const staff = person(story, key as PersonKey)
  const { reason, outcome } = offer.row
  const moves: Record<Outcome, () => Promise<object>> = {
    accepted: async () => ({
      acceptedAt: at,
      acceptedBy: staff.id,
      replacementId: await replace(story, offer),
    }),
    declined: async () => ({ declinedAt: at, declinedBy: staff.id, declineReason: reason }),
    waived: async () => ({ waivedAt: at, waivedBy: staff.id, waiveReason: reason }),
    credited: async () => ({ creditedAt: at, creditedBy: staff.id, creditRupiah: offer.missed.rupiah }),
  }
  const change = await moves[outcome as Outcome]()
  await insert(story, offer, change)
  await record(app, app.store, staff, {
    action: `makegood-${outcome}`,
    subject: ['broadcast', offer.missed.id],
    after: { ...change },
  })
}

/** The same line on another day: a run of its own, with an id of its own. */
async function replace({ app }: Story, { missed, row }: Offer): Promise<string> {
  const planned = await app.store.broadcasts.listOfOrder(missed.orderId)
  const sameSlot = planned.filter(({ lineKey, day }) => lineKey === missed.lineKey && day === row.replacement)
  const original = planned.find(({ id }) => id === missed.id)!
  const id = app.newId()
  const ordinal = Math.max(0, ...sameSlot.map(other => other.ordinal)) + 1
  await app.store.broadcasts.insert([
    { ...original, id, day: row.replacement, ordinal, replacesId: missed.id },
  ])
  return id
}

async function insert({ app }: Story, offer: Offer, decided: object): Promise<void> {
  const { missed, row, contactId, offeredAt } = offer
  const slot = row.replacement
    ? {
        day: row.replacement,
        fromMinute: missed.fromMinute,
        toMinute: missed.toMinute,
        expiresAt: addMinutes(offeredAt, daysToDecide * 24 * 60),
      }
    : {}
  await app.store.makegoods.insert({
    id: app.newId(),
    missedId: missed.id,
    offeredByContact: contactId,
    offeredByUser: null,
    offeredAt,
    ...undecided,
    ...slot,
    ...decided,
  })
}
