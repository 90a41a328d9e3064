import { existsSync } from 'node:fs'
import { forecastYearEnd } from '../../../../src/statistics/index.js'
import { randomStream } from '../../../../src/statistics/random.js'
import type { Part } from '../part.js'
import { average, share, type CalibrationFigure, type CalibrationSetting } from '../results.js'
import { givenSeries, GIVEN_WEEKDAY } from '../series/given-series.js'
import { seasonSeries } from '../series/season-series.js'

const DAYS = 1461
const YEAR_START = 1096
/** Days of the last year after which the rest is foretold: end of March, June and September. */
const CUTS = [90, 181, 273]

export interface YearEndTask {
  data: 'given' | 'own'
  cut: number
  seed: number
  panel: number
  cases: string
}

/** Relative errors of what was still to come, and whether the 80 % range of the year held it; by district and together. */
export interface YearEndAnswer {
  errors: number[]
  covered: boolean[]
  totalError: number
  totalCovered: boolean
}

export function runYearEnd({ data, cut, seed, panel, cases }: YearEndTask): YearEndAnswer {
  const own = () => seasonSeries({ districts: 14, days: DAYS }, randomStream(seed, 501, panel))
  const { counts, holidays } = data === 'given' ? givenSeries(cases)! : own()
  const known = counts.map(row => new Uint8Array(row.length).fill(0).fill(1, 0, YEAR_START + cut))
  const forecast = forecastYearEnd(
    { counts, known, firstWeekday: data === 'given' ? GIVEN_WEEKDAY : 0 },
    {
      cut: YEAR_START + cut,
      end: DAYS,
      since: YEAR_START,
      holidays: [{ name: 'holiday', days: holidays }],
      seed,
    },
  )
  const rests = counts.map(row => row.slice(YEAR_START + cut).reduce((sum, count) => sum + count, 0))
  const rest = rests.reduce((sum, value) => sum + value, 0)
  const { total, soFar, districts } = forecast
  return {
    errors: districts.map(({ remaining }, i) => remaining!.estimate / rests[i]! - 1),
    covered: districts.map(({ remaining }, i) => remaining!.low <= rests[i]! && rests[i]! <= remaining!.high),
    totalError: (total.estimate - soFar) / rest - 1,
    totalCovered: total.low <= soFar + rest && soFar + rest <= total.high,
  }
}

/** The rest of the year: how far off, and how often the 80 % range holds it. */
export const yearEndPart: Part = async ({ pool, sizes, seed, cases }) => {
  const tasks = (data: 'given' | 'own', panels: number): YearEndTask[] =>
    Array.from({ length: panels }, (_, panel) => CUTS.map(cut => ({ data, cut, seed, panel, cases }))).flat()
  const given = existsSync(cases) ? await pool.run<YearEndAnswer>('year-end', tasks('given', 1)) : []
  const own = await pool.run<YearEndAnswer>('year-end', tasks('own', sizes.provinces))
  return [...(given.length > 0 ? yearEndFigures('given', given) : []), ...yearEndFigures('own', own)]
}

function yearEndFigures(data: 'given' | 'own', answers: readonly YearEndAnswer[]): CalibrationFigure[] {
  const at = (measure: CalibrationSetting['measure'], what: string): CalibrationSetting => {
    return { part: 'year-end', measure, data: what, method: 'gaung' }
  }
  const inRange = { atLeast: 0.75, atMost: 0.88 }
  const errors = answers.flatMap(answer => answer.errors.map(Math.abs))
  const districts = [
    average(at('absolute-error', data), errors, { atMost: 0.11 }),
    share(
      at('coverage', data),
      answers.flatMap(({ covered }) => covered),
      inRange,
    ),
  ]
  const totals = answers.map(({ totalCovered }) => totalCovered)
  const totalErrors = answers.map(({ totalError }) => Math.abs(totalError))
  return [
    ...districts,
    average(at('absolute-error', `${data}-province`), totalErrors, { atMost: 0.11 }),
    // One province says little: three forecasts of the same year
    share(at('coverage', `${data}-province`), totals, answers.length > 20 ? inRange : null),
  ]
}
