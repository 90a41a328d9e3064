/** What of orders waits for a person, and which of them are at risk. */
import { may, mayApproveWorkOf } from './access.js'
import type { DeskFacts, Task, TaskKind } from './desk.js'
import { firstRuns, isPastDeadline, materialDeadline } from './material-deadline.js'
import type { Material } from './material.js'
import { latestVersion, orderStatus, type MediaOrder } from './media-order.js'
import type { Day } from './time.js'

export function orderTasks(facts: DeskFacts): Task[] {
  return facts.orders.flatMap(order => {
    const kind = orderTask(facts.reader, order)
    return kind ? [taskOf(kind, order, facts)] : []
  })
}

function orderTask(reader: DeskFacts['reader'], order: MediaOrder): TaskKind | undefined {
  const sends = may(reader.role, 'sendOrders')
  const { authors } = latestVersion(order)
  switch (orderStatus(order)) {
    case 'returned':
      return authors.includes(reader.id) ? 'order-returned' : undefined
    case 'submitted': {
      const decides = may(reader.role, 'approveOrders') && mayApproveWorkOf(authors, reader.id).ok
      return decides ? 'order-decide' : undefined
    }
    case 'approved':
      return sends ? 'order-send' : undefined
    case 'sent':
      return sends ? 'order-unanswered' : undefined
    case 'answered':
      return sends ? 'order-answered' : undefined
    case 'declined':
      return sends ? 'order-declined' : undefined
    default:
      return undefined
  }
}

/** Orders with a run ahead whose material is unchecked past its deadline, or was withdrawn. */
export function riskTasks(facts: DeskFacts): Task[] {
  if (!may(facts.reader.role, 'planCampaigns')) return []
  const unfit = new Map(facts.materials.map(material => [material.id, material]))
  return facts.orders
    .filter(order => orderStatus(order) !== 'declined' && isAtRisk(order, unfit, facts))
    .map(order => taskOf('order-at-risk', order, facts))
}

function isAtRisk(
  order: MediaOrder,
  unfit: ReadonlyMap<string, Material>,
  { today, deadlines, holidays }: DeskFacts,
): boolean {
  return [...comingRuns(order, today, holidays)].some(([id, day]) => {
    const material = unfit.get(id)
    if (!material) return false
    return (
      material.retiredAt !== null || isPastDeadline(materialDeadline(deadlines, material.medium, day), today)
    )
  })
}

/** The first run ahead of each material of an order. */
function comingRuns(order: MediaOrder, today: Day, holidays: ReadonlySet<Day>): Map<string, Day> {
  const lines = latestVersion(order).lines.filter(line => line.lastDay >= today)
  const ahead = lines.map(line => (line.firstDay < today ? { ...line, firstDay: today } : line))
  return firstRuns(ahead, holidays)
}

function taskOf(kind: TaskKind, { id, number, outletId }: MediaOrder, { outlets }: DeskFacts): Task {
  return { kind, subjectId: id, name: `${number} ${outlets.get(outletId)?.name ?? ''}`, count: 0 }
}
