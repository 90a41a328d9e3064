/** What others than the outlets noticed: one run that a monitoring service saw, and one that nobody heard. */
import { recordObservation } from '../../../src/operations/record-observation.js'
import type { Seen } from '../../../src/domain/observation.js'
import { person } from './people.js'
import { at } from './season.js'
import type { Story } from './story.js'

const noted = at('2011-11-08', '16.10')

export function planObservations(story: Story): void {
  story.at(noted, async () => {
    await note(story, { outlet: 'sekampungtv', day: '2011-11-01', seen: 'ran' }, 'Terlihat utuh di layar.')
    const heard = 'Ditunggu sepanjang jam siar, tidak terdengar.'
    await note(story, { outlet: 'gita', day: '2011-11-04', seen: 'did-not-run' }, heard)
  })
}

async function note(
  story: Story,
  { outlet, day, seen }: { outlet: string; day: string; seen: Seen['seen'] },
  text: string,
): Promise<void> {
  const { id } = story.outlets.get(outlet)!
  const runs = await story.app.store.broadcasts.listStates({ outletIds: [id], from: day, to: day })
  const { id: broadcastId, fromMinute } = runs[0]!
  const minute = seen === 'ran' ? fromMinute + 12 : null
  await recordObservation(story.app, person(story, 'bambang'), broadcastId, {
    observer: 'monitor',
    seen,
    day,
    minute,
    note: text,
    upload: undefined,
  })
}
