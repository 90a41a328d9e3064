import type { EvidenceKind } from './confirmation.js'
import type { Instant } from './time.js'

/** A file as it is kept: by the hash of its bytes. */
export interface StoredFile {
  id: string
  sha256: string
  mediaType: string
  bytes: number
  originalName: string
  /** What a picture looks like: 64 hexadecimal digits. */
  perceptualHash: string | null
  width: number | null
  height: number | null
  /** How long a recording plays. */
  seconds: number | null
  storedAt: Instant
}

/** What was found when a file was looked at and stored, before it has a row of its own. */
export type KeptFile = Omit<StoredFile, 'id' | 'originalName' | 'storedAt'>

/** What an outlet shows for its answers: a file or an address, for one broadcast or for many. */
export interface Evidence {
  id: string
  kind: EvidenceKind
  fileId: string | null
  url: string | null
  firstSeen: string | null
  lastSeen: string | null
  edition: string | null
  page: string | null
  note: string
  givenByContact: string | null
  givenByUser: string | null
  givenAt: Instant
  withdrawnAt: Instant | null
}

/** Evidence as it stands for one broadcast, with what is known of its file. */
export interface EvidenceOfBroadcast extends Evidence {
  broadcastId: string
  mediaType: string | null
  originalName: string | null
  bytes: number | null
  seconds: number | null
  /** The station log it is, where it was read as one, and what that is worth. */
  logId: string | null
  logGrade: 'E1' | 'E2' | null
}

/** The same file, or nearly the same picture, was offered for another order: a person looks at both. */
export interface EvidenceAlarm {
  id: string
  evidenceId: string
  otherId: string
  kind: 'same-file' | 'similar-picture'
  /** In how many of 256 bits the pictures differ. */
  distance: number
  raisedAt: Instant
  settledAt: Instant | null
  settledBy: string | null
  settlement: string | null
}
