import { nowcast } from '../../../../src/statistics/index.js'
import { randomStream } from '../../../../src/statistics/random.js'
import type { Part } from '../part.js'
import { average, share } from '../results.js'

const EVENT_DAYS = 120
const LONGEST_DELAY = 21
const CHUNK = 25

export interface DelaysTask {
  seed: number
  /** Registrations a day. */
  mean: number
  first: number
  last: number
}

export interface DelaysAnswer {
  covered: boolean[]
  /** Relative error of the expected final count of the last two weeks together. */
  errors: number[]
}

/** Days whose registrations become known late, each day a little differently; the last days are completed. */
export function runDelays({ seed, mean, first, last }: DelaysTask): DelaysAnswer {
  const answer: DelaysAnswer = { covered: [], errors: [] }
  for (let panel = first; panel < last; panel++) {
    const { arrivals, finals } = drawArrivals(randomStream(seed, 601, Math.round(10 * mean), panel), mean)
    const result = nowcast(arrivals)
    if (!result.ok) continue
    const recent = result.days.filter(({ day }) => day >= result.preliminaryFrom)
    for (const { day, final } of recent)
      answer.covered.push(final.low <= finals[day]! && finals[day]! <= final.high)
    const expected = recent.reduce((sum, { final }) => sum + final.estimate, 0)
    const really = recent.reduce((sum, { day }) => sum + finals[day]!, 0)
    if (really > 0) answer.errors.push(expected / really - 1)
  }
  return answer
}

function drawArrivals(stream: ReturnType<typeof randomStream>, mean: number) {
  const slowness = 0.55 + 0.25 * stream.uniform()
  const arrivals: Float64Array[] = []
  const finals: number[] = []
  for (let day = 0; day < EVENT_DAYS; day++) {
    const usual = mean * (day % 7 >= 5 ? 0.6 : 1.15)
    const final = stream.negativeBinomial(usual, 12)
    const stay = Math.min(0.95, Math.max(0.2, slowness + 0.05 * stream.normal()))
    const row = new Float64Array(LONGEST_DELAY + 1)
    for (let person = 0; person < final; person++) {
      let delay = 0
      while (delay < LONGEST_DELAY && stream.uniform() < stay) delay++
      row[delay]!++
    }
    finals.push(final)
    arrivals.push(row.map((count, delay) => (day + delay < EVENT_DAYS ? count : 0)))
  }
  return { arrivals, finals }
}

/** How often the 90 % range of a day not yet complete holds what it comes to in the end. */
export const delaysPart: Part = async ({ pool, sizes, seed }) => {
  const found = [3, 10, 40].map(async mean => {
    const tasks: DelaysTask[] = []
    for (let first = 0; first < sizes.nowcasts; first += CHUNK)
      tasks.push({ seed, mean, first, last: Math.min(sizes.nowcasts, first + CHUNK) })
    const answers = await pool.run<DelaysAnswer>('delays', tasks)
    const setting = { part: 'delays', data: `${mean}-a-day`, method: 'gaung' } as const
    return [
      share(
        { ...setting, measure: 'coverage' },
        answers.flatMap(({ covered }) => covered),
        {
          atLeast: 0.86,
          atMost: 0.94,
        },
      ),
      average(
        { ...setting, measure: 'bias' },
        answers.flatMap(({ errors }) => errors),
      ),
    ]
  })
  return (await Promise.all(found)).flat()
}
