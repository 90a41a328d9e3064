import { randomStream } from '../../../../src/statistics/random.js'
import { scorePanel, type Scores } from '../lift/score-panel.js'
import { generators } from '../panels/generators.js'
import { panelsOf } from '../panels/test-panel.js'
import type { Part } from '../part.js'
import { share } from '../results.js'

const REQUEST = { districts: 14, exposed: 3, days: 120, from: 90 }
const LIFTS = [0, 0.3]
const CHUNK = 10
/** A firm's lot: how often a district has one, and how many workers it brings. */
const LOTS = { chance: 0.04, least: 20, most: 200 }

export interface LotsTask {
  seed: number
  first: number
  last: number
}

/** By lift and panel: the self-enrolled alone, and the same with employers' lots mixed in. */
export interface LotsAnswer {
  alone: Scores[][]
  mixed: Scores[][]
}

export function runLots({ seed, first, last }: LotsTask): LotsAnswer {
  const answer: LotsAnswer = { alone: LIFTS.map(() => []), mixed: LIFTS.map(() => []) }
  for (let number = first; number < last; number++) {
    const panels = panelsOf(generators.easy, REQUEST, { lifts: LIFTS, path: [seed, 701, number] })
    panels.forEach((panel, k) => {
      answer.alone[k]!.push(scorePanel(panel, true))
      const stream = randomStream(seed, 702, number)
      const counts = panel.counts.map(row =>
        row.map(count =>
          stream.uniform() < LOTS.chance
            ? count + LOTS.least + Math.floor((LOTS.most - LOTS.least) * stream.uniform() ** 3)
            : count,
        ),
      )
      answer.mixed[k]!.push(scorePanel({ ...panel, counts }, true))
    })
  }
  return answer
}

/** What employers' lots would do to the estimate, and that it then does not claim too much. */
export const lotsPart: Part = async ({ pool, sizes, seed }) => {
  const tasks: LotsTask[] = []
  for (let first = 0; first < sizes.panelsChecked; first += CHUNK)
    tasks.push({ seed, first, last: Math.min(sizes.panelsChecked, first + CHUNK) })
  const answers = await pool.run<LotsAnswer>('lots', tasks)
  return (['alone', 'mixed'] as const).flatMap(kind => {
    const [idle, worked] = LIFTS.map((_, k) =>
      answers.flatMap(answer => answer[kind][k]!.map(({ gaung }) => gaung)),
    )
    const setting = { part: 'lots', data: kind, method: 'gaung', districts: 14, exposed: 3 } as const
    return [
      share(
        { ...setting, measure: 'false-positives', lift: 0 },
        idle!.map(({ p }) => p < 0.05),
        { atMost: 0.07 },
      ),
      share(
        { ...setting, measure: 'power', lift: LIFTS[1]! },
        worked!.map(({ p }) => p < 0.05),
      ),
      share(
        { ...setting, measure: 'warned', lift: 0 },
        idle!.map(({ warnings }) => warnings!.includes('irregular-counts')),
        kind === 'mixed' ? { atLeast: 0.8 } : null,
      ),
    ]
  })
}
