export type { CellMask, HolidayFamily, Panel } from './panel.js'
export type { Interval, Refusal, RefusalReason } from './refusal.js'

export { findSpikes, judgeSpikes, poolSpikeEffects } from './spikes/find-spikes.js'
export { combineJudgements } from './spikes/combine-judgements.js'
export type { CommonShock, DayState, DistrictSpikes, SpikeReport } from './spikes/combine-judgements.js'
export type { Episode } from './spikes/episodes.js'
export type { DistrictJudgement, HistoryStatus } from './spikes/judge-district.js'
export type { PooledEffects } from './spikes/pooled-effects.js'
export { spikeChances } from './spikes/settings.js'
export type { SpikeOptions } from './spikes/settings.js'

export { estimateLift } from './lift/estimate-lift.js'
export type { LiftEstimate } from './lift/estimate-lift.js'
export type { MethodEstimate } from './lift/figures.js'
export type { LiftOptions } from './lift/options.js'
export type { ChartPoint, CumulativePoint, LiftChart } from './lift/chart.js'
export type { LiftChecks } from './lift/checks.js'
export type { DistrictLift } from './lift/district-lifts.js'
export type { LiftWarning } from './lift/warnings.js'

export { judgeFlights } from './flights/judge-flights.js'
export type { FlightsOptions, JudgedGroup } from './flights/judge-flights.js'
export { flightMask, overlapGroups } from './flights/flight.js'
export type { Flight } from './flights/flight.js'
export type { BeforeAfter } from './flights/before-after.js'
export type { Portion } from './flights/divide-lift.js'

export { smallestDetectableLift } from './planning/detectable-lift.js'
export type { DetectableLift } from './planning/detectable-lift.js'
export type { PlanOptions } from './planning/plan-evidence.js'
export { planWaves } from './planning/plan-waves.js'
export type { WavePlan, WavesOptions } from './planning/plan-waves.js'
export { randomisationTest } from './planning/randomisation-test.js'
export type { RandomisationOptions, RandomisationResult } from './planning/randomisation-test.js'

export { forecastYearEnd } from './forecast/forecast-year-end.js'
export type { DistrictYearEnd, ForecastOptions, YearEndForecast } from './forecast/forecast-year-end.js'
export { nowcast } from './forecast/nowcast.js'
export type { Nowcast, NowcastOptions } from './forecast/nowcast.js'

export { combineEffects } from './models/random-effects.js'
export type { CombinedEffects, Effect } from './models/random-effects.js'
export { benjaminiHochberg, benjaminiYekutieli, holm } from './models/multiplicity.js'
export { randomStream } from './random.js'
export type { RandomStream } from './random.js'

export { heardFrom, heardTogether } from './reach/accumulate.js'
export type { OutletRuns } from './reach/accumulate.js'
export { normalQuantile, normalUpper } from './distributions/normal.js'
export { wavesPower } from './planning/waves-power.js'
export type { WavesPower, WavesPowerOptions } from './planning/waves-power.js'
export type {
  Calibration,
  CalibrationFigure,
  CalibrationMeasure,
  CalibrationPart,
} from './calibration-figures.js'

export { assign } from './numerics/assign.js'
