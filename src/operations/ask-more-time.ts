import type { App } from '../app.js'
import type { Actor } from '../domain/actor.js'
import { Conflict, mustAllow } from '../domain/errors.js'
import { keyBy } from '../domain/group.js'
import { openWeeks } from '../domain/inbox.js'
import type { Link } from '../domain/link.js'
import { linkIsOpen } from '../domain/link.js'
import { mayAskMoreTime, moreTimeFor, type MoreTime } from '../domain/more-time.js'
import { addDays, type Day } from '../domain/time.js'
import { daysOff } from '../domain/working-days.js'
import { broadcastsOfWeek } from './confirm-broadcasts.js'
import { record } from './record.js'

type ContactActor = Extract<Actor, { kind: 'contact' }>

/** A contact asks once for more time for its week; staff see it on their desk, and reminders stop until then. */
export async function askMoreTime(app: App, actor: ContactActor, link: Link): Promise<MoreTime> {
  return app.store.write(async store => {
    const now = app.clock.now()
    const today = app.clock.today()
    const current = await store.links.find(link.id)
    if (!current?.week || !linkIsOpen(current, now)) throw new Conflict('link-refused')
    const { week } = current
    const known = (await store.moreTime.ofContact(actor.id, week)).get(week)
    const broadcasts = await broadcastsOfWeek(store, { contactId: actor.id, week, today })
    const outlets = keyBy(await store.outlets.list(), outlet => outlet.id)
    const [open] = openWeeks(broadcasts, outlets, { today, moved: new Map() })
    mustAllow(mayAskMoreTime(known, open?.unanswered ?? 0))
    const given = { today, daysOff: daysOff(await holidaysAfter(open!.deadline, store)) }
    const asked = { contactId: actor.id, week, ...moreTimeFor(open!.deadline, given), askedAt: now }
    await store.moreTime.insert(asked)
    await store.links.markUsed(link.id, now)
    const { untilDay, moves } = asked
    const subject = ['week', `${actor.id} ${week}`] as const
    await record(app, store, actor, { action: 'more-time-asked', subject, after: { untilDay, moves } })
    return asked
  })
}

function holidaysAfter(deadline: Day, { holidays }: App['store']) {
  return holidays.between(deadline, addDays(deadline, 60))
}
