import { expect } from 'chai'
import { splitTarget, evenMonths } from '../../src/domain/target-split.js'
import { people } from '../support/people.js'
import { words } from '../../src/language/words.js'
import { take } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

describe('One target divided among the districts', () => {
  let office: TestServer
  let bayu: Visitor

  before(async () => {
    office = await startServer()
    bayu = await office.signedIn('bayu')
  })

  const targetsOf = async (path: string) => office.app.store.targets.ofVersion(path.split('/').at(-1)!)
  const total = (targets: readonly { amount: number }[]) =>
    targets.reduce((sum, { amount }) => sum + amount, 0)

  it('by population adds up to exactly the target, and larger districts get more', async () => {
    await bayu.open('/targets')
    await bayu.follow('Bagi satu target')
    const facts = {
      year: '2011',
      amount: '46.906',
      streamId: 'self',
      basis: 'population',
      reason: 'Rencana kerja',
    }
    await bayu.submit('Bagi target', facts)
    expect(bayu.text).to.contain('tersimpan sebagai rancangan')
    const targets = await targetsOf(bayu.path)
    expect(total(targets)).to.equal(46_906)
    expect(targets, 'fourteen districts of 2011, twelve months').to.have.length(14 * 12)
    const of = (code: string) => total(targets.filter(({ districtCode }) => districtCode === code))
    expect(of('18.02') / of('18.72')).to.be.closeTo(1_170_717 / 145_471, 0.05)
  })

  it('can be edited by hand: what is downloaded is read again, and a second person approves it', async () => {
    const before = await targetsOf(bayu.path)
    await bayu.follow('Unduh untuk diubah (CSV)')
    const edited = bayu.bytes.toString().replace(/;(\d+)\r\n/, (_, amount) => `;${Number(amount) + 100}\r\n`)
    await bayu.open('/targets/new')
    await bayu.submit('Baca berkas', {
      year: '2011',
      reason: 'Disesuaikan',
      file: new File([edited], 'target.csv'),
    })
    const after = await targetsOf(bayu.path)
    expect(after).to.have.length(before.length)
    expect(total(after)).to.equal(total(before) + 100)
    await bayu.submit('Kirim untuk disetujui')
    expect(bayu.text, 'who writes never approves').to.not.contain('Setujui target')
    const indah = await office.signedIn('indah')
    await indah.open(bayu.path)
    await indah.submit(words[people.indah.language].targets.approve)
    expect(total(await office.app.store.targets.inForce(2011))).to.equal(47_006)
  })

  it('by the year before needs that year whole, and then follows its districts and months', async () => {
    await bayu.open('/targets/split')
    const facts = { year: '2026', amount: '1.000', streamId: 'employer', basis: 'last-year', reason: 'Tren' }
    await bayu.submit('Bagi target', facts)
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.contain('Tahun sebelumnya belum lengkap')
    const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))
    const rows = months.flatMap(month => [
      `2025-${month}-05;Metro;${month === '12' ? 90 : 30}`,
      `2025-${month}-06;Mesuji;10`,
    ])
    await take(office.app, `tanggal;kabupaten;PU\n${rows.join('\n')}\n`)
    await bayu.submit('Bagi target', facts)
    const targets = await targetsOf(bayu.path)
    expect(total(targets)).to.equal(1000)
    const of = (test: (one: (typeof targets)[number]) => boolean) => total(targets.filter(test))
    expect(of(({ districtCode }) => districtCode === '18.72')).to.equal(778)
    expect(of(({ month }) => month === '2026-12') / of(({ month }) => month === '2026-11')).to.be.closeTo(
      2.5,
      0.1,
    )
  })

  it('keeps every part whole and loses nothing, however the weights are', () => {
    for (const amount of [1, 7, 999, 46_906]) {
      const weights = {
        districts: new Map([
          ['a', 1],
          ['b', 1e-9],
          ['c', 3],
        ]),
        months: evenMonths(2028),
      }
      const targets = splitTarget({ year: 2028, streamId: 'self', amount }, weights)
      expect(total(targets)).to.equal(amount)
      expect(targets.every(target => Number.isInteger(target.amount) && target.amount >= 0)).to.equal(true)
    }
  })
})
