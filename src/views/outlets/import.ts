import { outletImportStatus, type OutletImport, type OutletPlan } from '../../domain/outlet-import.js'
import type { District } from '../../domain/district.js'
import type { Words } from '../../language/words.js'
import {
  formBuilder,
  freshForm,
  type ChoicesModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { ConfirmPage, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Action, LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { changeTable } from './import-changes.js'
import { importTag } from './imports.js'
import { outletTrail } from './trail.js'

export interface OutletImportPage extends Page {
  head: PageHeadModel
  notes: string[]
  commit: {
    summary: SummaryModel
    action: string
    seen: string
    leaveOut: ChoicesModel | null
    button: string
    discard: Action
  } | null
  undo: LinkTo | null
  refused: { title: string; table: TableModel } | null
  changes: { title: string; table: TableModel; more: string }
  columns: { title: string; table: TableModel }
}

export interface ImportFacts {
  batch: OutletImport
  plan: OutletPlan
  seen: string
  refusedRows: number
  districts: ReadonlyMap<string, District>
  state?: FormState
}

export function outletImportPage(words: Words, formats: Formats, facts: ImportFacts): OutletImportPage {
  const t = words.outletImports
  const { batch, plan, refusedRows } = facts
  const waits = outletImportStatus(batch) === 'preview'
  const taken = formats.number(plan.rowsRead - refusedRows)
  return {
    title: batch.fileName,
    trail: [...outletTrail(words), { label: t.title, href: paths.outletImports }],
    head: {
      title: batch.fileName,
      lede: t.summary(formats.number(plan.rowsRead), taken, formats.number(refusedRows)),
      tag: importTag(words, batch),
      updated: '',
      links: [],
      actions: [],
    },
    notes: notesOf(words, formats, plan),
    commit: waits ? commitPart(words, formats, facts) : null,
    undo:
      outletImportStatus(batch) === 'committed'
        ? { label: t.undo, href: paths.outletImportUndo(batch.id) }
        : null,
    refused: plan.refused.length > 0 ? { title: t.refusedTitle, table: refusedTable(words, plan) } : null,
    changes: changeTable(words, formats, facts),
    columns: { title: t.columns, table: columnTable(words, facts) },
  }
}

function notesOf({ outletImports: t }: Words, formats: Formats, { notes, skipped }: OutletPlan): string[] {
  const lines = skipped.map(({ line }) => String(line))
  return [...notes.map(note => t.notes[note]), ...(lines.length > 0 ? [t.skipped(formats.list(lines))] : [])]
}

function commitPart(words: Words, formats: Formats, facts: ImportFacts): OutletImportPage['commit'] {
  const t = words.outletImports
  const { batch, plan, refusedRows } = facts
  const rows = plan.outlets.filter(row => row.change !== 'same').length + plan.coverage.length
  const discard: Action = {
    action: paths.outletImportDiscard(batch.id),
    label: t.discard,
    tone: 'plain',
    hidden: [],
  }
  const form = formBuilder(words, facts.state ?? freshForm)
  const yes = [['yes', t.leaveOutYes(formats.number(refusedRows))]] as const
  return {
    leaveOut: refusedRows > 0 && rows > 0 ? form.checkboxes('leaveOut', t.leaveOut, yes) : null,
    summary: form.summary,
    action: paths.outletImportCommit(batch.id),
    seen: facts.seen,
    button: rows > 0 ? t.commit(formats.number(rows)) : '',
    discard,
  }
}

function refusedTable(words: Words, { refused }: OutletPlan): TableModel {
  const t = words.outletImports
  return table(
    t.refusedTitle,
    [numeric(t.line), t.column, t.written, t.reason],
    refused
      .slice(0, 500)
      .map(row => [
        String(row.line),
        row.heading || '–',
        row.written || '–',
        t.reasons[row.reason]!(row.detail),
      ]),
    { empty: '' },
  )
}

function columnTable(words: Words, { plan, districts }: ImportFacts): TableModel {
  const t = words.outletImports
  const name = (role: string) => {
    if (role === 'ignored') return t.columnIgnored
    const code = role.startsWith('share ') ? role.slice('share '.length) : undefined
    return code ? t.shareOf(districts.get(code)?.shortName ?? code) : t.roles[role as keyof typeof t.roles]
  }
  const rows = plan.sheet.headings.flatMap((heading, index) =>
    heading === '' ? [] : [[heading, name(plan.sheet.roles[index]!)]],
  )
  return table(t.columns, [t.column, t.kind], rows, { empty: '' })
}

export function undoPage(words: Words, batch: OutletImport): ConfirmPage {
  const t = words.outletImports
  return {
    title: t.undoTitle,
    trail: [...outletTrail(words), { label: batch.fileName, href: paths.outletImport(batch.id) }],
    lede: t.undoLead(batch.fileName),
    consequences: [t.undoConsequences],
    summary: formBuilder(words, freshForm).summary,
    action: paths.outletImportUndo(batch.id),
    fields: [],
    hidden: [],
    button: t.undo,
    tone: 'danger',
    back: { label: words.common.back, href: paths.outletImport(batch.id) },
  }
}
