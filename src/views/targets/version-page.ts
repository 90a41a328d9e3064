import { groupBy } from '../../domain/group.js'
import { sumOf } from '../../domain/sum.js'
import type { Target, TargetVersion } from '../../domain/target.js'
import { targetStatus } from '../../domain/target.js'
import type { TargetChange } from '../../domain/target-table.js'
import type { FactsModel, PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Action, Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import type { Texts } from '../registrations/texts.js'
import { authorsText, versionTag, type VersionList } from './versions.js'

export interface VersionPage extends Page {
  head: PageHeadModel
  facts: FactsModel
  ownWork: string
  sumsTitle: string
  sums: TableModel
  changesTitle: string
  changes: TableModel
}

export interface ShownVersion extends VersionList {
  version: TargetVersion
  targets: readonly Target[]
  changes: readonly TargetChange[]
  districts: ReadonlyMap<string, string>
  streams: ReadonlyMap<string, string>
  /** What this person may do with it now. */
  may: { submit: boolean; approve: boolean; discard: boolean; isAuthor: boolean }
}

export function versionPage(texts: Texts, shown: ShownVersion): VersionPage {
  const t = texts.words.targets
  const { version, may } = shown
  const title = t.versionTitle(texts.formats.number(version.number), String(version.year))
  const waits = targetStatus(version) === 'submitted'
  return {
    title,
    trail: [{ label: t.title, href: withQuery(paths.targets, { year: version.year }) }],
    head: {
      title,
      lede: version.reason,
      tag: versionTag(texts, version, shown.versions),
      updated: '',
      links: [{ label: t.download, href: paths.targetVersionFile(version.id), tone: 'plain' }],
      actions: actionsOf(texts, shown),
    },
    facts: factsOf(texts, shown),
    ownWork: waits && may.isAuthor ? t.ownWork : '',
    sumsTitle: t.sums,
    sums: sumsTable(texts, shown),
    changesTitle: t.changes,
    changes: changesTable(texts, shown),
  }
}

function actionsOf({ words }: Texts, { version, may }: ShownVersion): Action[] {
  const t = words.targets
  const action = (to: string, label: string, tone: Action['tone']): Action => ({
    action: to,
    label,
    tone,
    hidden: [],
  })
  return [
    ...(may.submit ? [action(paths.targetSubmission(version.id), t.submit, 'primary')] : []),
    ...(may.approve ? [action(paths.targetApproval(version.id), t.approve, 'primary')] : []),
    ...(may.discard ? [action(paths.targetDiscard(version.id), t.discard, 'danger')] : []),
  ]
}

function factsOf(texts: Texts, { version, users, targets }: ShownVersion): FactsModel {
  const { words, formats } = texts
  const t = words.targets
  const approver = version.approvedBy && users.get(version.approvedBy)
  return {
    facts: [
      { label: t.author, value: authorsText(texts, version, users) },
      { label: t.total, value: formats.number(sumOf(targets.map(target => target.amount))) },
      ...(approver
        ? [{ label: t.approvedBy, value: `${approver}, ${formats.instant(version.approvedAt!)}` }]
        : []),
    ],
  }
}

function sumsTable({ words, formats }: Texts, { targets, streams }: ShownVersion): TableModel {
  const t = words.targets
  const rows = [...groupBy(targets, target => target.streamId)].map(([id, own]) => [
    streams.get(id) ?? id,
    formats.number(sumOf(own.map(target => target.amount))),
  ])
  return table(t.sums, [t.stream, numeric(t.total)], rows, { empty: words.common.none })
}

function changesTable({ words, formats }: Texts, { changes, districts, streams }: ShownVersion): TableModel {
  const t = words.targets
  const amount = (value: number | null) => (value === null ? t.noTarget : formats.number(value))
  return table(
    t.changes,
    [words.common.district, t.month, t.stream, numeric(t.before), numeric(t.after)],
    changes.map(change => [
      districts.get(change.districtCode) ?? change.districtCode,
      formats.month(change.month),
      streams.get(change.streamId) ?? change.streamId,
      amount(change.before),
      amount(change.after),
    ]),
    { empty: t.changesNone },
  )
}
