import type { Day, Instant } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { field, formPage, type FormPageModel } from '../forms/page.js'
import type { Cell } from '../page.js'
import { paths } from '../paths.js'

export interface PeriodLock {
  id: string
  throughDay: Day
  lockedAt: Instant
  lockedBy: string
  reopenedAt: Instant | null
  reopenedBy: string | null
  reopenReason: string | null
}

export interface LockFacts {
  locks: readonly PeriodLock[]
  lockedThrough: Day | null
  /** The last day of the week before, and what stands open up to it. */
  proposed: { day: Day; unanswered: number; unverified: number }
  names: ReadonlyMap<string, string>
  userId: string
}

export function periodLocksPage(
  words: Words,
  formats: Formats,
  facts: LockFacts,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.periodLocks
  const form = formBuilder(words, state)
  const { proposed, lockedThrough } = facts
  const standing = [
    lockedThrough ? t.lockedThrough(formats.dayWithWeekday(lockedThrough)) : t.lockedNone,
    proposed.unanswered > 0 ? t.open(formats.number(proposed.unanswered)) : t.openNone,
    proposed.unverified > 0 ? t.waiting(formats.number(proposed.unverified)) : '',
  ]
  return formPage({
    title: t.title,
    trail: [],
    lede: [t.lead, ...standing.filter(Boolean)].join(' '),
    known: { table: historyTable(words, formats, facts), formTitle: t.lock },
    summary: form.summary,
    action: paths.periodLocks,
    parts: [
      field(form.input('throughDay', t.through, { kind: 'date', value: proposed.day, hint: t.throughHint })),
    ],
    button: t.lock,
  })
}

function historyTable(words: Words, formats: Formats, { locks, names, userId }: LockFacts) {
  const t = words.periodLocks
  const rows = locks.map((lock): Cell[] => [
    formats.dayWithWeekday(lock.throughDay),
    `${names.get(lock.lockedBy) ?? '–'}, ${formats.instant(lock.lockedAt)}`,
    lock.reopenedAt
      ? t.reopenedBy(
          names.get(lock.reopenedBy ?? '') ?? '–',
          formats.instant(lock.reopenedAt),
          lock.reopenReason ?? '',
        )
      : t.isLocked,
    !lock.reopenedAt && lock.lockedBy !== userId
      ? { label: t.unlock, href: paths.periodUnlock(lock.id) }
      : '',
  ])
  return table(t.list, [t.day, t.by, t.state, words.common.actions], rows, { empty: t.none })
}

export function unlockPage(
  words: Words,
  formats: Formats,
  lock: PeriodLock,
  state: FormState = freshForm,
): FormPageModel {
  const t = words.periodLocks
  const form = formBuilder(words, state)
  return formPage({
    title: t.unlockTitle(formats.day(lock.throughDay)),
    trail: [{ label: t.title, href: paths.periodLocks }],
    lede: t.unlockLead,
    summary: form.summary,
    action: paths.periodUnlock(lock.id),
    parts: [field(form.input('reason', t.reason, { kind: 'textarea', rows: 2 }))],
    button: t.unlock,
    cancel: { label: words.common.back, href: paths.periodLocks },
  })
}
