/** Media orders: drafted, approved by somebody else, sent, and what the outlets said to them. */
import type { Contact } from '../../../src/domain/contact.js'
import { linkIsOpen } from '../../../src/domain/link.js'
import { latestVersion } from '../../../src/domain/media-order.js'
import { addMinutes, type Day } from '../../../src/domain/time.js'
import { acceptOnBehalf } from '../../../src/operations/accept-on-behalf.js'
import { answerOrder, type OrderAnswer } from '../../../src/operations/answer-order.js'
import { cancelOrder } from '../../../src/operations/cancel-order.js'
import { approveOrder, submitOrder } from '../../../src/operations/decide-order.js'
import { draftOrder, reviseOrder, saveLine } from '../../../src/operations/draft-order.js'
import { sendOrder } from '../../../src/operations/send-order.js'
import { giveReasons, warningsOf } from '../../../src/operations/warn-of-order.js'
import { openRules, type WarningRule } from '../../../src/domain/order-warning.js'
import { linePlan, readLines } from './lines.js'
import { person, type PersonKey } from './people.js'
import { at, chance, minuteOfDay } from './season.js'
import { workdaysAfter, type Story } from './story.js'
import { readTable, type Row } from './tables.js'

type OrderRow = Row<'key' | 'campaign' | 'outlet' | 'by' | 'approver' | 'drafted' | 'answer' | 'reason'>

export function planOrders(story: Story): void {
  const rows = readTable<keyof OrderRow>(story.app.config.root, 'orders')
  for (const [index, row] of rows.entries()) planOrder(story, row, index)
  planRevision(story)
}

/** How far an order gets; each step takes place on the working day after the one before it. */
function planOrder(story: Story, row: OrderRow, index: number): void {
  const { app } = story
  const id = () => story.orders.get(row.key)!
  const planner = () => person(story, row.by as PersonKey)
  const day = (count: number) => workdaysAfter(story, row.drafted, count)
  const minute = String(10 + (index % 12) * 4)
  story.at(at(row.drafted, `09.${minute}`), () => draft(story, row))
  if (row.answer === 'draft') return
  story.at(at(row.drafted, `11.${minute}`), () => submitOrder(app, planner(), id()))
  if (row.answer === 'submitted') return
  story.at(at(day(1), `10.${minute}`), () =>
    approveOrder(app, person(story, row.approver as PersonKey), id()),
  )
  if (row.answer === 'unsent') return
  story.at(at(day(1), `14.${minute}`), () => send(story, row.by as PersonKey, id()))
  const answered = day(2 + chance('office', index).below(3))
  story.at(at(answered, `${10 + chance('office', index, 1).below(5)}.${minute}`), () => answer(story, row))
  if (row.answer === 'declined')
    story.at(at(workdaysAfter(story, answered, 1), '09.00'), () => giveUp(story, row))
}

async function draft(story: Story, row: OrderRow): Promise<void> {
  const planner = person(story, row.by as PersonKey)
  const campaign = story.campaigns.get(row.campaign)!
  const outlet = story.outlets.get(row.outlet)!
  const { id } = await draftOrder(story.app, planner, campaign.id, outlet.id)
  story.orders.set(row.key, id)
  for (const line of readLines(story.app.config.root).filter(({ order }) => order === row.key))
    await saveLine(story.app, planner, id, linePlan(story, line))
}

/** What the season's planners wrote where an order was sent in spite of a warning. */
const reasons: Partial<Record<WarningRule, string>> = {
  'same-break': 'Stasiun memastikan kedua siaran jatuh pada jeda yang berbeda.',
  'prayer-time': 'Disepakati dengan stasiun: diputar sesudah azan.',
  ramadan: 'Spot disisipkan pada jeda acara Ramadan stasiun.',
  'budget-exceeded': 'Kelebihan ditutup dari pos sosialisasi triwulan berikutnya.',
  'district-uncovered': 'Wilayah ini dijangkau lewat kegiatan lapangan; order media lain menyusul.',
}

async function send(story: Story, by: PersonKey, id: string): Promise<void> {
  const { app } = story
  const planner = person(story, by)
  const order = (await app.store.mediaOrders.find(id))!
  const { warnings, reasons: given } = await warningsOf(app, app.store, order)
  const open = openRules(warnings, given)
  const written = open.map(rule => [rule, reasons[rule] ?? 'Disetujui kepala cabang.'] as const)
  if (open.length > 0) await giveReasons(app, planner, id, new Map(written))
  await sendOrder(app, planner, id)
}

async function answer(story: Story, { key, by, answer: how, reason }: OrderRow): Promise<void> {
  const id = story.orders.get(key)!
  if (how === 'none') return
  const staff = person(story, by as PersonKey)
  if (how === 'on-behalf') return acceptOnBehalf(story.app, staff, id, { how })
  if (how === 'paper') return acceptOnBehalf(story.app, staff, id, { how, upload: signedPaper() })
  return answerByLink(story, id, how === 'link' ? { answer: 'accept' } : { answer: 'decline', reason })
}

/** A page that says it was signed: as much as an invented outlet can sign. */
function signedPaper() {
  const text = '%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n'
  const pages = '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n'
  const page =
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj\ntrailer <</Root 1 0 R>>\n'
  return { name: 'surat-bertanda-tangan.pdf', bytes: Buffer.from(`${text}${pages}${page}%%EOF\n`) }
}

async function answerByLink({ app }: Story, orderId: string, given: OrderAnswer): Promise<void> {
  const links = await app.store.links.listOfOrder(orderId)
  const link = links.findLast(found => linkIsOpen(found, app.clock.now()))!
  const { id, name }: Contact = (await app.store.contacts.find(link.contactId!))!
  await answerOrder(app, { kind: 'contact', id, name, linkId: link.id }, link, given)
}

/** An order that the outlet declined is cancelled, and with it what it would have run. */
async function giveUp(story: Story, { key, by, reason }: OrderRow): Promise<void> {
  await cancelOrder(story.app, person(story, by as PersonKey), story.orders.get(key)!, reason)
}

const revision = {
  order: 'mandiri-semaka',
  day: '2011-05-19' as Day,
  reason: 'Siaran langsung musyawarah nelayan sampai pukul 07.00; spot pagi digeser.',
  from: '07.00',
  to: '10.00',
}

/** In the middle of the flight the morning daypart moves: a second version, approved, sent and accepted again. */
function planRevision(story: Story): void {
  const { app } = story
  const id = () => story.orders.get(revision.order)!
  const begins = at(revision.day, '09.20')
  story.at(begins, () => revise(story, id()))
  story.at(addMinutes(begins, 25), () => submitOrder(app, person(story, 'rizky'), id()))
  story.at(addMinutes(begins, 190), () => approveOrder(app, person(story, 'bambang'), id()))
  story.at(addMinutes(begins, 220), () => send(story, 'rizky', id()))
  story.at(addMinutes(begins, 400), () => answerByLink(story, id(), { answer: 'accept' }))
}

async function revise(story: Story, id: string): Promise<void> {
  const planner = person(story, 'rizky')
  await reviseOrder(story.app, planner, id, { reason: revision.reason })
  const order = (await story.app.store.mediaOrders.find(id))!
  const { id: _, position: __, ...line } = latestVersion(order).lines[0]!
  const daypart = { fromMinute: minuteOfDay(revision.from), toMinute: minuteOfDay(revision.to) }
  await saveLine(story.app, planner, id, { ...line, ...daypart })
}
