/** What the board is given. */
import type { Branch } from '../../domain/district.js'
import type { PaceBoard } from '../../domain/pace-board.js'
import type { Coverage } from '../../domain/registration-coverage.js'
import type { ReportingDelay } from '../../domain/reporting-delay.js'
import type { Stream } from '../../domain/stream.js'
import type { Target } from '../../domain/target.js'
import type { Day } from '../../domain/time.js'
import { streamNames, type Texts } from '../registrations/texts.js'
import type { ShownFigure } from '../targets/figures.js'

export interface PaceFilter {
  year: number
  /** 1 to 12, for a board at the end of that month; null for as far as counts are complete. */
  month: number | null
  /** Empty for all streams together. */
  streamId: string
  branchId: string | null
  /** As it was known at the end of this day; null for now. */
  asOf: Day | null
}

export interface ShownPace {
  filter: PaceFilter
  board: PaceBoard
  /** The last day that is counted. */
  through: Day
  streams: readonly Stream[]
  branches: readonly Branch[]
  years: readonly number[]
  targets: readonly Target[]
  coverage: Coverage
  weeks: readonly { day: Day; toDate: number }[]
  /** The day the forecasts stand on; null where there are none. */
  forecastOf: { day: Day; backTests: number } | null
  figures: readonly ShownFigure[]
  delays: readonly ReportingDelay[]
}

export function streamLabel(texts: Texts, { filter, streams }: ShownPace): string {
  const names = streamNames(texts, streams, `${filter.year}-12-31`)
  return names.get(filter.streamId) ?? texts.words.targets.allStreams
}
