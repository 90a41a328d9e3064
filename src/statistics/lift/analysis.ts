import type { Panel } from '../panel.js'
import { refuse, type Refusal } from '../refusal.js'
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
  /** Null with fewer than eight weeks before. */
  memory: MethodResult | null
  /** M3 where it can be had, else M1. */
  chosen: MethodResult
}

/** Weeks before that M3 learns from; its districts are all that are left, three at least. */
const LEAST_WEEKS = 8

/** Runs both methods, or says by name why neither can be. 2 ms for 14 districts × 120 days. */
export function analyseLift(panel: Panel, settings: LiftSettings): LiftAnalysis | Refusal {
  const data = liftData(panel, settings)
  if (!data.ok) return data
  const preparation = prepare(data)
  const factors = estimateByFactors(preparation)
  const memory = preparation.blocks.count >= LEAST_WEEKS ? estimateByMemory(preparation) : null
  const chosen = memory ?? factors
  // Where next to nobody registers, what is left to compare may foretell nothing at all
  if (!(chosen.prediction.expected > 0) || !Number.isFinite(chosen.test.p))
    return refuse('no-registrations-to-compare', { have: 0, needed: 1 })
  return { ok: true, data, preparation, factors, memory, chosen }
}
