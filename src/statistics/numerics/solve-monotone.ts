export interface MonotoneProblem {
  /** Value at u: positive left of the root, negative right of it. */
  value: (u: number) => number
  /** Derivative at u, where it is known; only speeds things up. */
  slope?: (u: number) => number
  start: number
  /** Hard limits of the search; default: none. */
  low?: number
  high?: number
}

/**
 * Root of a falling function: brackets outwards from `start`, then Newton steps kept inside the bracket by
 * bisection. For quantiles, variance components and intervals by inversion. If the sign does not change before a
 * limit, that limit is returned. Around ten evaluations, at most a few hundred.
 */
export function solveMonotone(problem: MonotoneProblem): number {
  const { value, slope, low = -Infinity, high = Infinity } = problem
  let u = Math.min(high, Math.max(low, problem.start))
  let f = value(u)
  if (f === 0) return u
  let left = low
  let right = high
  for (let step = 0.5; ; step *= 2) {
    if (f > 0) left = u
    else right = u
    const next = f > 0 ? Math.min(high, u + step) : Math.max(low, u - step)
    if (next === u) return u
    const before = f
    u = next
    f = value(u)
    if (f === 0) return u
    if (f > 0 !== before > 0 || step > 1e300) break
  }
  if (f > 0) left = u
  else right = u
  return narrow(value, slope, left, right, u)
}

function narrow(
  value: (u: number) => number,
  slope: ((u: number) => number) | undefined,
  from: number,
  to: number,
  start: number,
): number {
  let [left, right, u] = [from, to, start]
  for (let round = 0; round < 200; round++) {
    const f = value(u)
    if (f === 0) return u
    if (f > 0) left = u
    else right = u
    const newton = slope === undefined ? Number.NaN : u - f / slope(u)
    const next = newton > left && newton < right ? newton : left + (right - left) / 2
    if (Math.abs(next - u) <= 2e-16 * Math.abs(u) || next === left || next === right) return next
    u = next
  }
  return u
}
