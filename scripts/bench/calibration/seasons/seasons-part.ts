import type { Part } from '../part.js'
import { average, figure, rootMeanSquare, share, type CalibrationSetting, type Gate } from '../results.js'
import type { SeasonAnswer, SeasonScore } from './judge-season.js'

const CHUNK = 10

/** Six flights a season that may overlap, half of them without effect. */
export const seasonsPart: Part = async ({ pool, sizes, seed }) => {
  const tasks = Array.from({ length: Math.ceil(sizes.seasons / CHUNK) }, (_, k) => {
    return { seed, first: k * CHUNK, last: Math.min(sizes.seasons, (k + 1) * CHUNK) }
  })
  const seasons = (await pool.run<SeasonAnswer[]>('seasons', tasks)).flat()
  const scores = seasons.flatMap(({ scores: own }) => own)
  const at = (measure: CalibrationSetting['measure'], data: string): CalibrationSetting => {
    return { part: 'seasons', measure, data, method: 'gaung', districts: 14, days: 200 }
  }
  const groups = seasons.reduce((sum, season) => sum + season.groups, 0)
  const wrongly = seasons.reduce((sum, season) => sum + season.wronglyApart, 0)
  return [
    ...(['alone', 'together', 'divided'] as const).flatMap(kind =>
      scoreFigures(
        scores.filter(score => score.kind === kind),
        measure => at(measure, kind),
      ),
    ),
    falseDiscoveries(seasons, at('false-discoveries', 'season')),
    figure(at('shown-apart', 'together'), wrongly, { trials: groups, gate: { atMost: 0 } }),
    share(
      at('refused', 'national'),
      seasons.map(({ nationalRefused }) => nationalRefused),
      { atLeast: 1 },
    ),
  ]
}

function scoreFigures(
  scores: readonly SeasonScore[],
  at: (measure: CalibrationSetting['measure']) => CalibrationSetting,
) {
  const idle = scores.filter(({ worked }) => !worked)
  const worked = scores.filter(score => score.worked)
  const falsePositives: Gate = { atMost: 0.07 }
  return [
    share(
      at('false-positives'),
      idle.map(({ p }) => p < 0.05),
      falsePositives,
    ),
    share(
      at('coverage'),
      scores.map(({ covered }) => covered),
      { atLeast: 0.93 },
    ),
    share(
      at('power'),
      worked.map(({ p }) => p < 0.05),
    ),
    average(
      at('bias'),
      scores.map(({ error }) => error),
    ),
    rootMeanSquare(
      at('error'),
      scores.map(({ error }) => error),
    ),
  ]
}

/** Mean share of discoveries at q ≤ .10 that are false, with twice the Monte-Carlo error allowed. */
function falseDiscoveries(seasons: readonly SeasonAnswer[], setting: CalibrationSetting) {
  const shares = seasons.map(({ discoveries, falseDiscoveries: wrong }) => wrong / Math.max(1, discoveries))
  const { error } = average(setting, shares)
  return average(setting, shares, { atMost: 0.1 + 2 * error! })
}
