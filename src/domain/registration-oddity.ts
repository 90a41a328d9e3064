/** What was odd in a sheet, and what was done about it. Nothing is mended without being listed. */
import type { Day } from './time.js'

export const oddityKinds = [
  'fell',
  'gap',
  'delivered-again',
  'first-day',
  'zeros',
  'empty',
  'not-there-yet',
  'kept',
  'mixed-thousands',
  'lots-beyond-count',
  'lots-without-count',
] as const
export type OddityKind = (typeof oddityKinds)[number]

export interface Oddity {
  kind: OddityKind
  day: Day | null
  /** The districts it happened in, up to a handful. */
  districtCodes: string[]
  /** How many cells or rows. */
  times: number
  spanDays: number
  from: number | null
  to: number | null
}

const districtsNamed = 5

type Happening = Pick<Oddity, 'kind'> &
  Partial<Omit<Oddity, 'kind' | 'districtCodes' | 'times'>> & { districtCode?: string }

/** Gathers happenings of one kind and day into one line; what has numbers of its own is told one by one. */
export class Oddities {
  readonly #found = new Map<string, Oddity>()

  add(happening: Happening, times = 1): void {
    const { kind, day = null, districtCode, spanDays = 1, from = null, to = null } = happening
    const key = from !== null ? `${kind} ${day} ${districtCode} ${from}` : `${kind} ${day} ${spanDays}`
    const known = this.#found.get(key) ?? { kind, day, districtCodes: [], times: 0, spanDays, from, to }
    known.times += times
    if (
      districtCode &&
      known.districtCodes.length < districtsNamed &&
      !known.districtCodes.includes(districtCode)
    ) {
      known.districtCodes.push(districtCode)
    }
    this.#found.set(key, known)
  }

  list(): Oddity[] {
    const order = (oddity: Oddity) =>
      `${String(oddityKinds.indexOf(oddity.kind)).padStart(2)} ${oddity.day ?? ''}`
    return [...this.#found.values()].toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  }
}
