import type { Words } from '../../language/words.js'
import { stoppableJobs } from '../../domain/schedule.js'
import { addMinutes, type Instant } from '../../domain/time.js'
import type { PageHeadModel, ProgressModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Action, Page, Tag } from '../page.js'
import { paths } from '../paths.js'

export interface JobsPage extends Page {
  head: PageHeadModel
  progress: ProgressModel | null
  jobs: TableModel
  historyTitle: string
  history: TableModel
}

export interface JobsViews {
  'jobs/list': JobsPage
}

export interface JobFacts {
  name: string
  dueAt: Instant
  leasedUntil: Instant | null
  lastSucceededAt: Instant | null
  lastError: string | null
  progress: number | null
}

interface RunFacts {
  name: string
  startedAt: Instant
  finishedAt: Instant | null
  outcome: 'done' | 'failed' | 'cancelled' | null
  detail: string
}

export function jobsPage(
  words: Words,
  formats: Formats,
  { jobs, runs, now }: { jobs: readonly JobFacts[]; runs: readonly RunFacts[]; now: Instant },
): JobsPage {
  const t = words.system
  const running = jobs.filter(job => stateOf(job, now) === 'running')
  return {
    title: t.jobsTitle,
    trail: [],
    ...(running.length > 0 ? { refresh: 5 } : {}),
    head: { title: t.jobsTitle, lede: t.jobsLead, tag: null, updated: '', links: [], actions: [] },
    progress: running.length > 0 ? progressOf(words, formats, running) : null,
    jobs: jobTable(words, formats, { jobs, now }),
    historyTitle: t.jobRuns,
    history: historyTable(words, formats, runs),
  }
}

type State = 'running' | 'failing' | 'late' | 'waiting' | 'done'

const tones: Record<State, Tag['tone']> = {
  running: 'info',
  failing: 'bad',
  late: 'bad',
  waiting: 'plain',
  done: 'good',
}

/** Ten minutes after it was due, a job that nobody has taken is late: the dispatcher looks every minute. */
function stateOf({ dueAt, leasedUntil, lastSucceededAt, lastError }: JobFacts, now: Instant): State {
  if (leasedUntil !== null && leasedUntil > now) return 'running'
  if (lastError !== null) return 'failing'
  if (addMinutes(dueAt, 10) < now) return 'late'
  return lastSucceededAt === null ? 'waiting' : 'done'
}

function progressOf(words: Words, formats: Formats, running: readonly JobFacts[]): ProgressModel {
  const t = words.system
  const names = formats.list(running.map(job => nameOf(words, job.name)))
  const share = running.length === 1 ? running[0]!.progress : null
  return { label: t.jobRunning(names), share, sentence: t.jobRunningHint, poll: paths.jobs }
}

function jobTable(
  words: Words,
  formats: Formats,
  { jobs, now }: { jobs: readonly JobFacts[]; now: Instant },
): TableModel {
  const t = words.system
  const rows = jobs.map(job => {
    const state = stateOf(job, now)
    const run: Action = { action: paths.jobRun(job.name), label: t.jobRun, tone: 'plain', hidden: [] }
    const stop: Action = { action: paths.jobStop(job.name), label: t.jobStop, tone: 'plain', hidden: [] }
    const isStoppable = state === 'running' && stoppableJobs.includes(job.name)
    return [
      nameOf(words, job.name),
      { tag: { label: t.jobState[state], tone: tones[state] } },
      job.lastSucceededAt ? formats.instantShort(job.lastSucceededAt) : t.jobNever,
      formats.instantShort(job.dueAt),
      job.lastError ?? '',
      { actions: [isStoppable ? stop : run] },
    ]
  })
  const columns = [t.jobName, words.common.state, t.jobLast, t.jobDue, t.jobError, words.common.actions]
  return table(t.jobsTitle, columns, rows, { empty: words.common.nothingYet })
}

const outcomeTones: Record<'done' | 'failed' | 'cancelled' | 'running', Tag['tone']> = {
  cancelled: 'plain',
  done: 'good',
  failed: 'bad',
  running: 'info',
}

function historyTable(words: Words, formats: Formats, runs: readonly RunFacts[]): TableModel {
  const t = words.system
  const rows = runs.map(run => {
    const outcome = run.outcome ?? 'running'
    return [
      formats.instantShort(run.startedAt),
      nameOf(words, run.name),
      { tag: { label: t.jobOutcome[outcome], tone: outcomeTones[outcome] } },
      run.finishedAt
        ? t.jobSeconds(formats.decimal((Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000))
        : '',
      run.detail,
    ]
  })
  const columns = [words.common.when, t.jobName, words.common.state, numeric(t.jobTook), t.jobDetail]
  return table(t.jobRuns, columns, rows, { empty: t.jobRunsEmpty })
}

function nameOf({ system }: Words, name: string): string {
  return (system.jobNames as Record<string, string | undefined>)[name] ?? name
}
