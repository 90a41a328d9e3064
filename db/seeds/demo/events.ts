/** Field events that somebody wrote down, when they were written down, and a period that was locked. */
import type { FieldEventKind } from '../../../src/domain/field-event.js'
import { record } from '../../../src/operations/record.js'
import { addFieldEvent } from '../../../src/operations/save-field-event.js'
import { person, type PersonKey } from './people.js'
import { readHappenings, type Happening } from './pushes.js'
import { at } from './season.js'
import type { Story } from './story.js'
import { listOf } from './tables.js'

export function planEvents(story: Story): void {
  for (const happening of readHappenings(story.app.config.root))
    if (happening.kind) story.at(at(happening.logged, '16.00'), () => log(story, happening))
  story.at(at('2011-07-29', '15.30'), () => lock(story, '2011-06-30'))
}

function log(story: Story, { kind, title, districts, first, last, by, note }: Happening): Promise<unknown> {
  return addFieldEvent(story.app, person(story, by as PersonKey), {
    kind: kind as FieldEventKind,
    title,
    firstDay: first,
    lastDay: last,
    note,
    districtCodes: listOf(districts),
  })
}

/** The first half of the year is settled: outlets can no longer correct what they answered for it. */
async function lock(story: Story, throughDay: string): Promise<void> {
  const { app } = story
  const manager = person(story, 'endang')
  const id = app.newId()
  const lockedAt = app.clock.now()
  const open = { reopenedAt: null, reopenedBy: null, reopenReason: null }
  await app.store.periodLocks.insert({ id, throughDay, lockedAt, lockedBy: manager.id, ...open })
  await record(app, app.store, manager, {
    action: 'period-locked',
    subject: ['period', id],
    after: { throughDay },
  })
}
