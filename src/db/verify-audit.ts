import { auditHash, type audit } from './audit.js'

/** What a walk along the whole chain found: every event as it was written, or the first that is not. */
export type AuditFinding = { ok: true; events: number } | { ok: false; sequence: number; why: string }

const pageSize = 1000

/** An event that was altered, removed or put in between breaks the chain at its place; one cut off the end breaks the head. */
export async function verifyAudit(events: ReturnType<typeof audit>): Promise<AuditFinding> {
  let last = { sequence: 0, hash: '' }
  for (;;) {
    const page = await events.after(last.sequence, pageSize)
    for (const event of page) {
      const broken = (why: string): AuditFinding => ({ ok: false, sequence: last.sequence + 1, why })
      if (event.sequence !== last.sequence + 1) return broken('the event is missing')
      if (event.previousHash !== last.hash) return broken('it does not follow the event before it')
      if (event.hash !== auditHash(event)) return broken('it is not as it was written')
      last = event
    }
    if (page.length < pageSize) break
  }
  const head = await events.head()
  if (head.sequence === last.sequence && head.hash === last.hash) return { ok: true, events: last.sequence }
  return { ok: false, sequence: last.sequence + 1, why: `events up to ${head.sequence} are missing` }
}
