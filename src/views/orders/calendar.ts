import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { BroadcastState } from '../../domain/broadcast.js'
import type { MediaOrder } from '../../domain/media-order.js'
import { instantAt } from '../../domain/time.js'

/** The schedule as a calendar file: the same UID in every version, so that a calendar updates what it has. */
export function orderCalendar(
  order: MediaOrder,
  broadcasts: readonly BroadcastState[],
  given: { outletName: string; zone: string },
): string {
  const calendar = ical({
    name: `${order.number} ${given.outletName}`,
    prodId: { company: 'gaung', product: 'gaung', language: 'ID' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const broadcast of broadcasts) {
    calendar.createEvent({
      id: `${broadcast.id}@gaung`,
      sequence: broadcast.lastVersion,
      stamp: instantAt(broadcast.day, 0, given.zone),
      start: instantAt(broadcast.day, broadcast.fromMinute, given.zone),
      end: instantAt(broadcast.day, broadcast.toMinute, given.zone),
      summary: `${broadcast.materialCode} ${broadcast.materialTitle}`,
      location: given.outletName,
      description: broadcast.campaignName,
      status: broadcast.withdrawnAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
