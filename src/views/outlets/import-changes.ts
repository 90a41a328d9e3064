import type { ImportedOutlet, PlannedOutlet } from '../../domain/outlet-import.js'
import type { Words } from '../../language/words.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { ImportFacts, OutletImportPage } from './import.js'

/** More rows than anybody reads at once; what lies beyond is counted. */
const mostShown = 200

export function changeTable(words: Words, formats: Formats, facts: ImportFacts): OutletImportPage['changes'] {
  const t = words.outletImports
  const rows =
    facts.plan.sheet.kind === 'outlets' ? outletRows(words, facts) : coverageRows(words, formats, facts)
  const columns = [
    numeric(t.line),
    words.outlets.name,
    facts.plan.sheet.kind === 'outlets' ? words.outlets.medium : words.common.district,
    t.change,
  ]
  const beyond = rows.length - mostShown
  return {
    title: t.changesTitle,
    table: table(t.changesTitle, columns, rows.slice(0, mostShown), { empty: t.changesNone }),
    more: beyond > 0 ? t.more(formats.number(beyond)) : '',
  }
}

function outletRows(words: Words, { plan }: ImportFacts) {
  const t = words.outletImports
  return plan.outlets
    .filter(row => row.change !== 'same')
    .map(row => [
      String(row.line),
      row.facts.name,
      words.mediumNames[row.facts.medium],
      row.change === 'new' ? t.changeNames.new : changesOf(words, row),
    ])
}

function changesOf(words: Words, { facts, differs }: PlannedOutlet): string {
  const t = words.outletImports
  const written = (key: keyof ImportedOutlet) => facts[key] ?? '–'
  return differs.map(key => `${t.roles[key]}: ${written(key)}`).join('; ')
}

function coverageRows(words: Words, formats: Formats, { plan, districts }: ImportFacts) {
  const t = words.outletImports
  const percent = (share: number) => `${formats.shareTyped(share)} %`
  return plan.coverage.map(({ line, outletName, coverage, before }) => [
    String(line),
    outletName,
    districts.get(coverage.districtCode)?.shortName ?? coverage.districtCode,
    before ? t.from(percent(before.share), percent(coverage.share)) : percent(coverage.share),
  ])
}
