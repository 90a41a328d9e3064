import { expect } from 'chai'
import { take } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

const [formerly, since] = ['Pendaftaran mandiri (TK-LHK)', 'Pendaftaran mandiri (BPU)']

describe('The name of a stream', () => {
  let office: TestServer

  before(async () => {
    office = await startServer()
    await take(office.app, 'tanggal;kabupaten;TK-LHK\n2013-12-30;Metro;4\n2013-12-31;Metro;5\n')
  })
  after(() => office.stop())

  it('is that of the days a page shows: TK-LHK until 2013, BPU from 2014', async () => {
    const maruli = await office.signedIn('maruli')
    const says = async (page: string, name: string, not: string) => {
      await maruli.open(page)
      expect(maruli.text, page).to.contain(name).and.not.to.contain(not)
    }
    await says('/districts/18.72?stream=self', formerly, since)
    await says('/registrations?year=2013', formerly, since)
    await says('/pace?year=2013', formerly, since)
    await says('/targets?year=2013', formerly, since)
    await take(office.app, 'tanggal;kabupaten;BPU\n2014-01-01;Metro;6\n2014-01-02;Metro;7\n')
    await says('/districts/18.72?stream=self', since, formerly)
    await says('/registrations?year=2014', since, formerly)
    await says('/registrations?year=2013', formerly, since)
    await says('/pace?year=2014', since, formerly)
    await says('/targets?year=2014', since, formerly)
  })

  it('changes in the language of the reader too, and the stream stays one', async () => {
    const sari = await office.signedIn('sari')
    await sari.open('/registrations?year=2013')
    expect(sari.text).to.contain('Self-enrolled (TK-LHK)')
    const { registrations } = office.app.store
    expect([await registrations.firstDay('self'), await registrations.lastDay('self')]).to.deep.equal([
      '2013-12-30',
      '2014-01-02',
    ])
  })
})
