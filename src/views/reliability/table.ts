/** Three measures with the counts they are made of: whoever reads them can check them. */
import type { Reliability } from '../../domain/reliability.js'
import type { Words } from '../../language/words.js'
import type { TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'

export function reliabilityTable(words: Words, formats: Formats, of: Reliability): TableModel {
  const t = words.reliability
  const n = formats.number
  const share = (part: number, whole: number) => (whole === 0 ? '–' : formats.percent(part / whole))
  const rows = [
    [t.inTime, share(of.inTime, of.asked), t.inTimeFormula(n(of.inTime), n(of.asked))],
    [t.asOrdered, share(of.asOrdered, of.answered), t.asOrderedFormula(n(of.asOrdered), n(of.answered))],
    [t.proven, share(of.proven, of.verified), t.provenFormula(n(of.proven), n(of.verified))],
  ]
  return table(t.title, [t.measure, numeric(t.figure), t.formula], of.asked === 0 ? [] : rows, {
    empty: t.none,
  })
}
