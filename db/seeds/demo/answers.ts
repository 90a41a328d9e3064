/** What outlets answer for a week: mostly that all ran, with misses, other times and corrections. */
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import { plainAnswer, type ConfirmationContent, type MissReason } from '../../../src/domain/confirmation.js'
import { addDays, addMinutes } from '../../../src/domain/time.js'
import { confirmBroadcasts } from '../../../src/operations/confirm-broadcasts.js'
import type { RandomStream } from '../../../src/statistics/random.js'
import { broadcastsOf, contactOf, weekNumber, type ContactWeek } from './contact-week.js'
import { proveWeek } from './proofs.js'
import { chance } from './season.js'
import { hasLog, sendLogs } from './station-logs.js'
import type { Story } from './story.js'

/** How often something else happens than what was ordered. */
const missed = 0.03
const moved = 0.05
const unknown = 0.008
/** Of the weeks with something out of order. */
const corrected = 0.28

const reasons: readonly MissReason[] = [
  'breaking-news',
  'technical',
  'technical',
  'schedule-full',
  'schedule-full',
  'forgotten',
  'material-missing',
]

export async function answerWeek(story: Story, given: ContactWeek): Promise<void> {
  const stream = chance('airing', given.index, weekNumber(given.week))
  const open = (await broadcastsOf(story, given)).filter(({ answer }) => answer === null)
  if (open.length === 0) return
  const answers = new Map(open.map(broadcast => [broadcast.id, whatHappened(broadcast, stream)]))
  if (given.oddity === 'missed')
    answers.set(open[0]!.id, { ...plainAnswer('did-not-run'), reason: 'technical' })
  if (given.oddity === 'word-only' || given.oddity === 'returned') await confirm(story, given, answers)
  else await answerWithProof(story, given, { open, answers })
  planCorrection(story, given, { answers, stream })
}

/** Stations write down why something did not run, then send the log of everything else; papers and sites answer first. */
async function answerWithProof(
  story: Story,
  given: ContactWeek,
  { open, answers }: { open: BroadcastState[]; answers: Map<string, ConfirmationContent> },
): Promise<void> {
  const logged = new Set(open.filter(hasLog).map(({ id }) => id))
  const some = (isTold: (id: string, answer: ConfirmationContent['answer']) => boolean) =>
    new Map([...answers].filter(([id, { answer }]) => isTold(id, answer)))
  await confirm(
    story,
    given,
    some((id, answer) => !logged.has(id) || answer === 'did-not-run'),
  )
  await sendLogs(story, given, { runs: open.filter(hasLog), answers })
  await confirm(
    story,
    given,
    some((id, answer) => logged.has(id) && answer === 'not-known'),
  )
  await proveWeek(story, given)
}

/** Sometimes a day later something turns out to have run as ordered. A planned miss stays one. */
function planCorrection(
  story: Story,
  given: ContactWeek,
  { answers, stream }: { answers: Map<string, ConfirmationContent>; stream: RandomStream },
): void {
  const wrong = [...answers].find(
    ([, { answer }]) => answer === 'did-not-run' || answer === 'ran-differently',
  )
  if (!wrong || given.oddity === 'missed' || stream.uniform() >= corrected) return
  const later = addMinutes(story.app.clock.now(), 60 + stream.below(400))
  story.at(later, () => correct(story, given, wrong[0]))
}

/** It had run after all; the log had another name for it. */
async function correct(story: Story, given: ContactWeek, broadcastId: string): Promise<void> {
  const content = { ...plainAnswer('ran'), note: 'Sudah diperiksa lagi di log: tayang sesuai order.' }
  await confirm(story, given, new Map([[broadcastId, content]]))
}

/** After staff sent an answer back: the same again with what was asked for. */
export async function answerAgain(story: Story, given: ContactWeek): Promise<void> {
  const returned = (await broadcastsOf(story, given)).filter(({ decision }) => decision === 'returned')
  const known = await story.app.store.confirmations.current(returned.map(({ id }) => id))
  const answers = new Map(
    returned.map(({ id }) => [id, { ...contentOf(known.get(id)!), note: 'Log siar kami lampirkan.' }]),
  )
  await confirm(story, given, answers)
  await sendLogs(story, given, { runs: returned.filter(hasLog), answers })
  await proveWeek(story, given)
}

async function confirm(
  story: Story,
  given: ContactWeek,
  answers: Map<string, ConfirmationContent>,
): Promise<void> {
  if (answers.size > 0) await confirmBroadcasts(story.app, contactOf(given), given.link, answers)
}

function whatHappened(broadcast: BroadcastState, stream: RandomStream): ConfirmationContent {
  const luck = stream.uniform()
  if (luck < missed) return { ...plainAnswer('did-not-run'), reason: reasons[stream.below(reasons.length)]! }
  if (luck < missed + unknown) return plainAnswer('not-known')
  const isTimed = broadcast.medium === 'radio' || broadcast.medium === 'tv'
  return isTimed && luck < missed + unknown + moved ? atAnotherTime(broadcast, stream) : plainAnswer('ran')
}

/** Before or after the daypart, by up to an hour and a half. */
function atAnotherTime(
  { day, fromMinute, toMinute }: BroadcastState,
  stream: RandomStream,
): ConfirmationContent {
  const off = 6 + stream.below(80)
  const minute = Math.max(0, stream.uniform() < 0.7 ? toMinute + off : fromMinute - off)
  const isNextDay = minute >= 1440
  return {
    ...plainAnswer('ran-differently'),
    actualDay: isNextDay ? addDays(day, 1) : day,
    actualMinute: isNextDay ? minute - 1440 : minute,
  }
}

function contentOf(content: ConfirmationContent): ConfirmationContent {
  const { answer, actualDay, actualMinute, actualSeconds, actualMaterialId, announcerRead, reason, note } =
    content
  return { answer, actualDay, actualMinute, actualSeconds, actualMaterialId, announcerRead, reason, note }
}
