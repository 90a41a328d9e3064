import type { DeliveryPage } from './delivery.js'
import type { ObservationSection } from './proof.js'
import type { BroadcastPage } from './show.js'
import type { VerificationPage } from './verification.js'

export interface BroadcastViews {
  'broadcasts/delivery': DeliveryPage
  'broadcasts/show': BroadcastPage
  'broadcasts/observations': ObservationSection
  'broadcasts/verification': VerificationPage
}
