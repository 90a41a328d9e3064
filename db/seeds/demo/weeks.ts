/** The weekly rhythm: links on Monday morning, answers through the week, verification on Wednesday. */
import { addDays, addMinutes, type Day } from '../../../src/domain/time.js'
import { sendWeekLinks } from '../../../src/operations/send-week-links.js'
import { answerWeek } from './answers.js'
import { readOddities, weekNumber, type ContactWeek } from './contact-week.js'
import { readContacts, type ContactRow } from './outlets.js'
import { at, chance, season } from './season.js'
import { workday, type Story } from './story.js'
import { verifyWeek } from './verification.js'

const firstWeek: Day = '2011-01-17'

export function planWeeks(story: Story): void {
  for (let week = firstWeek; addDays(week, 7) <= season.today; week = addDays(week, 7)) {
    const monday = addDays(week, 7)
    story.at(at(monday, '07.00'), () => beginWeek(story, week))
    story.at(at(workday(story, addDays(monday, 2)), '13.30'), () => verifyWeek(story, week))
  }
}

async function beginWeek(story: Story, week: Day): Promise<void> {
  await sendWeekLinks(story.app, week)
  const { root } = story.app.config
  const oddities = readOddities(root).filter(odd => odd.week === week)
  for (const [index, row] of readContacts(root).entries()) {
    const contact = story.contacts.get(row.key)
    const link = contact && (await story.app.store.links.findWeek(contact.id, week))
    if (!link) continue
    const oddity = oddities.find(odd => odd.contact === row.key)?.what
    const answered = answerTime(row, { index, week, oddity })
    if (answered) story.at(answered, () => answerWeek(story, { row, index, contact, link, week, oddity }))
  }
}

/** When a contact answers for a week, if ever. Most do on Monday or Tuesday, some only when the next week is over. */
function answerTime(
  { prompt, silent }: ContactRow,
  { index, week, oddity }: Pick<ContactWeek, 'index' | 'week' | 'oddity'>,
): string | undefined {
  const monday = addDays(week, 7)
  const stream = chance('answer', index, weekNumber(week))
  const minute = 490 + stream.below(470)
  if (oddity === 'early') return addMinutes(at(monday, '07.20'), stream.below(55))
  if (oddity === 'silent' || monday === season.today) return undefined
  if (!oddity && stream.uniform() < Number(silent)) return undefined
  const isPrompt = stream.uniform() < Number(prompt)
  const days = isPrompt ? stream.below(2) : 3 + stream.below(5)
  return addMinutes(at(addDays(monday, days), '00.00'), minute)
}
