/** What waits for a person: one kind of task, what it is about, and since when. Nothing that is not theirs to do. */
import { may, mayApproveWorkOf, type Role } from './access.js'
import type { BroadcastState } from './broadcast.js'
import { campaignStatus, type Campaign } from './campaign.js'
import { orderTasks, riskTasks } from './desk-orders.js'
import { messageTasks, silentTasks } from './desk-plans.js'
import { missTasks, moreTimeTasks, runTasks } from './desk-runs.js'
import type { District } from './district.js'
import type { Makegood } from './makegood.js'
import { firstRuns, isPastDeadline, materialDeadline, type DeadlineRule } from './material-deadline.js'
import { materialStatus, type Material } from './material.js'
import { latestVersion, type MediaOrder } from './media-order.js'
import type { Message } from './message.js'
import type { MoreTime } from './more-time.js'
import type { Coverage, Outlet } from './outlet.js'
import type { Day, Instant } from './time.js'

/** In the order they are shown: what presses most first. */
export const taskKinds = [
  'order-at-risk',
  'order-declined',
  'order-answered',
  'makegood-decide',
  'campaign-returned',
  'order-returned',
  'material-returned',
  'message-returned',
  'campaign-decide',
  'order-decide',
  'material-check',
  'message-decide',
  'order-send',
  'order-unanswered',
  'district-silent',
  'answers-overdue',
  'more-time',
  'miss-open',
  'proofs-alike',
  'contact-stale',
  'answers-waiting',
] as const
export type TaskKind = (typeof taskKinds)[number]

export interface Task {
  kind: TaskKind
  subjectId: string
  name: string
  /** How many broadcasts it is about, where it is about broadcasts. */
  count: number
  /** Who asked for more time, and until when. */
  asked?: { by: string; untilDay: Day }
  /** By when it is to be done, where there is such a day, and whether that has gone by. */
  due?: { day: Day; isPast: boolean }
  /** The districts it is about. */
  districts?: string[]
}

export interface DeskFacts {
  reader: { id: string; role: Role }
  today: Day
  now: Instant
  /** Those that are not over: undecided, or with days ahead. */
  campaigns: readonly Campaign[]
  /** Those that may not run: nobody has checked them, or they are withdrawn. */
  materials: readonly Material[]
  /** Those that wait or were returned. */
  messages: readonly Message[]
  deadlines: DeadlineRule
  holidays: ReadonlySet<Day>
  /** Those that stand and are not accepted yet, or have days ahead. */
  orders: readonly MediaOrder[]
  outlets: ReadonlyMap<string, Outlet>
  /** Past broadcasts that nobody has judged. */
  broadcasts: readonly BroadcastState[]
  /** Broadcasts that did not run, in orders that are not closed, with every attempt to remedy them. */
  misses: readonly BroadcastState[]
  attempts: ReadonlyMap<string, Makegood[]>
  /** Which campaign is heard from which outlet in the coming week. */
  onAir: readonly { campaignId: string; outletId: string }[]
  coverage: readonly Coverage[]
  threshold: number
  districts: readonly District[]
  /** Proofs that look like another order's, and that nobody has looked at. */
  openAlarms: number
  /** What contacts asked for, once for each outlet they serve. */
  moreTime: readonly (MoreTime & { outletId: string; contactName: string })[]
  /** Contacts whose mail comes back. */
  staleContacts: readonly { id: string; name: string }[]
}

export function deskTasks(facts: DeskFacts): Task[] {
  return [
    ...campaignTasks(facts),
    ...messageTasks(facts),
    ...materialTasks(facts),
    ...riskTasks(facts),
    ...orderTasks(facts),
    ...silentTasks(facts),
    ...missTasks(facts),
    ...runTasks(facts),
    ...moreTimeTasks(facts),
    ...contactTasks(facts),
  ]
}

/** Outlets that asked for more time, as long as it runs and something is open. */
function contactTasks({ reader, staleContacts }: DeskFacts): Task[] {
  if (!may(reader.role, 'keepOutlets')) return []
  return staleContacts.map(({ id, name }) => ({ kind: 'contact-stale', subjectId: id, name, count: 0 }))
}

function campaignTasks({ reader, today, campaigns }: DeskFacts): Task[] {
  return campaigns.flatMap(campaign => {
    const status = campaignStatus(campaign, today)
    const task = (kind: TaskKind): Task[] => [{ kind, subjectId: campaign.id, name: campaign.name, count: 0 }]
    const isTheirs = campaign.authors.includes(reader.id)
    if (status === 'returned' && isTheirs) return task('campaign-returned')
    const decides = may(reader.role, 'approveCampaigns') && mayApproveWorkOf(campaign.authors, reader.id).ok
    return status === 'submitted' && decides ? task('campaign-decide') : []
  })
}

/** What is to be checked soonest comes first; what no order runs yet has no hurry. */
function materialTasks({ reader, today, materials, orders, holidays, deadlines }: DeskFacts): Task[] {
  const first = firstRuns(
    orders.flatMap(order => latestVersion(order).lines),
    holidays,
  )
  const tasks = materials.flatMap((material): Task[] => {
    const kind = materialTask(reader, material)
    if (!kind) return []
    const firstRun = first.get(material.id)
    const day = firstRun && materialDeadline(deadlines, material.medium, firstRun)
    const { id: subjectId, code, title } = material
    const due = day ? { due: { day, isPast: isPastDeadline(day, today) } } : {}
    return [{ kind, subjectId, name: `${code} ${title}`, count: 0, ...due }]
  })
  return tasks.toSorted((a, b) => ((a.due?.day ?? '9') < (b.due?.day ?? '9') ? -1 : 1))
}

function materialTask(reader: DeskFacts['reader'], material: Material): TaskKind | undefined {
  const isTheirs = material.authors.includes(reader.id)
  const status = materialStatus(material)
  if (status === 'returned' && isTheirs) return 'material-returned'
  const checks = may(reader.role, 'checkMaterials') && !isTheirs
  return status === 'unchecked' && checks ? 'material-check' : undefined
}
