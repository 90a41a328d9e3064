/** What the pages of a station log are made of, for staff and for the outlet alike. */
import type { BroadcastState } from '../../domain/broadcast.js'
import type { CopyFinding } from '../../domain/plan-copy.js'
import type { Outlet } from '../../domain/outlet.js'
import type { LogRead, LogRun, StationLog, TextMeaning } from '../../domain/station-log.js'

export interface LogFacts {
  log: StationLog
  outlet: Outlet
  read: LogRead
  runs: LogRun[]
  broadcasts: ReadonlyMap<string, BroadcastState>
  meanings: ReadonlyMap<string, TextMeaning>
  finding: CopyFinding | null
  /** How many answers keeping it would record. */
  answers: number
  locked: ReadonlySet<string>
  foreign: number
}
