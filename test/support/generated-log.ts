/**
 * A week of a station as it really runs, with the log it would send and the truth behind it. Knows nothing of how logs
 * are read or matched. Faults and their frequency are drawn per log, so that some stations are tidy and some are not.
 */
import { randomStream, type RandomStream } from '../../src/statistics/index.js'
import type { BroadcastState } from '../../src/domain/broadcast.js'
import { addDays } from '../../src/domain/time.js'
import type { LogRow } from '../../src/domain/station-log.js'
import { aBroadcast } from './things.js'

export interface GeneratedLog {
  broadcasts: BroadcastState[]
  rows: LogRow[]
  /** Broadcast → line of the log that tells of it; broadcasts that did not run are not there. */
  truth: Map<string, number>
  extra: number
}

const first = '2011-10-31'
const titles = ['JHT untuk Pekerja Mandiri', 'Uang Muka Rumah', 'Beasiswa Anak Pekerja']
const codes = ['JHT-01', 'RMH-02', 'BEA-03']
const others = ['Kopi Cap Gajah', 'Toko Emas Murni', 'Sabun Colek', 'Pupuk Subur']

export const generatedMaterials = titles.map((title, i) => ({ id: `m${i}`, code: codes[i]!, title }))

interface Run {
  /** Minutes since the first midnight of the week. */
  at: number
  material: number
  seconds: number
  broadcastId: string | null
}

interface Habits {
  miss: number
  drift: number
  jitter: number
  rounding: number
  extra: number
  repeated: number
  wrong: number
  withLength: boolean
}

export function generatedLog(seed: number): GeneratedLog {
  const stream = randomStream(seed, 4711)
  const habits: Habits = {
    miss: stream.uniform() * 0.25,
    drift: stream.normal() * 3,
    jitter: 1 + stream.uniform() * 5,
    rounding: [0, 1, 1, 5][stream.below(4)]!,
    extra: stream.uniform() * 0.15,
    repeated: stream.uniform() * 0.05,
    wrong: stream.uniform() * 0.05,
    withLength: stream.uniform() < 0.5,
  }
  const broadcasts = orderedWeek(stream)
  const runs = broadcasts.flatMap(broadcast => ranAs(broadcast, habits, stream))
  return written({ broadcasts, runs: [...runs, ...strangers(stream)] }, habits, stream)
}

/** Two to four slots a day, two hours and more apart; some cross midnight. */
function orderedWeek(stream: RandomStream): BroadcastState[] {
  const slots = [375, 510, 735, 900, 1080, 1230, 1425].filter(() => stream.uniform() < 0.5)
  if (slots.length === 0) slots.push(735)
  const width = 20 + stream.below(80)
  return Array.from({ length: 7 }, (_, day) => day).flatMap(day =>
    slots.map((from, ordinal) => {
      const material = stream.below(3)
      return aBroadcast({
        id: `${day}-${ordinal}`,
        day: addDays(first, day),
        ordinal: ordinal + 1,
        fromMinute: from,
        toMinute: from + width,
        materialId: `m${material}`,
        seconds: 30,
      })
    }),
  )
}

function ranAs(broadcast: BroadcastState, habits: Habits, stream: RandomStream): Run[] {
  if (stream.uniform() < habits.miss) return []
  const start = dayIndex(broadcast.day) * 1440 + broadcast.fromMinute
  const width = broadcast.toMinute - broadcast.fromMinute
  const at = start + stream.uniform() * width + habits.drift + stream.normal() * habits.jitter
  const own = Number(broadcast.materialId.slice(1))
  const material = stream.uniform() < habits.wrong ? (own + 1) % 3 : own
  const seconds = stream.uniform() < 0.05 ? 15 : 30
  const run: Run = { at, material, seconds, broadcastId: broadcast.id }
  if (stream.uniform() >= habits.extra) return [run]
  return [run, { at: start + 240 + stream.uniform() * 60, material: own, seconds: 30, broadcastId: null }]
}

function dayIndex(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000)
}

/** Other people's spots stand in the same list. */
function strangers(stream: RandomStream): Run[] {
  const count = stream.uniform() < 0.5 ? 0 : 10 + stream.below(40)
  return Array.from({ length: count }, () => ({
    at: stream.uniform() * 7 * 1440,
    material: 10 + stream.below(others.length),
    seconds: 30,
    broadcastId: null,
  }))
}

function written(
  { broadcasts, runs }: { broadcasts: BroadcastState[]; runs: Run[] },
  habits: Habits,
  stream: RandomStream,
): GeneratedLog {
  const rows: LogRow[] = [{ sheet: '', line: 1, cells: ['Tanggal', 'Jam', 'Materi', 'Durasi'] }]
  const truth = new Map<string, number>()
  const naming = stream.below(3)
  const broadcastDay = stream.uniform() < 0.5
  let line = 1
  for (const run of runs.toSorted((a, b) => a.at - b.at)) {
    const cells = cellsOf(run, { naming, habits, broadcastDay })
    rows.push({ sheet: '', line: ++line, cells })
    if (run.broadcastId !== null) truth.set(run.broadcastId, line)
    if (stream.uniform() < habits.repeated) rows.push({ sheet: '', line: ++line, cells: [...cells] })
  }
  return {
    broadcasts,
    rows,
    truth,
    extra: runs.filter(run => run.broadcastId === null && run.material < 10).length,
  }
}

function cellsOf(
  { at, material, seconds }: Run,
  { naming, habits, broadcastDay }: { naming: number; habits: Habits; broadcastDay: boolean },
): string[] {
  const step = habits.rounding || 1
  const minute = habits.rounding === 0 ? Math.floor(at) : Math.round(at / step) * step
  let day = Math.floor(minute / 1440)
  let inDay = minute - day * 1440
  /** Broadcasters count a run after midnight to the day before, as 24.20 or as 00.20. */
  if (inDay < 180 && broadcastDay && day > 0) {
    day -= 1
    if (naming === 0) inDay += 1440
  }
  const clock = [Math.floor(inDay / 60), inDay % 60].map(part => String(part).padStart(2, '0'))
  if (habits.rounding === 0) clock.push(String(Math.floor((at % 1) * 60)).padStart(2, '0'))
  const names =
    naming === 0
      ? codes
      : naming === 1
        ? titles
        : titles.map(title => `Spot ${title.split(' ').slice(0, 2).join(' ')}`)
  const name = material >= 10 ? others[material - 10]! : names[material]!
  return [addDays(first, day), clock.join('.'), name, habits.withLength ? `${seconds} detik` : '']
}

/** What was found, against the truth: pairs found right, found wrong, and not found. */
export function scoreOf(found: Map<string, number>, truth: Map<string, number>) {
  const right = [...found].filter(([id, line]) => truth.get(id) === line).length
  return { right, wrong: found.size - right, missed: truth.size - right }
}
