import type { LiftTask } from '../lift/lift-cells.js'
import type { Scores } from '../lift/score-panel.js'
import type { Part } from '../part.js'
import { share, type CalibrationFigure, type Gate } from '../results.js'

const LIFTS = [0, 0.4]
const CHUNK = 10
const KINDS = ['easy', 'hard', 'additive', 'level-shifts', 'spill-over', 'rising'] as const

/** Whether the checks warn where the data break an assumption: always, or else the interval is right. */
export const warningsPart: Part = async ({ pool, sizes, seed, cases }) => {
  const found = KINDS.map(async generator => {
    const tasks: LiftTask[] = []
    for (let first = 0; first < sizes.panelsChecked; first += CHUNK) {
      const last = Math.min(sizes.panelsChecked, first + CHUNK)
      tasks.push({
        generator,
        districts: 14,
        exposed: 3,
        lifts: LIFTS,
        first,
        last,
        checks: true,
        seed: seed + 1,
        cases,
      })
    }
    const answers = await pool.run<Scores[][]>('lift', tasks)
    return LIFTS.flatMap((lift, k) => {
      const scores = answers.flatMap(answer => answer[k]!.map(({ gaung }) => gaung))
      return warningFigures(generator, { lift, scores })
    })
  })
  return (await Promise.all(found)).flat()
}

function warningFigures(
  data: (typeof KINDS)[number],
  { lift, scores }: { lift: number; scores: readonly Scores['gaung'][] },
): CalibrationFigure[] {
  // What is hard is within what the interval allows for; the others break an assumption outright
  const breaks = data !== 'easy' && data !== 'hard' && (data !== 'spill-over' || lift > 0)
  const gate: Gate | null = breaks ? { atLeast: 0.8 } : null
  const setting = { part: 'warnings', data, method: 'gaung', districts: 14, exposed: 3, lift } as const
  const wrong = scores.filter(({ covered }) => !covered)
  return [
    share(
      { ...setting, measure: 'warned' },
      scores.map(({ warnings }) => warnings!.length > 0),
      gate,
    ),
    share(
      { ...setting, measure: 'warned-or-right' },
      scores.map(({ warnings, covered }) => covered || warnings!.length > 0),
      { atLeast: 0.93 },
    ),
    share(
      { ...setting, measure: 'warned-if-wrong' },
      wrong.map(({ warnings }) => warnings!.length > 0),
    ),
  ]
}
