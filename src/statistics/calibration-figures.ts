/** One part of the calibration, as a page may group it. */
export type CalibrationPart =
  | 'lift'
  | 'warnings'
  | 'seasons'
  | 'spikes'
  | 'power'
  | 'fair-coin'
  | 'year-end'
  | 'delays'
  | 'lots'
  | 'speed'

export type CalibrationMeasure =
  | 'false-positives'
  | 'coverage'
  | 'width'
  | 'error'
  | 'bias'
  | 'power'
  | 'adjusted-power'
  | 'warned'
  | 'warned-or-right'
  | 'warned-if-wrong'
  | 'false-discoveries'
  | 'shown-apart'
  | 'refused'
  | 'found'
  | 'delay-days'
  | 'common-shock-spikes'
  | 'predicted-power'
  | 'absolute-error'
  | 'milliseconds'
  | 'megabytes'
  | 'growth'

/** What was tried. */
export interface CalibrationSetting {
  part: CalibrationPart
  measure: CalibrationMeasure
  /** Where the data come from: given data sets, or a generator. */
  data: string
  /** The product's own method, or one it is compared with. */
  method: string
  districts?: number
  exposed?: number
  lift?: number
  days?: number
}

/** Bounds a figure has to keep, both included. */
export interface Gate {
  atLeast?: number
  atMost?: number
}

/** One figure: shares as shares, times in milliseconds; `error` is its Monte-Carlo standard error. */
export interface CalibrationFigure extends CalibrationSetting {
  value: number
  error: number | null
  trials: number
  gate: Gate | null
  /** Null where there is no gate. */
  met: boolean | null
}

/** A whole calibration, as the bench wrote it. */
export interface Calibration {
  /** Day on which it ran, YYYY-MM-DD. */
  date: string
  seed: number
  /** Small runs have larger Monte-Carlo errors. */
  size: 'quick' | 'middle' | 'full'
  figures: CalibrationFigure[]
}
