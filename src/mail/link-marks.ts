/** Only what is sent holds the secret of a link; whoever reads the outbox finds no way in. */
import { fillLinkMarks } from '../domain/link-mark.js'
import type { Tokens } from '../tokens.js'

export { linkMark } from '../domain/link-mark.js'

export function withAddresses(text: string, tokens: Tokens): string {
  return fillLinkMarks(text, id => tokens.ofLink(id))
}
