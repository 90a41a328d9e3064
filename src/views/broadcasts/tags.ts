import type { BroadcastState } from '../../domain/broadcast.js'
import { deliveryStatus, type DeliveryStatus } from '../../domain/delivery.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { Tag } from '../page.js'

export const deliveryTones: Record<DeliveryStatus, Tag['tone']> = {
  withdrawn: 'plain',
  planned: 'info',
  'no-answer': 'wait',
  'not-known': 'wait',
  confirmed: 'info',
  verified: 'good',
  missed: 'bad',
  disputed: 'bad',
  returned: 'wait',
}

export function deliveryTag(words: Words, broadcast: BroadcastState, today: Day): Tag {
  const status = deliveryStatus(broadcast, today)
  return { label: words.delivery.statusNames[status], tone: deliveryTones[status] }
}
