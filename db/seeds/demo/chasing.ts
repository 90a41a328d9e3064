/** The last weeks before the demo opens: reminders by the clock, and a contact who needs more time. */
import { addDays } from '../../../src/domain/time.js'
import { askMoreTime } from '../../../src/operations/ask-more-time.js'
import { remindPartners } from '../../../src/operations/remind-partners.js'
import { at, season } from './season.js'
import type { Story } from './story.js'

const remindedDays = 21

/** Serves an outlet whose answer is due on the day after the demo opens. */
const busy = { contact: 'herman', week: '2011-11-07', time: '08.10' }

export function planChasing(story: Story): void {
  for (let ago = remindedDays; ago >= 0; ago--)
    story.at(at(addDays(season.today, -ago), '08.00'), () => remindPartners(story.app))
  story.at(at(season.today, busy.time), () => needTime(story))
}

async function needTime({ app, contacts }: Story): Promise<void> {
  const { id, name } = contacts.get(busy.contact)!
  const link = (await app.store.links.findWeek(id, busy.week))!
  await askMoreTime(app, { kind: 'contact', id, name, linkId: link.id }, link)
}
