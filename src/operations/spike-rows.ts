/** A report on spikes as the rows it is kept in: days instead of columns, districts by code. */
import type { App } from '../app.js'
import type { Spike } from '../domain/analysis.js'
import { dayOfColumn, type RegistrationPanel } from '../domain/registration-panel.js'
import type { SpikeReport } from '../statistics/index.js'

interface Made {
  report: SpikeReport
  analysisId: string
  streamId: string
}

export function spikesOf(
  app: App,
  panel: RegistrationPanel,
  { report, analysisId, streamId }: Made,
): Spike[] {
  const span = ({ from, to }: { from: number; to: number }) => ({
    firstDay: dayOfColumn(panel, from),
    lastDay: dayOfColumn(panel, to - 1),
  })
  const common = report.commonShocks.map((shock): Spike => ({
    id: app.newId(),
    analysisId,
    streamId,
    districtCode: null,
    scope: 'common',
    ...span(shock),
    kind: 'common-shock',
    level: 'alert',
    observed: shock.observed,
    expected: shock.expected,
    excess: shock.observed - shock.expected,
    low: shock.observed - shock.expected,
    high: shock.observed - shock.expected,
    pValue: 0,
    commonId: null,
  }))
  const local = report.episodes.map((episode): Spike => ({
    id: app.newId(),
    analysisId,
    streamId,
    districtCode: panel.districtCodes[episode.district]!,
    scope: 'district',
    ...span(episode),
    kind: episode.commonShock === null ? episode.kind : 'common-shock',
    level: episode.level,
    observed: episode.observed,
    expected: episode.expected,
    excess: episode.excess,
    low: episode.low,
    high: episode.high,
    pValue: episode.p,
    commonId: episode.commonShock === null ? null : (common[episode.commonShock]?.id ?? null),
  }))
  return [...common, ...local]
}

export function baselinesOf(panel: RegistrationPanel, { report, analysisId, streamId }: Made) {
  const rounded = (values: Float64Array) => Array.from(values, value => Math.round(value * 100) / 100)
  return report.districts.map(district => ({
    analysisId,
    streamId,
    districtCode: panel.districtCodes[district.district]!,
    firstDay: dayOfColumn(panel, report.from),
    status: district.status,
    series: JSON.stringify({
      expected: rounded(district.expected),
      low: rounded(district.lower),
      high: rounded(district.upper),
      known: district.state.map(
        state => state === 'none' || state === 'watch' || state === 'alert' || state === 'common-shock',
      ),
    }),
  }))
}
