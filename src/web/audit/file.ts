import type { AuditFilter } from '../../domain/audit.js'
import type { AuditEvent } from '../../domain/audit.js'
import { canonicalJson } from '../../domain/audit.js'
import type { StaffVisit } from '../visit.js'

const rowsAtATime = 1000

/** Names of columns are those of the chain itself: the file can be checked against the hashes. */
const columns = [
  'sequence',
  'at',
  'actorKind',
  'actorId',
  'actorName',
  'action',
  'subjectKind',
  'subjectId',
  'before',
  'after',
  'previousHash',
  'hash',
] as const

/** The whole filtered list, the newest first, sent as it is read: a long trail fills no memory. */
export async function sendAuditFile({ app, res }: StaffVisit, filter: AuditFilter): Promise<void> {
  const name = `gaung-audit-${app.clock.today()}.csv`
  res.type('text/csv').set('Content-Disposition', `attachment; filename="${name}"`)
  res.write(app.tables.csv([columns], ','))
  let before: number | undefined
  do {
    const events = await app.store.audit.list(filter, { limit: rowsAtATime, before })
    if (events.length > 0) res.write(withoutMark(app.tables.csv(events.map(cells), ',')))
    before = events.length === rowsAtATime ? events.at(-1)!.sequence : undefined
  } while (before !== undefined)
  res.end()
}

function cells(event: AuditEvent): (string | number)[] {
  return columns.map(column => {
    const value = event[column]
    return typeof value === 'string' || typeof value === 'number' ? value : value ? canonicalJson(value) : ''
  })
}

/** The byte order mark belongs to the beginning of the file only. */
function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '')
}
