import type { Language } from './user.js'
import type { Instant } from './time.js'

/** A person at one or more outlets who accepts orders and confirms runs. The only personal data that is kept. */
export interface Contact {
  id: string
  name: string
  email: string
  phone: string
  language: Language
  staleAt: Instant | null
  createdAt: Instant
  version: number
}
