/**
 * A mail is kept with a mark where a link's secret goes (`/p/link:<id>`); only what is sent holds the secret.
 * Whoever reads the table finds no way in.
 */
import type { Tokens } from '../tokens.js'

const mark = /link:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/g

export function linkMark(linkId: string): string {
  return `link:${linkId}`
}

export function withAddresses(text: string, tokens: Tokens): string {
  return text.replace(mark, (_, id: string) => tokens.ofLink(id))
}

export function withoutAddresses(text: string): string {
  return text.replace(mark, '…')
}
