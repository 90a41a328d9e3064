import { mayApproveWorkOf } from './access.js'
import type { Medium } from './outlet.js'
import type { Decision } from './problem.js'
import { refused } from './problem.js'
import type { Instant } from './time.js'

/** The script, audio, video, artwork or copy to be run. May run only once a second person has checked it. */
export interface Material {
  id: string
  campaignId: string
  code: string
  title: string
  medium: Medium
  language: string
  script: string
  seconds: number | null
  fileId: string | null
  /** The length read from the file itself, where its kind has one. */
  fileSeconds: number | null
  authors: string[]
  createdAt: Instant
  checkedAt: Instant | null
  checkedBy: string | null
  returnedAt: Instant | null
  returnedBy: string | null
  returnReason: string | null
  retiredAt: Instant | null
  /** The version this one takes the place of, once it is checked. */
  replacesId: string | null
  version: number
}

export type MaterialStatus = 'unchecked' | 'returned' | 'checked' | 'retired'

export function materialStatus(material: Material): MaterialStatus {
  if (material.retiredAt) return 'retired'
  if (material.checkedAt) return 'checked'
  return material.returnedAt ? 'returned' : 'unchecked'
}

export function mayCheck(material: Material, personId: string): Decision {
  if (materialStatus(material) !== 'unchecked') return refused('wrong-state')
  return mayApproveWorkOf(material.authors, personId)
}

/** Indonesian newsreaders read about 130 words a minute; an estimate for planning, not a measured length. */
const wordsPerMinute = 130

export function readingSeconds(script: string): number {
  const count = script.split(/\s+/).filter(Boolean).length
  return Math.ceil((count / wordsPerMinute) * 60)
}
