/** Who does something: a signed-in user, a contact through a link, or the system by a named job. */
import type { Role } from './access.js'

export type Actor =
  | { kind: 'user'; id: string; name: string; role: Role }
  | { kind: 'contact'; id: string; name: string; linkId: string }
  | { kind: 'system'; id: string; name: string }

export type UserActor = Extract<Actor, { kind: 'user' }>

export function system(job: string): Actor {
  return { kind: 'system', id: job, name: job }
}
