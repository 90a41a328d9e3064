import { smallestDetectableLift } from '../../../../src/statistics/index.js'
import { existsSync } from 'node:fs'
import { scorePanel } from '../lift/score-panel.js'
import { generators, type GeneratorName } from '../panels/generators.js'
import { givenPanels } from '../panels/given-panels.js'
import { panelsOf, type TestPanel } from '../panels/test-panel.js'
import type { Part } from '../part.js'
import { figure, meanOf } from '../results.js'

const LIFTS = [0.1, 0.2, 0.4]
const WINDOW = { from: 90, days: 120 }
const CHUNK = 20

export interface PowerTask {
  generator: GeneratorName | 'given'
  exposed: number
  first: number
  last: number
  seed: number
  cases: string
}

/** By lift: chances foretold from the days before, and whether the flight was then seen. */
export interface PowerAnswer {
  foretold: number[][]
  seen: boolean[][]
}

export function runPower({ generator, exposed, first, last, seed, cases }: PowerTask): PowerAnswer {
  const answer: PowerAnswer = { foretold: LIFTS.map(() => []), seen: LIFTS.map(() => []) }
  const given = generator === 'given' ? LIFTS.map(lift => givenPanels(cases, lift)!) : null
  for (let number = first; number < last; number++) {
    const panels =
      given?.map(panels => panels[number]!) ??
      panelsOf(
        generators[generator as GeneratorName],
        { districts: 14, exposed, ...WINDOW },
        {
          lifts: LIFTS,
          path: [seed, 201, exposed, number],
        },
      )
    const chances = foretell(panels[0]!)
    panels.forEach((panel, k) => {
      answer.foretold[k]!.push(chances[k]!)
      answer.seen[k]!.push(scorePanel(panel, false).gaung.p < 0.05)
    })
  }
  return answer
}

function foretell({ counts, exposed, window: [from, to] }: TestPanel): number[] {
  const before = counts.map(row => row.slice(0, from))
  const known = before.map(row => new Uint8Array(row.length).fill(1))
  const options = { exposed, at: from, length: to - from, lifts: LIFTS }
  const plan = smallestDetectableLift({ counts: before, known, firstWeekday: 0 }, options)
  if (!plan.ok) throw new Error(`refused: ${plan.refusal}`)
  return plan.power.map(({ chance }) => chance)
}

/** Whether the chance that a plan foretells is the share of panels in which the flight is seen. */
export const powerPart: Part = async ({ pool, sizes, seed, cases }) => {
  const settings: { generator: PowerTask['generator']; exposed: number; panels: number }[] = [
    ...(existsSync(cases) ? [{ generator: 'given' as const, exposed: 3, panels: 200 }] : []),
    ...[1, 3, 7].map(exposed => ({ generator: 'easy' as const, exposed, panels: sizes.panels })),
    { generator: 'hard', exposed: 3, panels: sizes.panels },
  ]
  const found = settings.map(async ({ generator, exposed, panels }) => {
    const tasks: PowerTask[] = []
    for (let first = 0; first < panels; first += CHUNK)
      tasks.push({ generator, exposed, first, last: Math.min(panels, first + CHUNK), seed, cases })
    const answers = await pool.run<PowerAnswer>('power', tasks)
    return LIFTS.flatMap((lift, k) => {
      const seen = answers.flatMap(answer => answer.seen[k]!.map(Number))
      const foretold = answers.flatMap(answer => answer.foretold[k]!)
      const setting = {
        part: 'power',
        data: generator,
        method: 'gaung',
        districts: 14,
        exposed,
        lift,
      } as const
      const [really, predicted] = [meanOf(seen), meanOf(foretold)]
      const error = Math.sqrt((really * (1 - really)) / seen.length)
      // Only where nothing new happens in the window can the days before foretell it
      const gate = generator === 'hard' ? null : { atLeast: really - 0.05, atMost: really + 0.05 }
      return [
        figure({ ...setting, measure: 'predicted-power' }, predicted, { trials: seen.length, gate }),
        figure({ ...setting, measure: 'power' }, really, { error, trials: seen.length }),
      ]
    })
  })
  return (await Promise.all(found)).flat()
}
