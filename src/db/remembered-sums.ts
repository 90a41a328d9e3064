/**
 * Sums of what is known now, kept until registrations change. Every change has a moment of its own, and that moment is
 * read from the database each time: no process shows what another one has overtaken.
 */
import type { Instant } from '../domain/time.js'

const mostKept = 40

export function rememberedSums<Asked extends { asOf?: Instant | undefined }, Sum>(
  sum: (asked: Asked) => Promise<Sum[]>,
  lastChange: () => Promise<Instant | null>,
): (asked: Asked) => Promise<Sum[]> {
  let moment: Instant | null = null
  const kept = new Map<string, Promise<Sum[]>>()
  return async asked => {
    if (asked.asOf !== undefined) return sum(asked)
    const now = await lastChange()
    if (now !== moment) kept.clear()
    moment = now
    const key = JSON.stringify(asked)
    const known = kept.get(key)
    if (known) return known
    const found = sum(asked)
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, found)
    found.catch(() => kept.delete(key))
    return found
  }
}
