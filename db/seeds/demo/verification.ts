/** What staff make of the answers on a Wednesday. */
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import { groupBy } from '../../../src/domain/group.js'
import { addDays, addMinutes, mondayOf, type Day } from '../../../src/domain/time.js'
import { verifyBroadcasts, type Judgement } from '../../../src/operations/verify-broadcasts.js'
import { answerAgain } from './answers.js'
import { readOddities, weekNumber, type Oddity } from './contact-week.js'
import { readContacts } from './outlets.js'
import { person } from './people.js'
import { chance } from './season.js'
import type { Story } from './story.js'
import { listOf } from './tables.js'

/** Now and then an outlet's week has to wait for another Wednesday; the last one is always left half done. */
const waits = 0.05
const leftOver: Record<Day, readonly string[]> = { '2011-10-31': ['gita', 'pagelaran', 'kabarselat'] }

const judgements: Partial<Record<Oddity, Judgement>> = {
  returned: { decision: 'returned', reason: 'Mohon lampirkan log siar minggu ini.' },
  'repeats-plan': {
    decision: 'disputed',
    reason: 'Jam di log sama persis dengan rencana, menit demi menit. Ini bukan log.',
  },
}

export async function verifyWeek(story: Story, week: Day): Promise<void> {
  const waiting = await story.app.store.broadcasts.listStates({ unjudged: true, to: addDays(week, 6) })
  const known = waiting.filter(({ answer }) => answer !== null && answer !== 'not-known')
  const keys = new Map([...story.outlets].map(([key, { id }]) => [id, key]))
  let number = 0
  for (const runs of groupBy(known, run => `${run.outletId} ${mondayOf(run.day)}`).values()) {
    const key = keys.get(runs[0]!.outletId)!
    if (leftOver[week]?.includes(key)) continue
    if (chance('office', weekNumber(week), number++).uniform() < waits) continue
    await judge(story, runs, key)
  }
}

async function judge(story: Story, runs: BroadcastState[], outlet: string): Promise<void> {
  const week = mondayOf(runs[0]!.day)
  const odd = oddityOf(story, outlet, week)
  const again = runs.some(run => run.decision === 'returned')
  const judgement = (odd && !again && judgements[odd]) || ({ decision: 'verified', reason: '' } as const)
  const who = judgement.decision === 'disputed' ? 'bambang' : weekNumber(week) % 2 === 0 ? 'dewi' : 'rizky'
  const ids = runs.map(({ id }) => id)
  await verifyBroadcasts(story.app, person(story, who), ids, judgement)
  if (judgement.decision === 'returned') planSecondAnswer(story, outlet, week)
}

function oddityOf(story: Story, outlet: string, week: Day): Oddity | undefined {
  const { root } = story.app.config
  const odd = readOddities(root).find(({ contact, week: when }) => {
    const serves = readContacts(root).find(({ key }) => key === contact)!
    return when === week && listOf(serves.outlets).includes(outlet)
  })
  return odd?.what
}

function planSecondAnswer(story: Story, outlet: string, week: Day): void {
  const { app } = story
  const contacts = readContacts(app.config.root)
  const index = contacts.findIndex(row => listOf(row.outlets).includes(outlet))
  const row = contacts[index]!
  const contact = story.contacts.get(row.key)!
  story.at(addMinutes(app.clock.now(), 26 * 60), async () => {
    const link = (await app.store.links.findWeek(contact.id, week))!
    await answerAgain(story, { row, index, contact, link, week, oddity: undefined })
  })
}
