import { targetStatus, versionInForce, type TargetStatus, type TargetVersion } from '../../domain/target.js'
import type { TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Tag } from '../page.js'
import { paths } from '../paths.js'
import type { Texts } from '../registrations/texts.js'

export interface VersionList {
  versions: readonly TargetVersion[]
  users: ReadonlyMap<string, string>
}

const tones: Record<TargetStatus, Tag['tone']> = { draft: 'plain', submitted: 'wait', approved: 'plain' }

export function versionsTable(texts: Texts, { versions, users }: VersionList): TableModel {
  const { words, formats } = texts
  const t = words.targets
  return table(
    t.versions,
    [t.version, t.reason, t.author, words.common.state],
    versions
      .toSorted((a, b) => b.number - a.number)
      .map(version => [
        {
          label: t.versionTitle(formats.number(version.number), String(version.year)),
          href: paths.targetVersion(version.id),
        },
        version.reason,
        authorsText(texts, version, users),
        { tag: versionTag(texts, version, versions) },
      ]),
    { empty: t.versionsNone },
  )
}

export function authorsText(
  { words, formats }: Texts,
  version: TargetVersion,
  users: ReadonlyMap<string, string>,
): string {
  return formats.list(version.authors.map(id => users.get(id) ?? words.common.unknown))
}

export function versionTag({ words }: Texts, version: TargetVersion, all: readonly TargetVersion[]): Tag {
  const t = words.targets
  if (versionInForce(all)?.id === version.id) return { label: t.inForce, tone: 'good' }
  const status = targetStatus(version)
  return { label: t.statusNames[status], tone: tones[status] }
}
