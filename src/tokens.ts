/**
 * What makes a link secret: its row's id, signed with the installation's secret. The database alone yields no link,
 * and the same link can be written into a reminder again.
 */
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

export interface Tokens {
  /** The secret part of a link's address. */
  ofLink(linkId: string): string
  /** The link's id, or nothing when the token was altered. */
  linkId(token: string): string | undefined
  /** A secret for a program, and the hash by which it is known again. */
  freshSecret(): { secret: string; hash: string }
  hashOf(secret: string): string
  /** A key of its own for another purpose, derived from the secret. */
  key(purpose: string): Buffer
}

const signatureBytes = 16

export function createTokens(secret: string): Tokens {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'gaung', purpose, 32))
  const linkKey = key('links')
  const sign = (id: Buffer) => createHmac('sha256', linkKey).update(id).digest().subarray(0, signatureBytes)
  const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
  return {
    key,
    hashOf,
    freshSecret() {
      const secret = `gaung_${randomBytes(32).toString('base64url')}`
      return { secret, hash: hashOf(secret) }
    },
    ofLink(linkId) {
      const id = Buffer.from(linkId.replaceAll('-', ''), 'hex')
      return Buffer.concat([id, sign(id)]).toString('base64url')
    },
    linkId(token) {
      const bytes = Buffer.from(token, 'base64url')
      if (bytes.length !== 16 + signatureBytes || bytes.toString('base64url') !== token) return undefined
      const id = bytes.subarray(0, 16)
      return timingSafeEqual(sign(id), bytes.subarray(16)) ? asUuid(id.toString('hex')) : undefined
    },
  }
}

function asUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
