import type { Pool } from './pool.js'
import type { CalibrationFigure } from './results.js'
import type { Sizes } from './sizes.js'

/** What every part of the calibration is handed. */
export interface Run {
  pool: Pool
  sizes: Sizes
  seed: number
  /** Folder of the given data sets; may be missing. */
  cases: string
}

export type Part = (run: Run) => Promise<CalibrationFigure[]>
