import { hash, verify } from '@node-rs/argon2'

export interface Passwords {
  hash(password: string): Promise<string>
  matches(password: string, hash: string | null): Promise<boolean>
}

/** argon2id with OWASP's least parameters: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function argon2Passwords(): Passwords {
  // Compared when there is no such account, so that the answer takes as long as a wrong password does.
  const nobody = hash('nobody has this password', cost)
  return {
    hash: password => hash(password, cost),
    async matches(password, known) {
      const same = await verify(known ?? (await nobody), password)
      return same && known !== null
    },
  }
}
