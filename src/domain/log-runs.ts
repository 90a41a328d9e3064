/** What a log says, as lines that can be kept: every broadcast with its run or without, then the runs beyond the order. */
import type { LogMatch } from './match-log.js'
import type { LogEntry, LogRun } from './station-log.js'

type Told = Pick<LogRun, 'sheet' | 'line' | 'day' | 'minute' | 'second' | 'seconds' | 'text'>

export function logRuns(logId: string, match: LogMatch): LogRun[] {
  const plain = { logId, overruledAt: null, overruledBy: null, overruleReason: null }
  const matched = match.broadcasts.map(({ broadcast, entry, kind, materialId }) => {
    return { ...plain, ...(entry ? told(entry) : silent), broadcastId: broadcast.id, kind, materialId }
  })
  const extra = match.extra.map(({ entry, kind, materialId }) => {
    return { ...plain, ...told(entry), broadcastId: null, kind, materialId }
  })
  return [...matched, ...extra].map((run, position) => ({ ...run, position }))
}

const silent: Told = { sheet: '', line: null, day: null, minute: null, second: null, seconds: null, text: '' }

function told({ sheet, line, day, minute, second, seconds, text }: Told): Told {
  return { sheet, line, day, minute, second, seconds, text }
}

/** The run of a line as the matching takes it; nothing where the log is silent. */
export function entryOf(run: LogRun): LogEntry | null {
  if (run.day === null || run.line === null) return null
  return { ...told(run), day: run.day, line: run.line, index: run.position }
}

/** How often each result occurs. */
export function kindCounts(runs: readonly Pick<LogRun, 'kind'>[]): Map<LogRun['kind'], number> {
  const counts = new Map<LogRun['kind'], number>()
  for (const { kind } of runs) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return counts
}

export interface Exchange {
  changed: LogRun[]
  added: LogRun[]
  removed: LogRun[]
}

/**
 * Gives a broadcast a run that stood beyond the order, or none. The run it had before takes the other's place, so that
 * nothing of what the log says is lost. `kindOf` judges a run against the broadcast; `next` is a free position.
 */
export function exchange(
  target: LogRun,
  source: LogRun | null,
  { next, kindOf }: { next: number; kindOf: (run: LogRun) => LogRun['kind'] },
): Exchange {
  const taken = source ? { ...told(source), materialId: source.materialId } : { ...silent, materialId: null }
  const changed: LogRun = { ...target, ...taken }
  changed.kind = source ? kindOf(changed) : 'not-in-log'
  if (target.line === null) return { changed: [changed], added: [], removed: source ? [source] : [] }
  const before: LogRun = {
    ...target,
    broadcastId: null,
    kind: 'not-ordered',
    position: source?.position ?? next,
  }
  return source
    ? { changed: [changed, before], added: [], removed: [] }
    : { changed: [changed], added: [before], removed: [] }
}
