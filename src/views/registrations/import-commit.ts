/** The one decision the page of a preview waits for. */
import type { ImportWithReport } from '../../domain/import-report.js'
import {
  formBuilder,
  freshForm,
  type ChoicesModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type { ConfirmPage } from '../components/registry.js'
import { paths } from '../paths.js'
import type { Texts } from './texts.js'

export interface CommitPart {
  title: string
  summary: SummaryModel
  action: string
  leaveOut: ChoicesModel | null
  button: string
}

/** Nothing to count, nothing to decide. */
export function commitPart(
  { words, formats }: Texts,
  batch: ImportWithReport,
  state: FormState = freshForm,
): CommitPart | null {
  const t = words.registrations
  const { refused } = batch.report.rows
  if (batch.cellsStored === 0) return null
  const form = formBuilder(words, state, 'commit-')
  const yes = [['yes', t.leaveOutYes(formats.number(refused))]] as const
  return {
    title: t.commitTitle,
    leaveOut: refused > 0 ? form.checkboxes('leaveOut', t.leaveOut, yes) : null,
    summary: form.summary,
    action: paths.importCommit(batch.id),
    button: t.commit(formats.number(batch.cellsStored)),
  }
}

export function undoPage({ words, formats }: Texts, batch: ImportWithReport): ConfirmPage {
  const t = words.registrations
  const says = t.undoConsequences
  const [before, after] = [formats.number(batch.totalBefore), formats.number(batch.totalAfter)]
  return {
    title: t.undoTitle,
    trail: [
      { label: t.title, href: paths.registrations },
      { label: batch.fileName, href: paths.registrationImport(batch.id) },
    ],
    lede: t.undoLead(batch.fileName),
    consequences: [
      says.cells(formats.number(batch.cellsStored)),
      says.total(before, after),
      says.history,
      says.again,
    ],
    summary: formBuilder(words, freshForm).summary,
    action: paths.importUndo(batch.id),
    fields: [],
    hidden: [],
    button: t.undo,
    tone: 'danger',
    back: { label: words.common.back, href: paths.registrationImport(batch.id) },
  }
}
