import type { Role } from './access.js'
import type { Problem } from './problem.js'
import type { Instant } from './time.js'

export type Language = 'id' | 'en'

export interface User {
  id: string
  email: string
  name: string
  role: Role
  language: Language
  createdAt: Instant
  deactivatedAt: Instant | null
  version: number
}

export type UserStatus = 'invited' | 'active' | 'deactivated'

export function userStatus(user: User, hasPassword: boolean): UserStatus {
  if (user.deactivatedAt) return 'deactivated'
  return hasPassword ? 'active' : 'invited'
}

export const shortestPassword = 12

/** What NIST SP 800-63B asks for: length and not a known word, no rules about digits or signs. */
export function passwordProblem(
  password: string,
  user: { email: string; name: string },
): Problem | undefined {
  if (Array.from(password).length < shortestPassword) {
    return { code: 'password-too-short', values: { length: shortestPassword } }
  }
  const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const known = ['password', 'gaung', 'jamsostek', 'bpjs', 'qwerty', 'rahasia', 'admin', 'sandi', '123456789']
  const own = [user.email.split('@')[0]!, ...user.name.split(' ')]
    .map(part => part.toLowerCase())
    .filter(p => p.length > 3)
  const rest = [...known, ...own].reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest.length < 6 || new Set(plain).size < 5 ? { code: 'password-too-common' } : undefined
}
