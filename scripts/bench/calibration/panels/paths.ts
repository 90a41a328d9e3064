import type { RandomStream } from '../../../../src/statistics/random.js'

const WEEKDAYS = [0.15, 0.1, 0.05, 0, 0, -0.35, -0.5] as const

/** Log effect of the weekday; day 0 is a Monday. */
export function weekday(t: number): number {
  return WEEKDAYS[t % 7]!
}

/** Log sizes of districts: 2 to 20 registrations on a usual day. */
export function logSizes(districts: number, stream: RandomStream): Float64Array {
  return new Float64Array(districts).map(() => Math.log(2) + stream.uniform() * Math.log(10))
}

/** A stationary first-order autoregression with this correlation from day to day and standard deviation. */
export function wave(
  days: number,
  { memory, deviation }: { memory: number; deviation: number },
  stream: RandomStream,
): Float64Array {
  const path = new Float64Array(days)
  let value = stream.normal()
  for (let t = 0; t < days; t++) {
    path[t] = deviation * value
    value = memory * value + Math.sqrt(1 - memory * memory) * stream.normal()
  }
  return path
}

/** `count` different districts in random order. */
export function pick(districts: number, count: number, stream: RandomStream): number[] {
  const order = Int32Array.from({ length: districts }, (_, i) => i)
  stream.shuffle(order, count)
  return [...order.subarray(0, count)]
}

/** Rows of days from a function of district and day. */
export function grid(
  { districts, days }: { districts: number; days: number },
  value: (i: number, t: number) => number,
): Float64Array[] {
  return Array.from({ length: districts }, (_, i) =>
    Float64Array.from({ length: days }, (_, t) => value(i, t)),
  )
}
