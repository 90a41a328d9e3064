import { mayApproveWorkOf } from './access.js'
import type { Medium } from './outlet.js'
import type { Decision } from './problem.js'
import { refused } from './problem.js'
import type { Instant } from './time.js'

/** Languages material is written in; how fast each is read is the office's to say. */
export const materialLanguages = ['id', 'lpg', 'jv', 'su'] as const
export type MaterialLanguage = (typeof materialLanguages)[number]

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
  retiredBy: string | null
  retireReason: string | null
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

/** What is right is never edited: it gets a new version, which takes its place once it is checked. */
export function mayEditMaterial(material: Material): Decision {
  return ['unchecked', 'returned'].includes(materialStatus(material)) ? { ok: true } : refused('wrong-state')
}

export function mayCheck(material: Material, personId: string): Decision {
  if (materialStatus(material) !== 'unchecked') return refused('wrong-state')
  return mayApproveWorkOf(material.authors, personId)
}

/** How long a script takes to read aloud; an estimate for planning, not a measured length. */
export function readingSeconds(script: string, wordsPerMinute: number): number {
  const count = script.split(/\s+/).filter(Boolean).length
  return Math.ceil((count / wordsPerMinute) * 60)
}
