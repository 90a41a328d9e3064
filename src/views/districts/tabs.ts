/** Streams and periods to choose from, on the page of one district and of all. */
import type { Words } from '../../language/words.js'
import type { TabsModel } from '../components/registry.js'
import { withQuery } from '../paths.js'

export const periodDays = { quarter: 91, half: 182, year: 365, two: 730 } as const

export type PeriodName = keyof typeof periodDays

export interface StreamChoice {
  streams: { id: string; name: string }[]
  /** Null for all streams together. */
  streamId: string | null
  period: PeriodName
}

/** The choice as an address keeps it. */
export function queryOf({ streamId, period }: StreamChoice) {
  return { stream: streamId ?? 'all', period }
}

export function streamLabel(words: Words, { streams, streamId }: StreamChoice): string {
  return streams.find(({ id }) => id === streamId)?.name ?? words.districts.allStreams
}

export function choiceTabs(
  words: Words,
  path: string,
  choice: StreamChoice,
): { streams: TabsModel; periods: TabsModel } {
  const t = words.districts
  const chosen = queryOf(choice)
  const tab = (name: 'stream' | 'period', value: string, label: string) => ({
    label,
    href: withQuery(path, { ...chosen, [name]: value }),
    current: chosen[name] === value,
    count: '',
  })
  return {
    streams: {
      label: t.streamTabs,
      tabs: [
        ...choice.streams.map(({ id, name }) => tab('stream', id, name)),
        tab('stream', 'all', t.allStreams),
      ],
    },
    periods: {
      label: t.periodTabs,
      tabs: Object.entries(t.periods).map(([value, label]) => tab('period', value, label)),
    },
  }
}
