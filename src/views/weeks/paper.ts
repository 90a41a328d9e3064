/** The week as a form to print, fill in and photograph: for who has no network, or no patience for a screen. */
import type { BroadcastState } from '../../domain/broadcast.js'
import { groupBy } from '../../domain/group.js'
import type { Day } from '../../domain/time.js'
import type { Words } from '../../language/words.js'
import type { FactsModel, TableModel } from '../components/registry.js'
import { table } from '../components/table.js'
import type { Formats } from '../formats.js'
import { daypartText } from '../orders/lines.js'
import type { LinkTo, Page } from '../page.js'

export interface WeekPaper extends Page {
  lede: string
  sheets: { facts: FactsModel; table: TableModel; sign: string }[]
  back: LinkTo
}

export function weekPaper(
  words: Words,
  formats: Formats,
  given: { week: Day; officeName: string; broadcasts: readonly BroadcastState[]; back: string },
): WeekPaper {
  const t = words.weeks
  const week = formats.week(given.week)
  return {
    title: t.paperTitle(week),
    trail: [],
    lede: t.paperLead,
    sheets: [...groupBy(given.broadcasts, ({ outletName }) => outletName)].map(([outlet, broadcasts]) => ({
      facts: {
        facts: [
          { label: words.statements.outlet, value: outlet },
          { label: words.statements.office, value: given.officeName },
        ],
      },
      table: table(
        t.paperTitle(week),
        [t.number, t.run, t.ran, t.different, t.missed],
        broadcasts.map((broadcast, index) => [
          formats.number(index + 1),
          runText(words, formats, broadcast),
          t.box,
          t.boxLine,
          t.boxLine,
        ]),
        { empty: words.statements.empty },
      ),
      sign: t.sign,
    })),
    back: { label: words.common.back, href: given.back },
  }
}

/** Sen 7 Nov, 06.00–07.00, M01 Jaminan hari tua */
export function runText(words: Words, formats: Formats, run: BroadcastState): string {
  const day = `${formats.weekdayShort(run.day)} ${formats.dayShort(run.day)}`
  return `${day}, ${daypartText(words, formats, run)}, ${run.materialCode} ${run.materialTitle}`
}
