/** One import: how its file is read, what was found, what would change, and what may be done with it now. */
import type { District } from '../../domain/district.js'
import type { ImportWithReport } from '../../domain/import-report.js'
import { importStatus } from '../../domain/registration.js'
import type { Stream } from '../../domain/stream.js'
import type { FormState } from '../components/fields.js'
import type { FactsModel, PageHeadModel } from '../components/registry.js'
import type { LinkTo, Page } from '../page.js'
import { paths } from '../paths.js'
import { changesPart, type ChangesPart } from './import-changes.js'
import { commitPart, type CommitPart } from './import-commit.js'
import { findingsPart, type FindingsPart } from './import-findings.js'
import { namesPart, type NamesPart } from './import-names.js'
import { readingFacts, readingPart, type ReadingPart } from './import-reading.js'
import { importTag, nameOf, receivedText, streamNames, type Texts } from './texts.js'

export interface ImportPage extends Page {
  head: PageHeadModel
  facts: FactsModel
  questionsTitle: string
  questions: string[]
  reading: ReadingPart | null
  readingFacts: { title: string; facts: FactsModel } | null
  names: NamesPart | null
  findings: FindingsPart | null
  changes: ChangesPart | null
  commit: CommitPart | null
}

export interface ShownImport {
  batch: ImportWithReport
  districts: readonly District[]
  streams: readonly Stream[]
  users: ReadonlyMap<string, string>
  mayImport: boolean
}

/** What a form of this page was refused for. */
export interface ImportStates {
  reading?: FormState
  names?: FormState
  commit?: FormState
}

/** Names of districts and streams as they are told on the page. */
export interface Names {
  districts: ReadonlyMap<string, string>
  streams: ReadonlyMap<string, string>
}

export function importPage(texts: Texts, shown: ShownImport, states: ImportStates = {}): ImportPage {
  const { batch, mayImport } = shown
  const t = texts.words.registrations
  const open = mayImport && importStatus(batch) === 'preview'
  const wasRead = batch.report.cumulative !== null
  const hasFile = batch.source !== 'demo'
  const names: Names = {
    districts: new Map(shown.districts.map(district => [district.code, district.shortName])),
    streams: streamNames(texts, shown.streams, batch.lastDay ?? batch.receivedAt.slice(0, 10)),
  }
  return {
    title: batch.fileName,
    trail: [
      { label: t.title, href: paths.registrations },
      { label: t.importTitle, href: paths.registrationImports },
    ],
    head: head(texts, shown),
    facts: facts(texts, shown),
    questionsTitle: t.questionsTitle,
    questions: open ? batch.report.questions.map(question => t.questionNames[question]) : [],
    reading: open ? readingPart(texts, batch, { names, state: states.reading }) : null,
    readingFacts: hasFile && !open ? { title: t.readingTitle, facts: readingFacts(texts, batch) } : null,
    names: open ? namesPart(texts, batch, { names, state: states.names }) : null,
    findings: wasRead ? findingsPart(texts, batch.report, names) : null,
    changes: wasRead ? changesPart(texts, batch.report, names) : null,
    commit: open && wasRead ? commitPart(texts, batch, states.commit) : null,
  }
}

function head(texts: Texts, { batch, users, mayImport }: ShownImport): PageHeadModel {
  const t = texts.words.registrations
  const status = importStatus(batch)
  const undo: (LinkTo & { tone: 'plain' })[] = [
    { label: t.undo, href: paths.importUndo(batch.id), tone: 'plain' },
  ]
  const discard = {
    action: paths.importDiscard(batch.id),
    label: t.discard,
    tone: 'danger' as const,
    hidden: [],
  }
  return {
    title: batch.fileName,
    lede: lede(texts, batch, users),
    tag: importTag(texts, status),
    updated: '',
    links: mayImport && status === 'committed' ? undo : [],
    actions: mayImport && status === 'preview' ? [discard] : [],
  }
}

function lede(
  { words, formats }: Texts,
  batch: ImportWithReport,
  users: ReadonlyMap<string, string>,
): string {
  const t = words.registrations
  const { committedAt, undoneAt, discardedAt } = batch
  if (undoneAt) return t.undoneLead(nameOf(words, batch.undoneBy, users), formats.instant(undoneAt))
  if (committedAt)
    return t.committedLead(nameOf(words, batch.committedBy, users), formats.instant(committedAt))
  return discardedAt ? t.discardedLead : t.previewLead
}

function facts(texts: Texts, { batch, users }: ShownImport): FactsModel {
  const { words, formats } = texts
  const t = words.registrations
  return {
    facts: [
      { label: t.received, value: receivedText(texts, batch, users) },
      { label: t.size, value: batch.source === 'demo' ? t.sourceNames.demo : formats.bytes(batch.bytes) },
      {
        label: t.days,
        value: batch.firstDay && batch.lastDay ? formats.days(batch.firstDay, batch.lastDay) : t.notReported,
      },
    ],
  }
}
