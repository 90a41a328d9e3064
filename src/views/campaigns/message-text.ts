import type { Message } from '../../domain/message.js'
import type { Formats } from '../formats.js'

/** A message in the reader's language, with where its claim stands. */
export function messageText(
  formats: Formats,
  message: Message,
): { title: string; claim: string; source: string } {
  return formats.language === 'id'
    ? { title: message.titleId, claim: message.claimId, source: message.legalSource }
    : { title: message.titleEn, claim: message.claimEn, source: message.legalSource }
}
