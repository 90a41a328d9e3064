import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { aliasKey, type District } from '../../src/domain/district.js'
import { groupBy } from '../../src/domain/group.js'
import { startServer, type TestServer } from '../support/server.js'
import { skipBecause } from '../support/skip.js'
import type { Visitor } from '../support/visitor.js'

/** Registrants for the Covid-19 vaccine in Malaysia, as totals so far: a real feed with real faults. It stays where it is. */
const feed = path.resolve('../shared/reference/registrations-my-state-daily.csv')

interface Row {
  date: string
  state: string
  total: number
}

function rowsOf(text: string): Row[] {
  const lines = text
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
  return lines.map(([date, state, total]) => ({ date: date!, state: state!, total: Number(total) }))
}

const stateDistrict = (name: string, index: number): District => ({
  code: `MY.${String(index + 1).padStart(2, '0')}`,
  bpsCode: null,
  name,
  shortName: name,
  kind: 'other',
  branchId: null,
  capital: '',
  population: null,
  populationYear: null,
  workingAge: null,
  longitude: null,
  latitude: null,
  tileColumn: null,
  tileRow: null,
  validFrom: '1963-09-16',
  validTo: null,
})

describe('The Malaysian feed', () => {
  let office: TestServer
  let bayu: Visitor
  let sari: Visitor
  let rows: Row[]
  let byState: Map<string, Row[]>

  before(async function () {
    if (!existsSync(feed)) skipBecause(this, 'the reference data is not here (../shared/reference)')
    rows = rowsOf(readFileSync(feed, 'utf8'))
    byState = groupBy(rows, row => row.state)
    office = await startServer()
    const states = [...byState.keys()]
    await office.app.store.write(async store => {
      await store.districts.insert(states.slice(0, -1).map(stateDistrict))
      await store.districts.insert([stateDistrict(states.at(-1)!, states.length - 1)])
      const aliases = states
        .slice(0, -1)
        .map((name, index) => ({ alias: aliasKey(name), districtCode: stateDistrict(name, index).code }))
      await store.districts.insertAliases(
        aliases.map(alias => ({ ...alias, learnedFrom: 'test', createdAt: office.clock.now() })),
      )
    })
    bayu = await office.signedIn('bayu')
    sari = await office.signedIn('sari')
  })

  it('asks which of its four counts is which stream', async () => {
    await bayu.open('/registrations')
    await bayu.submit('Baca berkas', { file: new File([readFileSync(feed)], 'my-state.csv') })
    expect(bayu.text).to.contain('Kolom mana yang berisi jumlah, dan untuk jalur apa?')
    await bayu.submit('Baca lagi', { 'column-2': 'count self' })
  })

  it('asks for the one state nobody has named yet, and remembers it', async () => {
    expect(bayu.text).to.contain('W.P. Putrajaya')
    await bayu.submit('Simpan arti nama', { 'district-0': 'MY.16' })
    expect(bayu.text).to.not.contain('Nama yang belum dikenal')
  })

  it('is recognised as totals so far, which the person may still contradict', async () => {
    expect(bayu.find('input[name=measure][checked]').getAttribute('value')).to.equal('cumulative')
    expect(bayu.text).to.contain('Angkanya turun 1 kali dalam 4.112 langkah')
  })

  it('has one falling value, one missing day and one day delivered twice, and each is told', () => {
    const told = bayu.all('main .bullets li').map(item => item.textContent.trim())
    const about = (word: string) => told.filter(sentence => sentence.includes(word))
    expect(about('jumlah kumulatif turun')).to.deep.equal([
      'Perlis, 30 Juli 2021: jumlah kumulatif turun dari 165.133 ke 164.963. Hari itu dicatat tidak dilaporkan; hitungan lanjut dari angka baru.',
    ])
    expect(about('laporan mencakup')).to.have.length(1)
    expect(about('laporan mencakup')[0]).to.match(
      /^1 November 2021: laporan mencakup 2 hari .*16 kabupaten\/kota/,
    )
    expect(about('terkirim')).to.deep.equal([
      '17 Januari 2022 terkirim lebih dari sekali: 16 baris sama, dihitung sekali.',
    ])
    expect(about('melaporkan nol')).to.deep.equal(['64 sel melaporkan nol: dicatat sebagai nol.'])
    expect(about('hari pertama')).to.have.length(1)
    expect(told).to.have.length(5)
  })

  it('accounts for every row', () => {
    expect(bayu.text).to.match(
      /Baris dibaca\s*4.144\s*Dipakai\s*4.128\s*Ditolak\s*0\s*Sama dengan baris lain\s*16/,
    )
  })

  it('counts what the states rose by, no more and no less', async () => {
    await bayu.submit('Hitung 4.128 sel')
    const cells = await office.app.store.registrations.list({ from: '2021-01-01', to: '2022-12-31' })
    const sum = cells.reduce((total, cell) => total + (cell.count ?? 0), 0)
    const rose = [...byState.values()].reduce((total, own) => total + own.at(-1)!.total - own[0]!.total, 0)
    expect(sum, 'the fall of 170 in Perlis is no registration').to.equal(rose + 170)
    expect(cells.filter(cell => cell.state === 'not-reported')).to.have.length(17)
    expect(cells.filter(cell => cell.spanDays === 2).map(cell => cell.day)).to.deep.equal(
      Array(16).fill('2021-11-01'),
    )
    expect(cells.filter(cell => cell.count === 0)).to.have.length(64)
    const labuan = cells.find(cell => cell.districtCode === 'MY.15' && cell.day === '2021-09-24')!
    const [before, after] = ['2021-09-23', '2021-09-24'].map(
      day => byState.get('W.P. Labuan')!.find(row => row.date === day)!.total,
    )
    expect(labuan.count).to.equal(after! - before!)
  })

  it('reads the same in English, and stands in the table of its years', async () => {
    await sari.open('/registrations/imports')
    await sari.follow('my-state.csv')
    expect(sari.text).to.contain('Perlis, 30 July 2021: the total so far fell from 165,133 to 164,963.')
    expect(sari.text).to.contain('17 January 2022 was delivered more than once: 16 equal rows, counted once.')
    await sari.open('/registrations?year=2021')
    expect(sari.text).to.contain('Johor')
    await sari.open('/registrations?year=2022&by=week')
    expect(sari.text).to.contain('Reports are expected from 25 June 2021 to 9 March 2022.')
  })

  it('finds the rise of Labuan by itself, and the jump of one day in January as common to all', async () => {
    await office.runJobs()
    const spikesUntil = async (day: string) => {
      await bayu.open(`/spikes?stream=self&until=${day}`)
      return ['Lonjakan bersama', 'Lonjakan pada'].map(title => rowsUnder(bayu, title))
    }
    const [common, local] = await spikesUntil('2022-02-28')
    const jump = common!.filter(row => row.includes('29 Jan 2022'))
    expect(jump, common!.join('\n')).to.have.length(1)
    expect(jump[0]).to.match(/1[456] dari 16 wilayah/)
    expect(local!.filter(row => row.includes('29 Jan 2022'))).to.deep.equal([])
    const [, autumn] = await spikesUntil('2021-10-31')
    const labuan = autumn!.filter(row => row.includes('Labuan') && row.includes('Sep 2021'))
    expect(labuan, autumn!.join('\n')).to.have.length(1)
    expect(labuan[0]).to.contain('23 Sep – 26 Sep 2021')
  })
})

function rowsUnder(visitor: Visitor, title: string): string[] {
  const section = visitor
    .all('main section')
    .find(part => part.querySelector('h2')?.textContent.trim().startsWith(title))!
  return section.querySelectorAll('tbody tr').map(row => row.textContent.replace(/\s+/g, ' ').trim())
}
