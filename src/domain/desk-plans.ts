/** What of plans waits for a person: claims to decide about, and orders whose material is late. */
import { may, mayApproveWorkOf } from './access.js'
import type { DeskFacts, Task } from './desk.js'
import { latestVersion, orderStatus } from './media-order.js'
import { messageStatus } from './message.js'
import { workingDaysBefore } from './working-days.js'

export function messageTasks({ reader, messages }: Pick<DeskFacts, 'reader' | 'messages'>): Task[] {
  if (!may(reader.role, 'approveMessages')) return []
  const waiting = messages.filter(
    message => messageStatus(message) === 'proposed' && mayApproveWorkOf(message.authors, reader.id).ok,
  )
  return waiting.map(({ id, titleId }) => ({
    kind: 'message-decide',
    subjectId: id,
    name: titleId,
    count: 0,
  }))
}

/** Material is due at the outlet this many working days before its first run. */
export const materialLeadDays = 3

/** Orders with a run ahead whose material nobody has checked, though by now the outlet should have it. */
export function riskTasks({ reader, today, orders, materials, outlets, daysOff }: DeskFacts): Task[] {
  if (!may(reader.role, 'planCampaigns')) return []
  const unchecked = new Set(materials.map(material => material.id))
  const isLate = (firstDay: string) =>
    firstDay >= today && workingDaysBefore(firstDay, materialLeadDays, daysOff) <= today
  const late = orders.filter(
    order =>
      !['cancelled', 'closed', 'declined'].includes(orderStatus(order)) &&
      latestVersion(order).lines.some(
        line => isLate(line.firstDay) && line.materials.some(({ materialId }) => unchecked.has(materialId)),
      ),
  )
  return late.map(({ id, number, outletId }) => ({
    kind: 'order-at-risk',
    subjectId: id,
    name: `${number} ${outlets.get(outletId)?.name ?? ''}`,
    count: 0,
  }))
}
