import type { Outlet } from '../../domain/outlet.js'
import { logStatus, type StationLog } from '../../domain/station-log.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import { table } from '../components/table.js'
import type { TableModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import { field, formPage, row, type FormPageModel } from '../forms/page.js'
import type { Cell, Page } from '../page.js'
import { paths } from '../paths.js'
import type { LogPage } from './show.js'
import type { ReadingForm } from './reading.js'

export interface LogListPage extends Page {
  lede: string
  table: TableModel
}

export interface StationLogViews {
  'station-logs/show': LogPage
  'station-logs/reading': ReadingForm
  'station-logs/list': LogListPage
}

export type ListedLog = Pick<
  StationLog,
  'id' | 'fileName' | 'receivedAt' | 'committedAt' | 'discardedAt' | 'grade'
> & { firstDay: Day; lastDay: Day }

interface Listed {
  outlet: Outlet
  logs: readonly ListedLog[]
}

/** For those who only read. */
export function logListPage(words: Words, formats: Formats, listed: Listed): LogListPage {
  const t = words.stationLogs
  return {
    title: t.titleOf(listed.outlet.name),
    trail: trailTo(words, listed.outlet),
    lede: '',
    table: logTable(words, formats, listed.logs),
  }
}

export function logUploadPage(
  words: Words,
  formats: Formats,
  {
    listed,
    days,
    state = freshForm,
  }: { listed: Listed; days: { first: Day; last: Day }; state?: FormState | undefined },
): FormPageModel {
  const t = words.stationLogs
  const form = formBuilder(words, state)
  const parts = [
    row(
      form.input('first', t.first, { kind: 'date', value: days.first }),
      form.input('last', t.last, { kind: 'date', value: days.last }),
    ),
    field(form.input('file', t.file, { kind: 'file', optional: true })),
    field(form.input('text', t.text, { kind: 'textarea', rows: 8, optional: true })),
  ]
  return formPage({
    title: t.titleOf(listed.outlet.name),
    trail: trailTo(words, listed.outlet),
    lede: t.lead,
    known: { table: logTable(words, formats, listed.logs), formTitle: t.send },
    summary: form.summary,
    action: paths.outletLogs(listed.outlet.id),
    multipart: true,
    parts,
    button: t.read,
    cancel: { label: words.common.back, href: paths.outlet(listed.outlet.id) },
  })
}

function trailTo(words: Words, outlet: Outlet) {
  return [
    { label: words.outlets.title, href: paths.outlets },
    { label: outlet.name, href: paths.outlet(outlet.id) },
  ]
}

function logTable(words: Words, formats: Formats, logs: readonly ListedLog[]): TableModel {
  const t = words.stationLogs
  const rows = logs.map((log): Cell[] => [
    { label: formats.days(log.firstDay, log.lastDay), href: paths.log(log.id) },
    log.fileName,
    formats.instant(log.receivedAt),
    t.statusNames[logStatus(log)]!,
    log.grade ?? '–',
  ])
  return table(t.title, [t.period, t.file, t.received, t.state, t.grade], rows, { empty: t.none })
}
