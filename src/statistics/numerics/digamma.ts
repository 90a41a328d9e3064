const SHIFT_BELOW = 10

/**
 * Digamma ψ(x) = d log Γ / dx for x > 0, for maximum likelihood of the negative-binomial size.
 * Recurrence upwards to 10, then the asymptotic series (Abramowitz & Stegun 1964, 6.3.5 and 6.3.18).
 * Refuses x ≤ 0 and NaN with a RangeError. Constant time.
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs a number above 0, got ${x}`)
  let shifted = x
  let sum = 0
  while (shifted < SHIFT_BELOW) sum -= 1 / shifted++
  const s = 1 / (shifted * shifted)
  const tail =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s / 12))))))
  return sum + Math.log(shifted) - 0.5 / shifted - tail
}

/**
 * Trigamma ψ′(x) for x > 0: the curvature beside {@link digamma}.
 * Recurrence and asymptotic series (Abramowitz & Stegun 1964, 6.4.6 and 6.4.12). Constant time.
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`trigamma needs a number above 0, got ${x}`)
  let shifted = x
  let sum = 0
  for (; shifted < SHIFT_BELOW; shifted++) sum += 1 / (shifted * shifted)
  const s = 1 / (shifted * shifted)
  const tail =
    1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - (s * 7) / 6)))))
  return sum + 1 / shifted + s / 2 + (s / shifted) * tail
}
