import type { Panel } from '../panel.js'
import type { Refusal } from '../refusal.js'
import { liftData, type LiftData } from './lift-data.js'
import {
  estimateByFactors,
  estimateByMemory,
  prepare,
  type MethodResult,
  type Preparation,
} from './methods.js'
import type { LiftSettings } from './options.js'

/** Both methods for one flight, with what they were computed from. */
export interface LiftAnalysis {
  ok: true
  data: LiftData
  preparation: Preparation
  factors: MethodResult
  /** Null with fewer than eight comparison districts or eight weeks before. */
  memory: MethodResult | null
  /** M3 where it can be had, else M1. */
  chosen: MethodResult
}

const LEAST_FOR_MEMORY = { districts: 8, weeks: 8 }

/** Runs both methods, or says by name why neither can be. 2 ms for 14 districts × 120 days. */
export function analyseLift(panel: Panel, settings: LiftSettings): LiftAnalysis | Refusal {
  const data = liftData(panel, settings)
  if (!data.ok) return data
  const preparation = prepare(data)
  const factors = estimateByFactors(preparation)
  const { districts, weeks } = LEAST_FOR_MEMORY
  const enough = data.comparison.length >= districts && preparation.blocks.count >= weeks
  const memory = enough ? estimateByMemory(preparation, factors) : null
  return { ok: true, data, preparation, factors, memory, chosen: memory ?? factors }
}
