import type { z } from 'zod'
import { plainAnswer, type ConfirmationContent } from '../../domain/confirmation.js'
import { mayAnswer } from '../../domain/delivery.js'
import type { Problem } from '../../domain/problem.js'
import { enterAnswers } from '../../operations/enter-answers.js'
import { freshForm, type FormState } from '../../views/components/fields.js'
import { answersPage } from '../../views/weeks/answers.js'
import { paths } from '../../views/paths.js'
import { choice } from '../form-fields.js'
import { readExceptions } from '../partner/exception-form.js'
import { typedFields, type Typed } from '../read-form.js'
import { orRefuse } from '../refusals.js'
import { redirect, show } from '../respond.js'
import type { StaffVisit } from '../visit.js'
import { outletWeek, type OutletWeek } from './week.js'

export const largestForm = 15_000_000

const longestNote = 500

const How = choice(['paper', 'telephone'])

export async function showAnswers(visit: StaffVisit, state?: FormState): Promise<void> {
  const facts = await answerable(visit)
  const page = answersPage(visit.words, visit.formats, facts, state ?? freshForm)
  show(visit, 'weeks/answers', page, state ? 422 : 200)
}

export async function saveAnswers(visit: StaffVisit): Promise<void> {
  const { app, actor, words, formats } = visit
  const typed = typedFields(visit.req.body)
  const facts = await answerable(visit)
  const { file } = visit.req
  const upload = file?.size ? { bytes: file.buffer, name: file.originalname.slice(0, 200) } : undefined
  const read = readAnswers(typed, facts, { today: app.clock.today(), hasFile: upload !== undefined })
  if (!read.ok) return showAnswers(visit, { typed, problems: read.problems })
  const { outlet, week } = facts
  const { how, answers } = read
  const given = { outletId: outlet.id, week, answers, how, upload, note: words.weeks.paperNote }
  const saved = await orRefuse(
    typed,
    () => enterAnswers(app, actor, given),
    state => showAnswers(visit, state),
  )
  if (saved === undefined) return
  const t = words.weeks
  redirect(visit, paths.outletWeek(outlet.id, week), saved > 0 ? t.saved(formats.number(saved)) : t.savedNone)
}

async function answerable(visit: StaffVisit): Promise<OutletWeek> {
  const { store, clock } = visit.app
  const facts = await outletWeek(visit)
  const period = { today: clock.today(), lockedThrough: await store.periodLocks.lockedThrough() }
  return { ...facts, broadcasts: facts.broadcasts.filter(broadcast => mayAnswer(broadcast, period).ok) }
}

type AnswersRead =
  | { ok: true; how: z.infer<typeof How>; answers: Map<string, ConfirmationContent> }
  | { ok: false; problems: Record<string, Problem> }

/** What is left as it is sends nothing; a paper comes with its photograph. */
function readAnswers(
  typed: Typed,
  { broadcasts }: OutletWeek,
  { today, hasFile }: { today: string; hasFile: boolean },
): AnswersRead {
  const whatOf = (id: string) => [typed[`what-${id}`] ?? ''].flat()[0]
  const ran = broadcasts.filter(({ id }) => whatOf(id) === 'ran')
  const others = broadcasts.filter(({ id }) => whatOf(id) !== '' && whatOf(id) !== 'ran')
  const how = How.safeParse(typed['how'])
  const read = readExceptions(typed, others, { today, materialIds: new Set() })
  const noteOf = (id: string) => [typed[`note-${id}`] ?? ''].flat()[0]!.trim()
  const long = ran.filter(({ id }) => noteOf(id).length > longestNote)
  const problems: Record<string, Problem> = {
    ...Object.fromEntries(
      long.map(({ id }) => [`note-${id}`, { code: 'too-long', values: { most: longestNote } } as const]),
    ),
    ...(how.success ? {} : { how: { code: 'not-a-choice' } }),
    ...(how.data === 'paper' && !hasFile ? { file: { code: 'file-missing' } } : {}),
    ...(read.ok ? {} : read.problems),
    ...(ran.length + others.length === 0 ? { '': { code: 'nothing-answered' } } : {}),
  }
  if (!read.ok || !how.success || Object.keys(problems).length > 0) return { ok: false, problems }
  const plain = ran.map(({ id }): [string, ConfirmationContent] => [
    id,
    { ...plainAnswer('ran'), note: noteOf(id) },
  ])
  return { ok: true, how: how.data, answers: new Map([...plain, ...read.contents]) }
}
