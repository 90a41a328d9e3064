import { z } from 'zod'
import type { ImportWithReport } from '../../domain/import-report.js'
import { leftOut, lotMeanings, measures, type ColumnRole } from '../../domain/registration-sheet.js'
import type { Stream } from '../../domain/stream.js'
import { choice, ticked } from '../form-fields.js'

const fixedRoles = ['ignored', 'day', 'district', 'stream', 'count'] as const satisfies readonly ColumnRole[]

/** One choice per column; the questions are there only where the sheet raises them. */
export function readingForm({ reading }: ImportWithReport, streams: readonly Stream[]) {
  const counts = streams.map(stream => `count ${stream.id}` as const)
  const role = choice([...fixedRoles, ...counts])
  const columns = Object.fromEntries(
    reading.roles.map((known, index) => [`column-${index}`, known === 'firm' ? choice(['firm']) : role]),
  )
  return z.strictObject({
    ...columns,
    dayOrder: choice(['day-month', 'month-day']).optional(),
    dash: choice(['zero', 'not-reported']).optional(),
    measure: choice(measures).optional(),
    lots: choice(lotMeanings).optional(),
  })
}

/** Per name what it means, and the name itself; an empty choice leaves the question open. */
export function namesForm(
  { report }: ImportWithReport,
  known: { districts: readonly string[]; streams: readonly string[] },
) {
  const fields = (kind: string, count: number, ids: readonly string[]) =>
    Array.from({ length: count }).flatMap((_, index) => [
      [`${kind}-${index}`, choice(['', leftOut, ...ids])] as const,
      [`${kind}-${index}-text`, z.string().max(100)] as const,
    ])
  return z.strictObject(
    Object.fromEntries([
      ...fields('district', report.unknownDistricts.length, known.districts),
      ...fields('stream', report.unknownStreams.length, known.streams),
    ]),
  )
}

/** A list with one box that may be ticked. */
export const CommitForm = z.strictObject({ leaveOut: ticked() })
