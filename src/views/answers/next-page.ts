import type { District } from '../../domain/district.js'
import type { Day } from '../../domain/time.js'
import type { RankedNeed } from '../../domain/where-next.js'
import type { Words } from '../../language/words.js'
import type { PageHeadModel, TableModel } from '../components/registry.js'
import { numeric, table } from '../components/table.js'
import type { Formats } from '../formats.js'
import type { Page } from '../page.js'
import { paths } from '../paths.js'

export interface NextPage extends Page {
  head: PageHeadModel
  remark: string
  table: TableModel
  hint: string
}

export interface NextFacts {
  needs: readonly RankedNeed[]
  districts: ReadonlyMap<string, District>
  through: Day | null
  hasTargets: boolean
}

export function nextPage(words: Words, formats: Formats, facts: NextFacts): NextPage {
  const t = words.answers
  const updated = facts.through ? t.asOf(formats.day(facts.through)) : ''
  return {
    title: t.nextTitle,
    trail: [],
    head: { title: t.nextTitle, lede: t.nextLead, tag: null, updated, links: [], actions: [] },
    remark: facts.hasTargets ? '' : t.noTargets,
    table: table(
      t.nextTitle,
      [
        numeric(words.charts.rank),
        words.common.district,
        numeric(t.gap),
        numeric(t.reached),
        t.responsive,
        t.reasons,
      ],
      facts.needs.map((need, i) => [
        formats.number(i + 1),
        {
          label: facts.districts.get(need.districtCode)?.shortName ?? need.districtCode,
          href: paths.district(need.districtCode),
        },
        need.gap > 0 ? formats.number(need.gap) : t.noGap,
        formats.percent(need.reached),
        need.lift
          ? t.range(formats.signedPercent(need.lift.low), formats.signedPercent(need.lift.high))
          : t.unknown,
        need.gap > 0 ? why(words, formats, need) : t.noGap,
      ]),
      { empty: words.common.nothingYet },
    ),
    hint: t.nextHint,
  }
}

function why({ answers: t }: Words, formats: Formats, { gap, reached, lift }: RankedNeed): string {
  return t.why({
    gap: formats.number(gap),
    reached: formats.percent(1 - reached),
    lift: lift ? t.whyLift(formats.signedPercent(lift.low), formats.signedPercent(lift.high)) : t.whyNoLift,
  })
}
