import type { Task, TaskKind } from '../../domain/desk.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'
import type { OverviewPage } from './overview.js'

export interface DeskPage extends Page {
  head: PageHeadModel
  groups: { title: string; tasks: { label: string; href: string; note: string }[] }[]
  empty: string
}

export interface HomeViews {
  'home/desk': DeskPage
  'home/overview': OverviewPage
}

const order: readonly TaskKind[] = [
  'order-at-risk',
  'order-declined',
  'campaign-returned',
  'campaign-decide',
  'order-decide',
  'material-check',
  'message-decide',
  'order-send',
  'order-unanswered',
  'answers-overdue',
  'more-time',
  'proofs-alike',
  'contact-stale',
  'answers-waiting',
]

export function deskPage(words: Words, formats: Formats, given: { tasks: Task[]; today: string }): DeskPage {
  const t = words.home
  const groups = order.map(kind => ({
    title: t.tasks[kind],
    tasks: given.tasks.filter(task => task.kind === kind).map(task => taskEntry(words, formats, task)),
  }))
  return {
    title: t.deskTitle,
    trail: [],
    head: {
      title: t.deskTitle,
      lede: t.deskLead,
      tag: null,
      updated: formats.dayWithWeekday(given.today),
      links: [],
      actions: [],
    },
    groups: groups.filter(group => group.tasks.length > 0),
    empty: given.tasks.length === 0 ? t.deskEmpty : '',
  }
}

function taskEntry(words: Words, formats: Formats, task: Task): DeskPage['groups'][number]['tasks'][number] {
  const count = formats.number(task.count)
  if (task.kind === 'proofs-alike')
    return { label: words.proofs.alarmsTitle, href: paths.evidenceAlarms, note: count }
  const asked = task.asked && words.moreTime.until(task.asked.by, formats.dayWithWeekday(task.asked.untilDay))
  const note = [task.count > 0 ? words.home.taskCount(count) : '', asked ?? ''].filter(Boolean).join(' · ')
  return { label: task.name || words.broadcasts.verificationTitle, href: placeOf(task), note }
}

/** Where the task is done. */
function placeOf({ kind, subjectId }: Task): string {
  if (kind === 'contact-stale') return paths.contact(subjectId)
  if (kind === 'answers-waiting') return paths.verification
  if (kind === 'answers-overdue' || kind === 'more-time') return paths.outlet(subjectId)
  if (kind === 'message-decide') return paths.message(subjectId)
  if (kind === 'material-check') return paths.material(subjectId)
  return kind.startsWith('campaign') ? paths.campaign(subjectId) : paths.order(subjectId)
}
