/** Everything an audit pack tells of some orders, as it stands in the database. */
import type { AuditEvent } from '../audit.js'
import type { Broadcast } from '../broadcast.js'
import type { Campaign } from '../campaign.js'
import type { Confirmation, Verification } from '../confirmation.js'
import type { Evidence } from '../evidence.js'
import type { Material } from '../material.js'
import type { MediaOrder } from '../media-order.js'
import type { Outlet } from '../outlet.js'
import type { PaymentNote } from '../payment.js'

export interface PackedEvidence extends Evidence {
  broadcastIds: string[]
  sha256: string | null
  mediaType: string | null
  originalName: string | null
}

export interface PackFacts {
  orders: readonly MediaOrder[]
  campaigns: readonly Campaign[]
  outlets: readonly Outlet[]
  materials: readonly Material[]
  /** In the order they were to run. */
  broadcasts: readonly Broadcast[]
  confirmations: readonly Confirmation[]
  verifications: readonly Verification[]
  evidence: readonly PackedEvidence[]
  makegoods: readonly MakegoodFacts[]
  payments: readonly PaymentNote[]
  /** Who is named in them: staff and contacts. */
  people: readonly { id: string; name: string; role: string }[]
  events: readonly AuditEvent[]
}

/** A makegood as it is kept; every column goes into the pack. */
export interface MakegoodFacts {
  id: string
  missedId: string
  offeredAt: string
}
