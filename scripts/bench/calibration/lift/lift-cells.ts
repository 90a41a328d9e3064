import { generators, type GeneratorName } from '../panels/generators.js'
import { givenPanels } from '../panels/given-panels.js'
import { panelsOf } from '../panels/test-panel.js'
import type { Scores } from './score-panel.js'
import { scorePanel } from './score-panel.js'

/** Some panels of one kind; the given panels have the generator 'given'. */
export interface LiftTask {
  generator: GeneratorName | 'given'
  districts: number
  exposed: number
  lifts: readonly number[]
  /** Numbers of the panels [first, last). */
  first: number
  last: number
  checks: boolean
  seed: number
  cases: string
}

const WINDOW = { from: 90, days: 120 }
const KINDS = Object.keys(generators)

/** Scores by lift and panel. */
export function runLift(task: LiftTask): Scores[][] {
  return task.generator === 'given' ? runGiven(task) : runDrawn(task, task.generator)
}

function runDrawn(
  { districts, exposed, lifts, first, last, checks, seed }: LiftTask,
  generator: GeneratorName,
) {
  const byLift: Scores[][] = lifts.map(() => [])
  for (let number = first; number < last; number++) {
    const path = [seed, KINDS.indexOf(generator), districts, exposed, number]
    const panels = panelsOf(generators[generator], { districts, exposed, ...WINDOW }, { lifts, path })
    panels.forEach((panel, k) => byLift[k]!.push(scorePanel(panel, checks)))
  }
  return byLift
}

function runGiven({ lifts, first, last, checks, cases }: LiftTask): Scores[][] {
  return lifts.map(lift => {
    const panels = givenPanels(cases, lift)
    if (panels === null) throw new Error('the given panels are not here')
    return panels.slice(first, last).map(panel => scorePanel(panel, checks))
  })
}
