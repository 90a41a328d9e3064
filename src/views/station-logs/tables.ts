/** The tables of a log: how often what was found, each broadcast with its run, runs beyond the order, other rows. */
import { kindCounts } from '../../domain/log-runs.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Cell } from '../page.js'
import { paths } from '../paths.js'
import { isRefused, kindTag, orderedText, otherRows, rowPlace, runText } from './lines.js'
import type { LogPageFacts } from './show.js'

const mostRows = 100

export function countsTable(words: Words, formats: Formats, { runs }: LogPageFacts): TableModel {
  const t = words.stationLogs
  const rows = [...kindCounts(runs)].map(([kind, count]): Cell[] => [
    { tag: kindTag(words, kind) },
    formats.number(count),
  ])
  return table(t.kindCounts, [t.result, numeric(words.common.total)], rows, {
    empty: words.common.nothingYet,
  })
}

export function broadcastsTable(words: Words, formats: Formats, facts: LogPageFacts): TableModel {
  const t = words.stationLogs
  const { log, runs, locked, names, mayWork } = facts
  const rows = runs.flatMap((run): Cell[][] => {
    const broadcast = run.broadcastId ? facts.broadcasts.get(run.broadcastId) : undefined
    if (!broadcast) return []
    const isLocked = locked.has(broadcast.id)
    const mayOverrule = mayWork && log.committedAt !== null && !isLocked
    const note = run.overruledBy
      ? t.overruledBy(names.get(run.overruledBy) ?? '–', run.overruleReason ?? '')
      : ''
    return [
      [
        { label: orderedText(words, formats, broadcast), href: paths.broadcast(broadcast.id) },
        `${broadcast.materialCode} ${broadcast.materialTitle}`,
        { strong: runText(formats, run) || '–', soft: note || (isLocked ? t.locked : ''), to: '' },
        rowPlace(run, formats) || '–',
        { tag: kindTag(words, run.kind) },
        mayOverrule ? { label: t.overrule, href: paths.logRun(log.id, broadcast.id) } : '',
      ],
    ]
  })
  const columns = [t.ordered, t.material, t.inLog, t.line, t.result, words.common.actions]
  return table(t.broadcasts, columns, rows, { empty: words.common.nothingYet, showCaption: true })
}

export function extraTable(words: Words, formats: Formats, { runs }: LogPageFacts): TableModel {
  const t = words.stationLogs
  const rows = runs
    .filter(run => run.broadcastId === null)
    .map((run): Cell[] => [runText(formats, run), rowPlace(run, formats), { tag: kindTag(words, run.kind) }])
  return table(t.extra, [t.inLog, t.line, t.result], rows, { empty: t.extraNone, showCaption: true })
}

export function rowsTable(words: Words, formats: Formats, facts: LogPageFacts): TableModel {
  const t = words.stationLogs
  const rows = otherRows(facts)
    .slice(0, mostRows)
    .map((row): Cell[] => [
      rowPlace(row, formats),
      isRefused(row) ? { tag: { label: t.meanings[row.meaning]!, tone: 'bad' } } : t.meanings[row.meaning]!,
      row.text,
    ])
  return table(t.notCounted, [t.line, t.meaning, t.content], rows, {
    empty: t.notCountedNone,
    showCaption: true,
  })
}

export function moreText({ stationLogs: t }: Words, formats: Formats, facts: LogPageFacts): string {
  const more = otherRows(facts).length - mostRows
  return more > 0 ? t.more(formats.number(more)) : ''
}
