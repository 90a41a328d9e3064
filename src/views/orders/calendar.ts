import ical, { ICalCalendarMethod, ICalEventStatus, type ICalCalendar } from 'ical-generator'
import type { BroadcastState } from '../../domain/broadcast.js'
import type { MediaOrder } from '../../domain/media-order.js'
import { instantAt } from '../../domain/time.js'

interface Given {
  outletName: string
  zone: string
}

/**
 * The schedule as a calendar file. A broadcast has one UID for life and a SEQUENCE that rises with every change, so
 * that a calendar updates what it has; of a cancelled order the file takes everything back.
 */
export function orderCalendar(
  order: MediaOrder,
  broadcasts: readonly BroadcastState[],
  given: Given,
): string {
  const isCancelled = order.cancelledAt !== null
  const calendar = emptyCalendar(`${order.number} ${given.outletName}`)
  calendar.method(isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH)
  const shown = isCancelled ? broadcasts.filter(broadcast => broadcast.withdrawnAt) : broadcasts
  addBroadcasts(calendar, shown, given.zone)
  return calendar.toString()
}

/** What a calendar program subscribes to. */
export function feedCalendar(name: string, broadcasts: readonly BroadcastState[], zone: string): string {
  const calendar = emptyCalendar(name)
  calendar.method(ICalCalendarMethod.PUBLISH).ttl(3600)
  addBroadcasts(calendar, broadcasts, zone)
  return calendar.toString()
}

function emptyCalendar(name: string): ICalCalendar {
  return ical({ name, prodId: { company: 'gaung', product: 'gaung', language: 'ID' } })
}

function addBroadcasts(calendar: ICalCalendar, broadcasts: readonly BroadcastState[], zone: string): void {
  for (const broadcast of broadcasts) {
    calendar.createEvent({
      id: `${broadcast.id}@gaung`,
      sequence: sequenceOf(broadcast),
      stamp: instantAt(broadcast.day, 0, zone),
      start: instantAt(broadcast.day, broadcast.fromMinute, zone),
      end: instantAt(broadcast.day, broadcast.toMinute, zone),
      summary: `${broadcast.materialCode} ${broadcast.materialTitle}`,
      location: broadcast.outletName,
      description: broadcast.campaignName,
      status: broadcast.withdrawnAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
}

/** Two steps a version: being withdrawn lies between the version that planned a run and any later one. */
function sequenceOf({ lastVersion, withdrawnAt }: BroadcastState): number {
  return 2 * lastVersion + (withdrawnAt ? 1 : 0)
}
