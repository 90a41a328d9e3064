/** The verdicts a campaign has had, the latest first, each with what made it differ from the one before. */
import type { Analysis } from '../../domain/analysis.js'
import type { District } from '../../domain/district.js'
import { verdictChanges, type VerdictChange } from '../../domain/verdict-change.js'
import type { Verdict, VerdictKind } from '../../domain/verdict.js'
import type { Words } from '../../language/words.js'
import type { TimelineModel } from '../components/registry.js'
import type { Formats } from '../formats.js'
import type { Tag } from '../page.js'

export interface PastVerdict {
  analysis: Analysis
  verdict: Verdict
}

interface Given {
  words: Words
  formats: Formats
  districts: ReadonlyMap<string, District>
}

export function verdictHistory(given: Given, history: readonly PastVerdict[]): TimelineModel {
  const { words, formats } = given
  const t = words.results
  return {
    label: t.history,
    entries: history.map((entry, i) => ({
      when: formats.instant(entry.analysis.asOf),
      title: words.verdicts[entry.verdict.kind],
      who: t.historyBy(entry.analysis.methodVersion),
      text: [liftText(given, entry), ...whyText(given, entry, history[i + 1])].join(' '),
      tone: verdictTones[entry.verdict.kind],
    })),
    empty: words.common.nothingYet,
  }
}

function liftText({ words, formats }: Given, { verdict: { estimate } }: PastVerdict): string {
  const t = words.results
  if (!estimate) return t.historyNoLift
  const { low, high } = estimate.lift
  return t.historyLift(formats.signedPercent(low), formats.signedPercent(high))
}

function whyText(given: Given, after: PastVerdict, before: PastVerdict | undefined): string[] {
  const t = given.words.results
  if (!before) return [t.historyFirst]
  const kept = ({ verdict, analysis: { methodVersion } }: PastVerdict) => ({ verdict, methodVersion })
  const changes = verdictChanges(kept(before), kept(after)).map(change => changeText(given, change))
  return [t.historyChanged(changes.join('; '))]
}

function changeText({ words, formats, districts }: Given, change: VerdictChange): string {
  const t = words.results.changes
  const names = (codes: readonly string[]) =>
    codes.length === 0 ? '–' : formats.list(codes.map(code => districts.get(code)?.shortName ?? code))
  switch (change.kind) {
    case 'around':
      return t.around
    case 'method':
      return t.method(change.before, change.after)
    case 'window':
      return t.window(formats.days(...change.before), formats.days(...change.after))
    case 'districts':
      return t.districts(names(change.added), names(change.removed))
    case 'together':
      return t.together(listed(formats, change.before), listed(formats, change.after))
    case 'observed':
    case 'expected':
    case 'side-by-side':
      return t[change.kind](formats.number(change.before), formats.number(change.after))
    default:
      return t[change.kind](formats.percent(change.before), formats.percent(change.after))
  }
}

function listed(formats: Formats, names: readonly string[]): string {
  return names.length === 0 ? '–' : formats.list(names)
}

export const verdictTones: Record<VerdictKind, Tag['tone']> = {
  strong: 'good',
  indication: 'info',
  'no-effect': 'plain',
  'cannot-judge': 'wait',
  confounded: 'wait',
}
