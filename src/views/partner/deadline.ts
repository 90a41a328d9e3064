/** Until when a week is to be answered, and the tap that asks for more time. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { askedDeadline } from '../../domain/deadline.js'
import { mayAskMoreTime, moreTimeFor } from '../../domain/more-time.js'
import { daysBetween, type Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { paths } from '../paths.js'
import type { WeekFacts, WeekPage } from './week.js'

/** The first deadline among what is still open; nothing when nothing is. */
export function deadlineText(
  words: Words,
  formats: Formats,
  facts: WeekFacts,
  open: BroadcastState[],
): WeekPage['deadline'] {
  const { today, moreTime } = facts
  const first = firstDeadline(facts, open, moreTime?.moves ? moreTime.untilDay : undefined)
  if (!first) return { text: '', tone: 'soft' }
  const day = formats.dayWithWeekday(first)
  if (first < today) return { text: words.partner.overdue(day), tone: 'bad' }
  const left = daysBetween(today, first)
  const countdown = left === 0 ? words.inbox.today : words.inbox.daysLeft(formats.number(left))
  return { text: `${words.partner.deadline(day)} (${countdown})`, tone: left === 0 ? 'bad' : 'soft' }
}

function firstDeadline({ outlets }: WeekFacts, open: BroadcastState[], moved?: Day): Day | undefined {
  const deadlines = open.flatMap(broadcast => {
    const outlet = outlets.get(broadcast.outletId)
    return outlet ? [askedDeadline(outlet, broadcast.day, moved)] : []
  })
  return deadlines.toSorted()[0]
}

/** More time can be asked for once; after that its day is shown. */
export function moreTimeOf(
  words: Words,
  formats: Formats,
  facts: WeekFacts,
  open: BroadcastState[],
): WeekPage['moreTime'] {
  const t = words.moreTime
  const { moreTime: known, token } = facts
  const deadline = firstDeadline(facts, open)
  if (!deadline) return { note: '', ask: null }
  if (!mayAskMoreTime(known, open.length).ok) {
    const day = formats.dayWithWeekday(known!.untilDay)
    return { note: known!.moves ? t.moved(day) : t.noted(day), ask: null }
  }
  const { untilDay, moves } = moreTimeFor(deadline, facts)
  const day = formats.dayWithWeekday(untilDay)
  const hint = moves ? t.hint(day) : t.lateHint(day)
  return { note: '', ask: { action: paths.weekMoreTime(token), label: t.ask, hint } }
}
