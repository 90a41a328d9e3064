import { expect } from 'chai'
import { budgetUse } from '../../src/domain/campaign-budget.js'
import { actorOf, aPlan, anApprovedCampaign, anOrderOfGema } from '../support/planned.js'
import { refusalOf } from '../support/refusal.js'
import { startServer, type TestServer } from '../support/server.js'
import { aCampaign } from '../support/things.js'
import type { Visitor } from '../support/visitor.js'
import { changeCampaign, draftCampaign } from '../../src/operations/save-campaign.js'
import { submitOrder } from '../../src/operations/decide-order.js'

describe('Planning a campaign', () => {
  let office: TestServer
  let bayu: Visitor

  beforeEach(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
  })
  afterEach(() => office.stop())

  const basis = {
    name: 'Pasar Pagi',
    objective: 'Pedagang mendaftar.',
    firstDay: '2026-12-01',
    lastDay: '2026-12-20',
  }

  it('goes part by part in any order, and says what is missing until nothing is', async () => {
    await bayu.open('/campaigns/new')
    await bayu.submit('Simpan dan lanjut', { ...basis, objective: '' })
    expect(bayu.path).to.match(/\/plan\/audience$/)
    await bayu.submit('Simpan dan lanjut', { streamIds: ['self'], districtCodes: [] })
    await bayu.submit('Simpan dan lanjut', { messageIds: ['old-age'] })
    await bayu.submit('Simpan dan lanjut', { paidRupiah: '5.000.000', negotiatedRupiah: '2.000.000' })
    expect(bayu.path).to.match(/^\/campaigns\/[^/]+$/)
    expect(bayu.text).to.contain('Belum lengkap')
    expect(bayu.all('button').map(button => button.textContent)).not.to.include('Ajukan persetujuan')
    expect((await bayu.post(`${bayu.path}/submission`, {})).status).to.equal(409)
    const id = bayu.path.split('/')[2]!
    await bayu.open(`/campaigns/${id}/plan/basis`)
    await bayu.submit('Simpan dan lanjut', { objective: 'Pedagang mendaftar.' })
    await bayu.submit('Simpan dan lanjut', { districtCodes: ['18.71'] })
    await bayu.open(`/campaigns/${id}`)
    await bayu.submit('Ajukan persetujuan')
    expect(bayu.text).to.contain('menunggu persetujuan')
    const campaign = await office.app.store.campaigns.find(id)
    expect(campaign).to.include({ budgetRupiah: 7_000_000, budgetNegotiatedRupiah: 2_000_000 })
  })

  it('loses nothing when a part is left: right entries are saved, wrong ones kept for who typed them', async () => {
    await bayu.open('/campaigns/new')
    await bayu.submit('Simpan dan lanjut', basis)
    const id = bayu.path.split('/')[2]!
    await bayu.open(`/campaigns/${id}/plan/basis`)
    await bayu.submit('Anggaran belum lengkap', { name: 'Pasar Malam', lastDay: '2026-11-01' })
    expect(bayu.path).to.equal(`/campaigns/${id}/plan/budget`)
    expect(bayu.text).to.contain('belum masuk ke rencana').and.contain('ada isian yang belum tersimpan')
    expect(await office.app.store.campaigns.find(id)).to.include({
      name: 'Pasar Pagi',
      lastDay: '2026-12-20',
    })
    await bayu.open(`/campaigns/${id}/plan/basis`)
    expect(bayu.find('#name').getAttribute('value')).to.equal('Pasar Malam')
    expect(bayu.find('#lastDay').getAttribute('value')).to.equal('2026-11-01')
    const sari = await office.signedIn('sari')
    await sari.open(`/campaigns/${id}/plan/basis`)
    expect(sari.find('#name').getAttribute('value')).to.equal('Pasar Pagi')
    await bayu.submit('Simpan dan lanjut', { lastDay: '2026-12-24' })
    expect(await office.app.store.campaigns.find(id)).to.include({
      name: 'Pasar Malam',
      lastDay: '2026-12-24',
    })
    await bayu.open(`/campaigns/${id}/plan/basis`)
    expect(bayu.text).not.to.contain('belum tersimpan')
  })

  it('keeps what a script sends while one types, and drops it when asked', async () => {
    const kept = await bayu.send('/campaigns/new', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Baru separ', firstDay: 'besok', go: 'keep' }),
    })
    expect(kept.status).to.equal(204)
    expect(await office.app.store.campaigns.list()).to.deep.equal([])
    await bayu.open('/campaigns/new')
    expect(bayu.find('#name').getAttribute('value')).to.equal('Baru separ')
    await bayu.submit('Buang isian ini')
    expect(bayu.find('#name').getAttribute('value')).to.equal('')
  })

  it('never overwrites what somebody else saved meanwhile, nor loses what was typed', async () => {
    const { id } = await draftCampaign(office.app, actorOf('bayu'), aPlan)
    await bayu.open(`/campaigns/${id}/plan/basis`)
    await changeCampaign(office.app, actorOf('sari'), id, { name: 'Dari Sari', version: 1 })
    await bayu.submit('Simpan dan lanjut', { name: 'Dari Bayu' })
    expect(bayu.status).to.equal(409)
    expect(await office.app.store.campaigns.find(id)).to.include({ name: 'Dari Sari' })
    await bayu.open(`/campaigns/${id}/plan/basis`)
    expect(bayu.find('#name').getAttribute('value')).to.equal('Dari Bayu')
    expect(bayu.text).to.contain('Rencananya sudah berubah sejak itu')
  })

  it('refuses a district that did not exist then, and a message that is no longer in force', async () => {
    const plan = { ...aPlan, firstDay: '2011-06-01', lastDay: '2011-07-01', districtCodes: ['18.13'] }
    const refusal = await refusalOf(draftCampaign(office.app, actorOf('bayu'), plan))
    expect(refusal).to.have.nested.property('problems.firstDay.code', 'district-not-then')
    const { id } = await draftCampaign(office.app, actorOf('bayu'), aPlan)
    const message = (await office.app.store.messages.find('housing-down-payment'))!
    await office.app.store.write(tx => tx.messages.update(message, { retiredAt: office.clock.now() }))
    await bayu.open(`/campaigns/${id}`)
    await bayu.submit('Ajukan persetujuan')
    expect(bayu.status).to.equal(409)
    expect(bayu.text).to.contain('tidak berlaku lagi')
  })
})

describe('A copied campaign', () => {
  it('is a draft with everything moved: weekdays, lines and materials, nothing approved', async () => {
    const office = await startServer()
    const order = await anOrderOfGema(office)
    const bayu = await office.signedIn('bayu')
    await bayu.open(`/campaigns/${order.campaignId}/copy`)
    await bayu.submit('Salin kampanye', { firstDay: '2026-12-15', days: '29' })
    expect(bayu.status).to.equal(422)
    await bayu.submit('Salin kampanye', { firstDay: '', days: '28' })
    expect(bayu.text).to.contain('Kampanye disalin sebagai rancangan.').and.contain('Disalin dari')
    const copy = (await office.app.store.campaigns.find(bayu.path.split('/')[2]!))!
    expect(copy).to.include({ firstDay: '2026-12-14', lastDay: '2027-01-10', approvedAt: null })
    const [copied] = await office.app.store.mediaOrders.list({ campaignId: copy.id })
    const { lines, sentAt, approvedAt } = copied!.versions[0]!
    expect([sentAt, approvedAt, copied!.number]).to.deep.equal([null, null, 'MO-2026-0002'])
    expect(lines.map(line => [line.firstDay, line.lastDay])).to.deep.equal([['2026-12-14', '2026-12-20']])
    const materials = await office.app.store.materials.listOfCampaign(copy.id)
    expect(materials.map(material => material.checkedAt)).to.deep.equal([null])
    expect(lines[0]!.materials[0]!.materialId).to.equal(materials[0]!.id)
    const refusal = await refusalOf(submitOrder(office.app, actorOf('bayu'), copied!.id))
    expect(refusal).to.have.nested.property('problem.code', 'campaign-not-approved')
    await office.stop()
  })

  it('is refused where a line would be left without a day, and told which day keeps the weekdays', async () => {
    const office = await startServer()
    const order = await anOrderOfGema(office)
    const { store } = office.app
    const known = (await store.mediaOrders.find(order.id))!
    const [line] = known.versions[0]!.lines
    const short = { ...line!, firstDay: '2026-11-16', lastDay: '2026-11-16', weekdays: [0] }
    await store.write(tx => tx.mediaOrders.updateVersion(known, 1, { lines: [short] }))
    const bayu = await office.signedIn('bayu')
    await bayu.open(`/campaigns/${order.campaignId}/copy`)
    await bayu.submit('Salin kampanye', { firstDay: '2026-12-15' })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Coba mulai 2026-12-14')
    expect(await store.campaigns.list()).to.have.lengthOf(1)
    await office.stop()
  })
})

describe('The budget of a campaign', () => {
  it('is paid and negotiated; free airtime has a value beside, never within', () => {
    const planned = { paid: 6_000_000, negotiated: 3_000_000, free: 9_000_000 }
    const sent = { paid: 4_000_000, negotiated: 0, free: 1 }
    const verified = { paid: 1_000_000, negotiated: 0, free: 0 }
    const campaign = aCampaign({
      budgetRupiah: 8_000_000,
      budgetNegotiatedRupiah: 2_000_000,
      budgetFreeRupiah: 5_000_000,
    })
    const use = budgetUse(campaign, { planned, sent, verified })
    expect(use.spending).to.deep.equal({
      budget: 8_000_000,
      planned: 9_000_000,
      sent: 4_000_000,
      verified: 1_000_000,
    })
    expect([use.over, use.kinds.paid.budget, use.kinds.free.budget]).to.deep.equal([
      1_000_000, 6_000_000, 5_000_000,
    ])
    const undivided = budgetUse(aCampaign(), { planned, sent, verified })
    expect(undivided.kinds.paid.budget).to.equal(null)
  })

  it('stands on its page as planned, sent and verified', async () => {
    const office = await startServer()
    const order = await anOrderOfGema(office)
    await anApprovedCampaign(office, { name: 'Lain' })
    const bayu = await office.signedIn('bayu')
    await bayu.open(`/campaigns/${order.campaignId}`)
    const paid = bayu.all('tr').find(row => row.textContent.includes('berbayar'))!
    expect(paid.textContent.replace(/\s+/g, ' ')).to.contain('Rp 750.000 Rp 750.000 Rp 0')
    await office.stop()
  })
})
