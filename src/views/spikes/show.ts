/** One spike: how large, what else was going on, how much that could explain, and what people know of it. */
import type { Spike } from '../../domain/analysis.js'
import type { BroadcastState } from '../../domain/broadcast.js'
import type { District } from '../../domain/district.js'
import { spikeNoteCauses, type SpikeNote } from '../../domain/spike-note.js'
import type { Explanation } from '../../domain/spike-explanation.js'
import {
  formBuilder,
  freshForm,
  type FieldModel,
  type FormState,
  type SummaryModel,
} from '../components/fields.js'
import type {
  ChartModel,
  PageHeadModel,
  StatModel,
  TableModel,
  TimelineModel,
} from '../components/registry.js'
import { timeChart, type TimeChartFacts } from '../districts/chart.js'
import type { Page } from '../page.js'
import { paths, withQuery } from '../paths.js'
import { airTable } from './air.js'
import { causeTable } from './causes.js'
import { excessStat, leftStat } from './stats.js'
import { districtsThen, membersTable, type DistrictThen } from './others.js'
import type { Texts } from './texts.js'

export interface SpikePage extends Page {
  head: PageHeadModel
  stats: StatModel[]
  causesTitle: string
  causesHint: string
  causes: TableModel
  airTitle: string
  airHint: string
  air: TableModel
  chart: ChartModel | null
  othersTitle: string
  others: TableModel
  noteTitle: string
  notes: TimelineModel
  form: NoteForm | null
}

interface NoteForm {
  summary: SummaryModel
  action: string
  hidden: [name: string, value: string][]
  fields: FieldModel[]
  button: string
}

export interface SpikeFacts {
  spike: Spike
  districts: ReadonlyMap<string, District>
  streamName: string
  explanation: Explanation
  /** Broadcasts that reached the place during the spike and the days before. */
  air: readonly BroadcastState[]
  neighbours: readonly DistrictThen[]
  /** The districts' own spikes that a common one is made of. */
  members: readonly Spike[]
  /** Null for a common rise: it has no one district to draw. */
  chart: Omit<TimeChartFacts, 'district' | 'stream' | 'spikes' | 'incompleteFrom' | 'periods'> | null
  notes: readonly (SpikeNote & { authorName: string })[]
  mayNote: boolean
}

export function spikePage(texts: Texts, facts: SpikeFacts, state: FormState = freshForm): SpikePage {
  const t = texts.words.spikes
  const { spike } = facts
  return {
    title: whereOf(texts, facts),
    trail: [{ label: t.title, href: withQuery(paths.spikes, { stream: spike.streamId }) }],
    head: head(texts, facts),
    stats: [excessStat(texts, spike), leftStat(texts, facts.explanation)],
    causesTitle: t.causesTitle,
    causesHint: t.causesHint,
    causes: causeTable(texts, facts.explanation),
    airTitle: t.airTitle,
    airHint: t.airHint,
    air: airTable(texts, facts.air),
    chart: chart(texts, facts),
    othersTitle: spike.districtCode === null ? t.membersTitle : t.neighboursTitle,
    others: spike.districtCode === null ? membersTable(texts, facts) : districtsThen(texts, facts.neighbours),
    noteTitle: t.noteTitle,
    notes: notes(texts, facts),
    form: facts.mayNote ? noteForm(texts, spike, state) : null,
  }
}

function whereOf({ words }: Texts, { spike, districts }: SpikeFacts): string {
  const t = words.spikes
  if (spike.districtCode === null) return t.commonAt
  return t.at(districts.get(spike.districtCode)?.shortName ?? spike.districtCode)
}

function head(texts: Texts, facts: SpikeFacts): PageHeadModel {
  const { words, formats } = texts
  const { spike, streamName } = facts
  const t = words.spikes
  const sentence = t.sentence({
    observed: formats.number(spike.observed),
    days: formats.days(spike.firstDay, spike.lastDay),
    expected: formats.number(spike.expected),
  })
  return {
    title: whereOf(texts, facts),
    lede: `${streamName}: ${sentence}`,
    tag: { label: t.levels[spike.level], tone: spike.level === 'alert' ? 'bad' : 'wait' },
    updated: '',
    links: [],
    actions: [],
  }
}

function chart(texts: Texts, { chart: given, spike, districts, streamName }: SpikeFacts): ChartModel | null {
  const district = districts.get(spike.districtCode ?? '')
  if (!given || !district || given.counts.length === 0) return null
  const drawn = { ...given, district, stream: streamName, spikes: [spike], incompleteFrom: null, periods: [] }
  return timeChart(texts.words, texts.formats, drawn)
}

function notes({ words, formats }: Texts, { notes: written }: SpikeFacts): TimelineModel {
  return {
    label: words.spikes.noteTitle,
    entries: written.map(({ cause, note, authorName, writtenAt }) => ({
      when: formats.instant(writtenAt),
      title: words.spikes.causes[cause],
      who: authorName,
      text: note,
      tone: 'info' as const,
    })),
    empty: words.spikes.noteNone,
  }
}

function noteForm({ words }: Texts, spike: Spike, state: FormState): NoteForm {
  const t = words.spikes
  const form = formBuilder(words, state)
  const fields = [
    form.select(
      'cause',
      t.noteCause,
      spikeNoteCauses.map(cause => [cause, t.causes[cause]] as const),
    ),
    form.input('note', t.noteText, { kind: 'textarea', rows: 3, hint: t.noteHint }),
  ]
  const { streamId, districtCode, firstDay } = spike
  return {
    summary: form.summary,
    action: paths.spikeNotes,
    hidden: [
      ['stream', streamId],
      ['district', districtCode ?? ''],
      ['day', firstDay],
    ],
    fields,
    button: t.noteAdd,
  }
}
