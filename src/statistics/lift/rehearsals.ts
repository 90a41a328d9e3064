import type { Rehearsal, RehearsalGroup } from './drift.js'
import { forecastStretch, type Forecast, type Prediction } from './forecast.js'
import type { CutStretch, Preparation } from './methods.js'
import type { World } from './worlds.js'

/** Every comparison district in the window, predicted from the others. Districts × the cost of one prediction. */
export function rehearseWindow(
  forecast: Forecast,
  { data }: Preparation,
  dispersion: Float64Array,
): RehearsalGroup {
  const rehearsals = data.comparison.map(j => rehearsal(j, data.window[j]!, { ...forecast([j]), dispersion }))
  return { rehearsals, degrees: rehearsals.length - 1 }
}

/** The exposed districts beside the lift they have in common: where they disagree, the estimate must be less sure. */
export function rehearseExposed(
  forecast: Forecast,
  { data, dispersion }: Preparation,
  ratio: number,
): RehearsalGroup {
  if (data.exposed.length < 2 || !(ratio > 0)) return { rehearsals: [], degrees: 0 }
  const rehearsals = data.exposed.map(i => {
    const prediction = forecast([i])
    const beside = { ...prediction, expected: ratio * prediction.expected, pool: 0, poolSpread: 0 }
    return rehearsal(i, data.window[i]!, { ...beside, dispersion: dispersion.counting })
  })
  return { rehearsals, degrees: rehearsals.length - 1 }
}

/** All districts counted in an earlier stretch, predicted from each other; `worth` is what one deviation counts for. */
export function rehearseEarlier(
  worlds: readonly World[],
  preparation: Preparation,
  { stretch, weightDrift, worth }: { stretch: CutStretch; weightDrift: number; worth: number },
): RehearsalGroup {
  const { means, dispersion } = preparation
  const pool = clearDistricts(preparation, stretch)
  const forecast = forecastStretch(worlds, stretch, {
    means,
    dispersion: dispersion.counting,
    weightDrift,
    pool,
  })
  const rehearsals = pool.map(j =>
    rehearsal(j, stretch.totals[j]!, { ...forecast([j]), dispersion: dispersion.counting }),
  )
  return { rehearsals, degrees: worth * Math.max(0, rehearsals.length - 1) }
}

function rehearsal(
  district: number,
  observed: number,
  { dispersion, ...prediction }: Prediction & { dispersion: Float64Array },
): Rehearsal {
  return { district, observed, dispersion: dispersion[district]!, ...prediction }
}

const LEAST_COUNTED = 0.8

/** Districts counted in most of an earlier stretch and with registrations before it. */
function clearDistricts({ blocks, means }: Preparation, stretch: CutStretch): number[] {
  const { cut, days } = stretch
  const weeks = Math.round(days / 7)
  return Array.from(means, (_, i) => i).filter(i => {
    const shares = blocks.counted[i]!.subarray(cut, cut + weeks)
    const counted = shares.reduce((sum, share) => sum + share, 0) / weeks
    return counted >= LEAST_COUNTED && means[i]! > 0
  })
}
