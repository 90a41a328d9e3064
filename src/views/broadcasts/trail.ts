import type { BroadcastState } from '../../domain/broadcast.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import type { Crumb } from '../page.js'
import { paths } from '../paths.js'

export function broadcastTrail(words: Words, broadcast: BroadcastState): Crumb[] {
  return [
    { label: words.campaigns.title, href: paths.campaigns },
    { label: broadcast.campaignName, href: paths.campaignDelivery(broadcast.campaignId) },
  ]
}

export function broadcastName(formats: Formats, { outletName, day }: BroadcastState): string {
  return `${outletName}, ${formats.day(day)}`
}
