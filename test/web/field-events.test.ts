import { expect } from 'chai'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

describe('The diary of field events', () => {
  let office: TestServer
  let bayu: Visitor

  before(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
  })

  it('takes an event of one day with what a phone can type', async () => {
    await bayu.open('/field-events')
    expect(bayu.text).to.contain('Belum ada kegiatan pada tahun ini.')
    await bayu.follow('Catat kegiatan')
    expect(bayu.find('[name=firstDay]').getAttribute('value'), 'today stands there already').to.equal(
      '2026-11-16',
    )
    await bayu.submit('Catat kegiatan', {
      kind: 'joint-inspection',
      title: 'Pemeriksaan pabrik nanas',
      districtCodes: ['18.02', '18.72'],
    })
    expect(bayu.text).to.contain('Kegiatan tercatat.')
    expect(bayu.text).to.contain('Pemeriksaan bersama Dinas Tenaga Kerja')
    expect(bayu.text).to.contain('Lampung Tengah dan Metro')
    expect(bayu.text).to.contain('berlangsung')
  })

  it('says what is missing, and keeps what was typed', async () => {
    await bayu.open('/field-events/new')
    await bayu.submit('Catat kegiatan', {
      title: 'Bursa kerja',
      firstDay: '2026-11-20',
      lastDay: '2026-11-18',
      districtCodes: ['18.71'],
      kind: 'job-fair',
    })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Hari terakhir tidak boleh sebelum hari pertama.')
    expect(bayu.find('[name=title]').getAttribute('value')).to.equal('Bursa kerja')
    await bayu.submit('Catat kegiatan', { title: '', districtCodes: [], firstDay: 'besok' })
    expect(bayu.all('main .error')).to.have.length(3)
    await bayu.post('/field-events/new', {
      kind: 'other',
      title: 'x',
      firstDay: '2026-11-18',
      lastDay: '',
      note: '',
      districtCodes: '99.99',
    })
    expect(bayu.status, 'a district nobody knows').to.equal(422)
  })

  it('keeps a cancelled event in sight with who and why, and counts it no more', async () => {
    await bayu.open('/field-events')
    await bayu.follow('Pemeriksaan pabrik nanas')
    const path = bayu.path
    await bayu.follow('Batalkan kegiatan')
    await bayu.submit('Batalkan kegiatan')
    expect(bayu.status, 'a reason is wanted').to.equal(422)
    await bayu.submit('Batalkan kegiatan', { reason: 'Ditunda ke Desember' })
    expect(bayu.text).to.match(/Dibatalkan.*Bayu Saputra.*Ditunda ke Desember.*Dicatat/)
    expect(await office.app.store.fieldEvents.between('2026-11-01', '2026-11-30')).to.deep.equal([])
    await bayu.open('/field-events')
    expect(bayu.text).to.contain('dibatalkan')
    await bayu.post(`${path}/cancellation`, { reason: 'lagi' })
    expect(bayu.status).to.equal(409)
  })

  it('is read by everybody, in their language, and written by planners and managers', async () => {
    const indah = await office.signedIn('indah')
    await indah.open('/field-events?year=2026')
    expect(indah.text).to.contain('Joint inspection with the labour office')
    await indah.follow('Note an event')
    expect(indah.status).to.equal(200)
    const maruli = await office.signedIn('maruli')
    await maruli.open('/field-events')
    expect(maruli.all('a[href="/field-events/new"]')).to.have.length(0)
    expect((await maruli.send('/field-events/new')).status).to.equal(403)
  })

  it('opens the year that is asked for', async () => {
    await bayu.open('/field-events/new')
    await bayu.submit('Catat kegiatan', {
      kind: 'other',
      title: 'Tahun lalu',
      firstDay: '2025-06-01',
      districtCodes: ['18.71'],
    })
    await bayu.open('/field-events?year=2025')
    expect(bayu.text).to.contain('Tahun lalu')
    expect(bayu.text).to.not.contain('pabrik nanas')
    await bayu.open('/field-events?year=1066')
    expect(bayu.status).to.equal(200)
  })
})
