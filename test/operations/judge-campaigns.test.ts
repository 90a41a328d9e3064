import { expect } from 'chai'
import type { Campaign } from '../../src/domain/campaign.js'
import { isVerified } from '../../src/domain/exposure.js'
import type { Verdict } from '../../src/domain/verdict.js'
import { changeSettings, settingsSeen } from '../../src/operations/change-settings.js'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import { judgeCampaigns } from '../../src/operations/judge-campaign.js'
import { receiveRegistrations } from '../../src/operations/receive-registrations.js'
import { saveCoverage } from '../../src/operations/save-coverage.js'
import { addFieldEvent, cancelFieldEvent } from '../../src/operations/save-field-event.js'
import { undoRegistrationImport } from '../../src/operations/undo-registration-import.js'
import { verifyBroadcasts } from '../../src/operations/verify-broadcasts.js'
import { copyOfTheDemo, type DemoCopy } from '../demo/copy.js'

describe('Judging campaigns', function () {
  this.timeout(300_000)
  let copy: DemoCopy
  before(async () => {
    copy = await copyOfTheDemo()
  })
  after(() => copy.close())

  const campaign = async (name: string): Promise<Campaign> =>
    (await copy.app.store.campaigns.list()).find(
      each => each.name.startsWith(name) && each.copiedFrom === null,
    )!

  const stored = async ({ app }: DemoCopy = copy): Promise<string[]> =>
    (await app.store.analyses.current('verdict'))
      .map(each => [each.campaignId, each.streamId, each.inputFingerprint, each.result].join(' '))
      .toSorted()

  async function verdictOn(name: string): Promise<Verdict> {
    const { id } = await campaign(name)
    const [self] = (await copy.app.store.analyses.current('verdict', id)).filter(
      each => each.streamId === 'self',
    )
    return JSON.parse(self!.result!) as Verdict
  }

  /** How many verdicts a change makes anew, and how many its undoing. */
  async function judgedAfter(change: () => Promise<unknown>): Promise<number> {
    copy.asked()
    await change()
    expect(copy.asked()).to.include('judge-campaigns')
    return judgeCampaigns(copy.app)
  }

  it('computes nothing while nothing has changed', async () => {
    await judgeCampaigns(copy.app)
    const before = await stored()
    const { compute } = copy.app
    const refusing = { ...compute, judgeFlights: () => Promise.reject(new Error('computed')) }
    expect(await judgeCampaigns({ ...copy.app, compute: refusing })).to.equal(0)
    expect(await stored()).to.deep.equal(before)
  })

  it('gives the same bytes for the same input, computed anew on another day', async () => {
    const before = await stored()
    const other = await copyOfTheDemo({ daysLater: 1 })
    await other.forgetVerdicts()
    expect(await judgeCampaigns(other.app)).to.equal(before.length)
    const again = await stored(other)
    await other.close()
    expect(again).to.deep.equal(before)
  })

  it('keeps with every verdict the method, the parameters and the seed it was made with', async () => {
    const { id } = await campaign('Pekerja Mandiri')
    const [analysis] = await copy.app.store.analyses.current('verdict', id)
    expect(analysis!.methodVersion).to.match(/^\d{4}-\d{2}-\d{2}/)
    expect(analysis!.seed).to.equal(20_110_101)
    expect(JSON.parse(analysis!.parameters)).to.deep.include({
      before: 90,
      liftWorthHaving: 0.2,
      sideBySide: 5,
      together: [],
    })
  })

  it('says beside every p what it is worth among all that are judged side by side', async () => {
    const estimates = await Promise.all(
      ['Pekerja Mandiri', 'Untuk Anak', 'Satu Langkah', 'Lindungi', 'Wajib'].map(
        async name => (await verdictOn(name)).estimate!,
      ),
    )
    expect(estimates.map(({ tests }) => tests)).to.deep.equal([5, 5, 5, 5, 5])
    const least = estimates.toSorted((a, b) => a.p - b.p)[0]!
    expect(least.q).to.be.closeTo(Math.min(1, 5 * least.p), 1e-12)
    for (const { p, q } of estimates) expect(q).to.be.at.least(p)
  })

  it('follows a corrected registration, and its undoing gives the old bytes back', async () => {
    const before = await verdictOn('Pekerja Mandiri')
    const planner = await copy.actor('planner')
    const bytes = Buffer.from('tanggal;kabupaten;TK-LHK\n2011-05-20;Lampung Selatan;0\n')
    const sheet = { name: 'koreksi.csv', bytes, source: 'upload' as const }
    const batch = await receiveRegistrations(copy.app, planner, sheet)
    const made = await judgedAfter(() =>
      commitRegistrationImport(copy.app, planner, batch.id, { leaveOutRefused: false }),
    )
    expect(made).to.be.above(0)
    expect((await verdictOn('Pekerja Mandiri')).estimate!.observed).to.be.below(before.estimate!.observed)
    await judgedAfter(() => undoRegistrationImport(copy.app, planner, batch.id))
    expect(await verdictOn('Pekerja Mandiri')).to.deep.equal(before)
  })

  it('follows a field event that becomes known late, and its cancellation', async () => {
    const before = await verdictOn('Pekerja Mandiri')
    const planner = await copy.actor('planner')
    const facts = {
      kind: 'job-fair' as const,
      title: 'Bursa kerja',
      note: '',
      firstDay: '2011-05-10',
      lastDay: '2011-06-10',
    }
    let id = ''
    await judgedAfter(async () => {
      id = (await addFieldEvent(copy.app, planner, { ...facts, districtCodes: before.exposed })).id
    })
    const disturbed = await verdictOn('Pekerja Mandiri')
    expect([disturbed.kind, disturbed.reasons[0]!.values['names']]).to.deep.equal([
      'confounded',
      'Bursa kerja',
    ])
    await judgedAfter(() => cancelFieldEvent(copy.app, planner, id, 'salah catat'))
    expect(await verdictOn('Pekerja Mandiri')).to.deep.equal(before)
  })

  it('follows a verification that is taken back', async () => {
    const { id } = await campaign('Pekerja Mandiri')
    const states = await copy.app.store.broadcasts.listStates({ campaignId: id })
    const verified = states.filter(isVerified).map(state => state.id)
    const manager = await copy.actor('manager')
    const made = await judgedAfter(() =>
      verifyBroadcasts(copy.app, manager, verified, { decision: 'disputed', reason: 'rekaman lain' }),
    )
    expect(made).to.be.above(0)
    const kinds = (await verdictOn('Pekerja Mandiri')).reasons.map(({ code }) => code)
    expect(kinds).to.satisfy(
      (codes: string[]) => codes.includes('exposure-unverified') || codes.includes('nothing-ran'),
    )
  })

  it('follows what the office takes a lift worth having to be', async () => {
    const admin = await copy.actor('admin')
    const seen = settingsSeen(await copy.app.store.settings.all())
    await judgedAfter(() => changeSettings(copy.app, admin, { change: { liftWorthHaving: 0.05 }, seen }))
    const verdict = await verdictOn('Satu Langkah')
    expect([verdict.kind, verdict.reasons.map(({ code }) => code)]).to.deep.equal([
      'cannot-judge',
      ['under-powered'],
    ])
  })

  it('judges campaigns together once it is known that they reached the same district', async () => {
    await cover('Lindungi', { '18.02': 0.6 })
    const verdict = await verdictOn('Lindungi')
    expect(verdict.joint!.names).to.deep.equal(['Satu Langkah ke Rumah Pertama'])
    expect((await verdictOn('Satu Langkah')).joint!.names).to.deep.equal([
      'Lindungi Petambak dan Petani Mesuji',
    ])
    expect(verdict.exposed).to.include.members(['18.02', '18.11', '18.72'])
    expect(verdict.estimate).to.deep.equal((await verdictOn('Satu Langkah')).estimate)
    expect(verdict.cost).to.equal(null)
  })

  it('refuses a campaign that turns out to have reached every district, with its own before and after', async () => {
    const codes = (await copy.app.store.districts.listOn('2011-04-01')).map(({ code }) => code)
    await cover('Lindungi', Object.fromEntries(codes.map(code => [code, 0.5])))
    const { kind, reasons, estimate, ownHistory } = await verdictOn('Lindungi')
    expect([kind, reasons.map(({ code }) => code), estimate]).to.deep.equal([
      'cannot-judge',
      ['not-identified'],
      null,
    ])
    expect(ownHistory!.observed).to.be.above(0)
  })

  async function cover(name: string, shares: Record<string, number>): Promise<void> {
    const { id } = await campaign(name)
    const states = await copy.app.store.broadcasts.listStates({ campaignId: id })
    const planner = await copy.actor('planner')
    const made = await judgedAfter(async () => {
      for (const outletId of new Set(states.map(state => state.outletId)))
        await saveCoverage(copy.app, planner, outletId, { source: 'ukur ulang', asOf: '2011-03-01', shares })
    })
    expect(made).to.be.above(0)
  }
})
