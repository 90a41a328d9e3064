import { expect } from 'chai'
import { plantedLift } from '../../db/seeds/demo/planted.js'
import type { StreamId } from '../../db/seeds/demo/registrations/calendar.js'
import { season } from '../../db/seeds/demo/season.js'
import type { Campaign } from '../../src/domain/campaign.js'
import type { Verdict, VerdictKind } from '../../src/domain/verdict.js'
import { theDemo } from './season.js'

/** Each planted truth, the campaign it was planted in, and what can honestly be said of it. */
const truths: { name: string; key: string; planted: [low: number, high: number]; kind: VerdictKind }[] = [
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

interface Judged {
  campaign: Campaign
  streamId: string
  verdict: Verdict
}

async function judged(name: string): Promise<Judged[]> {
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

async function planted(key: string, { streamId, verdict }: Judged): Promise<number> {
  const { app } = await theDemo()
  const calendar = {
    holidays: await app.store.holidays.between(season.historyFrom, `${season.year + 1}-01-31`),
    ramadans: await app.store.holidays.ramadans(),
  }
  const { exposed: districts, firstDay, lastDay } = verdict
  const about = { campaign: key, stream: streamId as StreamId, districts }
  return plantedLift(app.config.root, { ...about, firstDay: firstDay!, lastDay: lastDay! }, calendar)
}

describe('The planted truths of the demo season', function () {
  this.timeout(300_000)

  for (const {
    name,
    key,
    planted: [low, high],
    kind,
  } of truths) {
    it(`"${name}" is told to be ${kind}, with an interval that holds what was planted`, async () => {
      for (const each of await judged(name)) {
        expect(each.verdict.kind).to.equal(kind)
        const truth = await planted(key, each)
        expect(truth).to.be.within(low - 1e-9, high + 1e-9)
        const lift = each.verdict.estimate!.lift
        if (kind !== 'confounded') expect(truth).to.be.within(lift.low, lift.high)
      }
    })
  }

  it('the confounded campaign would have been believed, had nobody written down the inspections', async () => {
    const [self] = (await judged('Wajib Daftar, Wajib Tahu')).filter(({ streamId }) => streamId === 'self')
    const { lift, p } = self!.verdict.estimate!
    expect(lift.low).to.be.above(0)
    expect(p).to.be.below(0.05)
    const reason = self!.verdict.reasons.find(({ code }) => code === 'field-events')!
    expect(reason.values['names']).to.equal('Pemeriksaan bersama Disnaker di tiga kabupaten')
  })

  it('spills over into a neighbour that is kept out of the comparison', async () => {
    const [{ verdict }] = (await judged('Untuk Anak yang Terus Sekolah')) as [Judged]
    expect(verdict.exposed).to.deep.equal(['18.02', '18.72'])
    expect(verdict.estimate!.comparison).not.to.include('18.07')
  })

  it('judges no campaign that is still on air', async () => {
    for (const { verdict } of await judged('Hari Tua Dimulai Sekarang')) {
      expect(verdict.kind).to.equal('cannot-judge')
      expect(verdict.reasons.map(({ code }) => code)).to.deep.equal(['window-not-over'])
    }
  })
})
