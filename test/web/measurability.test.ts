import { expect } from 'chai'
import type { Campaign } from '../../src/domain/campaign.js'
import { addDays, daysFrom } from '../../src/domain/time.js'
import { drawWaves, type WaveDraw } from '../../src/domain/wave-draw.js'
import { words } from '../../src/language/words.js'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import { randomStream } from '../../src/statistics/index.js'
import { paths } from '../../src/views/paths.js'
import { bayu as planner } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import { aCampaign } from '../support/things.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.measurability
/** The first day is a month ahead of the story's Monday. */
const [firstDay, lastDay] = ['2026-12-14', '2027-01-24']

describe('What a plan could show', () => {
  let office: TestServer
  let bayu: Visitor
  let campaign: Campaign
  const here = () => paths.campaignMeasurability(campaign.id)

  before(async () => {
    office = await startServer()
    const codes = (await office.app.store.districts.listOn(firstDay)).map(({ code }) => code)
    campaign = aCampaign({
      id: office.app.newId(),
      firstDay,
      lastDay,
      districtCodes: codes.slice(0, 13),
      messageIds: [],
    })
    await office.app.store.write(store => store.campaigns.insert(campaign))
    await register(codes, ['2025-07-01', '2026-11-15'])
    bayu = await office.signedIn('bayu')
  })
  after(() => office.stop())

  /** Every district registers about twenty a day; from its start on, a share more. */
  async function register(
    codes: readonly string[],
    [from, to]: [string, string],
    startOf: (code: string) => string | undefined = () => undefined,
  ): Promise<void> {
    const chance = randomStream(4, Number(from.replaceAll('-', '')))
    const cells = daysFrom(from, to).flatMap(day =>
      codes.map(districtCode => {
        const start = startOf(districtCode)
        const mean = start && day >= start ? 30 : 20
        const count = chance.negativeBinomial(mean, 15)
        return { districtCode, streamId: 'self', day, spanDays: 1, state: 'reported' as const, count }
      }),
    )
    await seedRegistrations(office.app, planner, { name: to, at: `${to}T20:00:00.000Z`, cells })
  }

  it('is worked out in the background, and shown when it is ready', async () => {
    await bayu.open(here())
    expect(bayu.text).to.contain(t.notYet)
    await bayu.submit(t.measure)
    expect(bayu.text).to.contain(t.requested)
    await office.runJobs()
    await bayu.open(here())
    expect(bayu.text).to.contain(t.alternatives).and.not.to.contain(t.running)
    const { result } = (await office.app.store.planMeasurements.latest(campaign.id))!
    const [together, half, waves] = result!.alternatives
    expect(together!.refusal).to.equal('too-few-comparison-districts')
    expect(half!.districtCodes).to.have.length(6)
    expect(half!.smallest).to.be.within(0.02, 0.5)
    expect(waves!.smallest).to.be.within(0.02, 0.5)
    expect(bayu.text).to.contain(t.answerNone)
    for (const row of result!.byDistrict) expect(row.smallest ?? 9).to.be.above(half!.smallest!)
  })

  it('is out of date once the plan has changed', async () => {
    await office.app.store.write(store => store.campaigns.update(campaign, { budgetRupiah: 1 }))
    await bayu.open(here())
    expect(bayu.text).to.contain(t.changed)
  })

  it('draws who begins when, with a seed nobody chose, kept in the audit trail', async () => {
    const head = await office.app.store.audit.head()
    await bayu.open(here())
    await bayu.submit(t.draw, { waves: '2', gapDays: '21' })
    expect(bayu.text).to.contain(t.drawn)
    const [draw] = (await office.app.store.waveDraws.listOf(campaign.id)) as [WaveDraw]
    expect(draw.seed).to.equal(Number.parseInt(head.hash.slice(0, 7), 16))
    expect(draw.starts).to.deep.equal([firstDay, addDays(firstDay, 21)])
    expect(draw.plan.filter(wave => wave === 0)).to.have.length(7)
    const again = drawWaves(13, draw.options, draw.seed)
    expect(again.ok && [...again.waveOf]).to.deep.equal(draw.plan)
    const filter = { action: 'waves-drawn' }
    const [event] = await office.app.store.audit.list(filter, { limit: 5 })
    expect(event!.after).to.deep.include({ seed: draw.seed, plan: draw.plan })
    expect(event!.at < `${firstDay}T00:00:00.000Z`).to.equal(true)
  })

  it('draws again only with a reason, and keeps every draw in sight', async () => {
    await bayu.open(here())
    await bayu.submit(t.drawAgain, { waves: '2', gapDays: '14' })
    expect(bayu.status).to.equal(422)
    expect(await office.app.store.waveDraws.listOf(campaign.id)).to.have.length(1)
    await bayu.submit(t.drawAgain, { waves: '2', gapDays: '21', reason: 'Satu media mundur' })
    expect(bayu.text).to.contain('Satu media mundur')
    expect(await office.app.store.waveDraws.listOf(campaign.id)).to.have.length(2)
  })

  it('judges by the draw itself once the data is complete, and finds what was there', async () => {
    const [draw] = (await office.app.store.waveDraws.listOf(campaign.id)) as [WaveDraw]
    const startOf = (code: string) => draw.starts[draw.plan[draw.districtCodes.indexOf(code)] ?? 9]
    await register(campaign.districtCodes, ['2026-11-16', '2027-02-10'], startOf)
    office.clock.set('2027-02-12T20:00:00.000Z')
    await office.runJobs()
    const [judged, first] = await office.app.store.waveDraws.listOf(campaign.id)
    expect(judged!.result).to.include({ ok: true })
    expect(judged!.result!.ok && judged!.result!.p).to.be.at.most(0.05)
    expect(first!.judgedAt).to.equal(null)
    const hendra = await office.signedIn('hendra')
    await hendra.open(here())
    expect(hendra.text).to.contain(t.drawMore).and.to.contain(t.drawSignificant).and.to.contain(t.drawClosed)
  })

  it('draws nothing once the campaign is under way', async () => {
    bayu = await office.signedIn('bayu')
    await bayu.post(paths.campaignWaves(campaign.id), { waves: '2', gapDays: '14', reason: 'lagi' })
    expect(bayu.status).to.equal(409)
    expect(await office.app.store.waveDraws.listOf(campaign.id)).to.have.length(2)
  })
})
