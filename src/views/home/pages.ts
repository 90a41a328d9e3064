import { taskKinds, type Task, type TaskKind } from '../../domain/desk.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import type { OverviewPage } from './overview.js'
import type { SetUpModel } from './set-up.js'

export interface DeskPage extends Page {
  head: PageHeadModel
  setUp: SetUpModel | null
  groups: { title: string; tasks: { label: string; href: string; note: string }[] }[]
  empty: string
}

export interface HomeViews {
  'home/desk': DeskPage
  'home/overview': OverviewPage
  'home/set-up': SetUpModel
}

interface DeskGiven {
  tasks: Task[]
  today: string
  setUp: SetUpModel | null
}

export function deskPage(words: Words, formats: Formats, given: DeskGiven): DeskPage {
  const t = words.home
  const groups = taskKinds.map(kind => ({
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
    setUp: given.setUp,
    groups: groups.filter(group => group.tasks.length > 0),
    empty: given.tasks.length === 0 ? t.deskEmpty : '',
  }
}

function taskEntry(words: Words, formats: Formats, task: Task): DeskPage['groups'][number]['tasks'][number] {
  return {
    label: task.name || wholeName(words, task.kind),
    href: placeOf(task),
    note: noteOf(words, formats, task),
  }
}

/** Tasks about everything of a kind bear no name of their own. */
function wholeName(words: Words, kind: TaskKind): string {
  return kind === 'proofs-alike' ? words.proofs.alarmsTitle : words.broadcasts.verificationTitle
}

function noteOf(words: Words, formats: Formats, { kind, count, due, districts, asked }: Task): string {
  const t = words.home
  if (districts) return formats.list(districts)
  if (due) return (due.isPast ? t.taskLate : t.taskDue)(formats.dayMedium(due.day))
  if (count === 0) return ''
  const number = formats.number(count)
  if (kind === 'proofs-alike') return number
  const until = asked && words.moreTime.until(asked.by, formats.dayWithWeekday(asked.untilDay))
  return [t.taskCount(number), until].filter(Boolean).join(' · ')
}

/** Where the task is done. */
function placeOf({ kind, subjectId }: Task): string {
  switch (kind) {
    case 'contact-stale':
      return paths.contact(subjectId)
    case 'proofs-alike':
      return paths.evidenceAlarms
    case 'answers-waiting':
      return paths.verification
    case 'answers-overdue':
    case 'more-time':
      return paths.outlet(subjectId)
    case 'makegood-decide':
      return paths.remedy(subjectId)
    case 'miss-open':
      return withQuery(paths.campaignDelivery(subjectId), { state: 'missed' })
    case 'message-decide':
    case 'message-returned':
      return paths.message(subjectId)
    case 'material-check':
    case 'material-returned':
      return paths.material(subjectId)
    case 'campaign-decide':
    case 'campaign-returned':
    case 'district-silent':
      return paths.campaign(subjectId)
    default:
      return paths.order(subjectId)
  }
}
