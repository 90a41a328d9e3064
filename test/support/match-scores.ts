/** How well generated logs are matched, and copies of the plan told from logs: the same figures in tests and in the bench. */
import { meaningsOf } from '../../src/domain/log-materials.js'
import { matchLog } from '../../src/domain/match-log.js'
import { planCopy } from '../../src/domain/plan-copy.js'
import { readLogAsFound } from '../../src/domain/read-log.js'
import { generatedLog, generatedMaterials, scoreOf } from './generated-log.js'
import { generatedTimes } from './generated-times.js'

const period = { first: '2011-10-31', last: '2011-11-06' }

export function matchGenerated(seed: number) {
  const log = generatedLog(seed)
  const { read } = readLogAsFound(log.rows, { period, medium: 'radio' })
  const names = { materials: generatedMaterials, ourWords: [], known: {} }
  const match = matchLog(log.broadcasts, read.entries, meaningsOf(read.entries, names))
  const found = match.broadcasts.flatMap(({ broadcast, entry }) =>
    entry ? [[broadcast.id, entry.line] as const] : [],
  )
  return { log, read, match, score: scoreOf(new Map(found), log.truth) }
}

/** Share of pairs that are right, and of true pairs that were found, over this many logs. */
export function matchingOf(logs: number) {
  const sum = { right: 0, wrong: 0, missed: 0 }
  for (let seed = 0; seed < logs; seed++) {
    const { score } = matchGenerated(seed)
    for (const part of ['right', 'wrong', 'missed'] as const) sum[part] += score[part]
  }
  return {
    ...sum,
    precision: sum.right / (sum.right + sum.wrong),
    recall: sum.right / (sum.right + sum.missed),
  }
}

/** Share of logs found to be copies, by the share of their times that were typed off the plan. */
export function copyCurve(logsEach: number): { copied: number; found: number }[] {
  return Array.from({ length: 11 }, (_, i) => i / 10).map(copied => {
    const seeds = Array.from({ length: logsEach }, (_, i) => i + Math.round(copied * 1_000_000))
    return {
      copied,
      found: seeds.filter(seed => planCopy(generatedTimes(seed, copied)).copied).length / logsEach,
    }
  })
}

/** Of honest logs and logs copied by half and more, as many of each: how often a finding is right, how many it finds. */
export function detectionOf(curve: readonly { copied: number; found: number }[]) {
  const honest = curve[0]!.found
  const copies = curve.filter(point => point.copied >= 0.5)
  const recall = copies.reduce((sum, point) => sum + point.found, 0) / copies.length
  return { precision: recall / (recall + honest), recall }
}
