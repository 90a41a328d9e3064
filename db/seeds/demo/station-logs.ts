/** The logs that stations send: honest ones wander around the plan, one only copies it, one is as untidy as logs are. */
import { stringify } from 'csv-stringify/sync'
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import type { ConfirmationContent } from '../../../src/domain/confirmation.js'
import { groupBy } from '../../../src/domain/group.js'
import { addDays, dayNumber, type Day } from '../../../src/domain/time.js'
import { commitStationLog } from '../../../src/operations/commit-station-log.js'
import { receiveStationLog } from '../../../src/operations/receive-station-log.js'
import type { RandomStream } from '../../../src/statistics/random.js'
import { contactOf, weekNumber, type ContactWeek } from './contact-week.js'
import { chance } from './season.js'
import type { Story } from './story.js'

export function hasLog({ medium }: BroadcastState): boolean {
  return medium === 'radio' || medium === 'tv'
}

interface Week {
  runs: readonly BroadcastState[]
  answers: ReadonlyMap<string, ConfirmationContent>
}

/** One log for each station of a contact, with everything that ran; keeping it answers for what it tells of. */
export async function sendLogs(story: Story, given: ContactWeek, { runs, answers }: Week): Promise<void> {
  const stream = chance('proof', given.index, weekNumber(given.week))
  const outlets = new Map([...story.outlets.values()].map(outlet => [outlet.id, outlet]))
  for (const [outletId, own] of groupBy([...runs], run => run.outletId)) {
    const lines = own.flatMap(run => lineOf(run, answers.get(run.id)!, given, stream))
    if (lines.length === 0) continue
    const rows = given.oddity === 'untidy-log' ? untidy(lines) : [heading, ...lines.map(cellsOf)]
    const upload = {
      bytes: Buffer.from(stringify(rows, { delimiter: ';' })),
      name: `log-siar-${given.week}.csv`,
    }
    const period = { first: given.week, last: addDays(given.week, 6) }
    const received = { outlet: outlets.get(outletId)!, period, upload, text: '' }
    const id = await receiveStationLog(story.app, contactOf(given), received)
    await commitStationLog(story.app, contactOf(given), id, given.link)
  }
}

interface Line {
  day: Day
  minute: number
  code: string
  title: string
  seconds: number | null
}

const heading = ['Tanggal', 'Jam', 'Kode', 'Materi', 'Detik']

function lineOf(
  run: BroadcastState,
  { answer, actualDay, actualMinute }: ConfirmationContent,
  { row, oddity }: ContactWeek,
  stream: RandomStream,
): Line[] {
  if (answer !== 'ran' && answer !== 'ran-differently') return []
  const jitter = oddity === 'repeats-plan' ? 0 : Number(row.jitter)
  const planned = Math.round((run.fromMinute + run.toMinute) / 2)
  const wandered = clamp(planned + Math.round(jitter * stream.normal()), run)
  // Stations count a run after midnight to the day before.
  const days = actualDay === null ? 0 : dayNumber(actualDay) - dayNumber(run.day)
  const minute = actualMinute === null ? wandered : days * 1440 + actualMinute
  const { day, materialCode: code, materialTitle: title, seconds } = run
  return [{ day, minute, code, title, seconds }]
}

function clamp(minute: number, { fromMinute, toMinute }: BroadcastState): number {
  return Math.min(toMinute - 1, Math.max(fromMinute, minute))
}

function cellsOf({ day, minute, code, title, seconds }: Line): string[] {
  return [day, clockTime(minute), code, title, seconds === null ? '' : String(seconds)]
}

function clockTime(minute: number): string {
  const inDay = minute % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}.${String(inDay % 60).padStart(2, '0')}`
}

/** A title, somebody else's spots, one run late, one short, one as a gift, a note without a time, and a total. */
function untidy(lines: readonly Line[]): string[][] {
  const [late, short, ...others] = lines as [Line, Line, ...Line[]]
  const gift = { ...late, minute: late.minute + 420 }
  const changed = [{ ...late, minute: 8 * 60 + 31 }, { ...short, seconds: 15 }, ...others]
  return [
    ['LOG SIARAN IKLAN'],
    heading,
    ...changed.map(cellsOf),
    [late.day, '06.12', '', 'Kopi Cap Gajah', '30'],
    [short.day, '07.48', '', 'Toko Mebel Jati Agung', '60'],
    cellsOf(gift),
    [late.day, '', late.code, late.title, 'operator lupa mencatat jam'],
    ['Jumlah', String(changed.length + 3)],
  ]
}
