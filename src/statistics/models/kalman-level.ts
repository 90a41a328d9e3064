export interface LevelSeries {
  /** Observations of the level, by time. */
  values: Float64Array
  /** Variance of each observation; Infinity where there is none. */
  variances: Float64Array
  /** Variance that the level gains from one time to the next. */
  step: number
  /** Level and variance before the first observation. */
  start: { mean: number; variance: number }
}

export interface FilteredLevel {
  /** Level and its variance given the observations up to and with each time. */
  mean: Float64Array
  variance: Float64Array
  /** Gaussian log-likelihood of the observations. */
  logLikelihood: number
}

/**
 * Kalman filter of the local level model: level_t = level_{t−1} + noise(step), value_t = level_t + noise(variances_t).
 * Reference: Durbin & Koopman (2012), Time Series Analysis by State Space Methods, 2.2. One pass.
 */
export function filterLevel({ values, variances, step, start }: LevelSeries): FilteredLevel {
  const length = values.length
  const result: FilteredLevel = {
    mean: new Float64Array(length),
    variance: new Float64Array(length),
    logLikelihood: 0,
  }
  let { mean, variance } = start
  for (let t = 0; t < length; t++) {
    if (t > 0) variance += step
    if (variances[t] !== Infinity) {
      const total = variance + variances[t]!
      const innovation = values[t]! - mean
      mean += (variance / total) * innovation
      variance *= variances[t]! / total
      result.logLikelihood -= 0.5 * (Math.log(2 * Math.PI * total) + (innovation * innovation) / total)
    }
    result.mean[t] = mean
    result.variance[t] = variance
  }
  return result
}

/** Level and variance given all observations, from the result of {@link filterLevel} (ibid. 2.4). One pass back. */
export function smoothLevel(
  filtered: FilteredLevel,
  step: number,
): { mean: Float64Array; variance: Float64Array } {
  const mean = filtered.mean.slice()
  const variance = filtered.variance.slice()
  for (let t = mean.length - 2; t >= 0; t--) {
    const ahead = filtered.variance[t]! + step
    const gain = ahead > 0 ? filtered.variance[t]! / ahead : 0
    mean[t]! += gain * (mean[t + 1]! - filtered.mean[t]!)
    variance[t]! += gain * gain * (variance[t + 1]! - ahead)
  }
  return { mean, variance }
}
