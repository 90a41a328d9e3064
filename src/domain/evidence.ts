import type { EvidenceKind } from './confirmation.js'
import type { Instant } from './time.js'

/** A file as it is kept: by the hash of its bytes. */
export interface StoredFile {
  id: string
  sha256: string
  mediaType: string
  bytes: number
  originalName: string
  perceptualHash: string | null
  storedAt: Instant
}

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
}
