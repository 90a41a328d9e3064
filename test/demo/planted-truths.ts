/** What was planted in the demo season, campaign by campaign, and what can honestly be said of it. */
import { expect } from 'chai'
import { plantedLift } from '../../db/seeds/demo/planted.js'
import type { StreamId } from '../../db/seeds/demo/registrations/calendar.js'
import { season } from '../../db/seeds/demo/season.js'
import type { Campaign } from '../../src/domain/campaign.js'
import type { Verdict, VerdictKind } from '../../src/domain/verdict.js'
import { theDemo } from './season.js'

interface Truth {
  name: string
  key: string
  planted: [low: number, high: number]
  kind: VerdictKind
}

export const truths: Truth[] = [
  { name: 'Pekerja Mandiri, Ikut Terlindungi', key: 'mandiri', planted: [0.3, 0.4], kind: 'strong' },
  { name: 'Untuk Anak yang Terus Sekolah', key: 'sekolah', planted: [0.2, 0.32], kind: 'indication' },
  { name: 'Satu Langkah ke Rumah Pertama', key: 'rumah', planted: [0, 0], kind: 'no-effect' },
  {
    name: 'Lindungi Petambak dan Petani Mesuji',
    key: 'petambak',
    planted: [0.1, 0.15],
    kind: 'cannot-judge',
  },
  { name: 'Wajib Daftar, Wajib Tahu', key: 'wajib', planted: [0, 0], kind: 'confounded' },
]

export interface Judged {
  campaign: Campaign
  streamId: string
  verdict: Verdict
}

/** The verdicts in force on a campaign, one for each of its streams. */
export async function judged(name: string): Promise<Judged[]> {
  const { store } = (await theDemo()).app
  const campaign = (await store.campaigns.list()).find(found => found.name === name)!
  const analyses = await store.analyses.current('verdict', campaign.id)
  expect(analyses).to.have.length(campaign.streamIds.length)
  return analyses.map(({ streamId, result }) => ({
    campaign,
    streamId: streamId!,
    verdict: JSON.parse(result!) as Verdict,
  }))
}

/** The lift that was planted in the days and districts of a verdict, as a share. */
export async function planted(key: string, { streamId, verdict }: Judged): Promise<number> {
  const { app } = await theDemo()
  const calendar = {
    holidays: await app.store.holidays.between(season.historyFrom, `${season.year + 1}-01-31`),
    ramadans: await app.store.holidays.ramadans(),
  }
  const { exposed: districts, firstDay, lastDay } = verdict
  const about = { campaign: key, stream: streamId as StreamId, districts }
  return plantedLift(app.config.root, { ...about, firstDay: firstDay!, lastDay: lastDay! }, calendar)
}
