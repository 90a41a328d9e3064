import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { outlets, people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'
import { sheetData, workbookOf } from '../support/workbook.js'

const t = words.id
const log = t.stationLogs
const monday = '2026-11-23T01:00:00.000Z'

/** Twelve ordered: as ordered, late, short, another material, one missing, one gift; and what is no run. */
const rows = [
  ['Log siar Radio Gema Saburai'],
  ['Tanggal', 'Jam', 'Materi', 'Durasi'],
  ['16/11/2026', '06.05', 'Jaminan hari tua', '30'],
  ['16/11/2026', '07.12', 'Jaminan hari tua', '30'],
  ['17/11/2026', '06.31', 'JHT jaminan hari tua', '30'],
  ['17/11/2026', '08.40', 'Jaminan hari tua', '30'],
  ['18/11/2026', '06.22', 'Jaminan hari tua', '15'],
  ['18/11/2026', '07.30', 'Jaminan hari tua', '30'],
  ['19/11/2026', '06.02', 'Jaminan hari tua', '30'],
  ['19/11/2026', '07.44', 'Jaminan hari tua', '30'],
  ['19/11/2026', '12.10', 'Jaminan hari tua', '30'],
  ['20/11/2026', '06.50', 'Kopi Cap Gajah', '30'],
  ['20/11/2026', '07.20', 'Jaminan hari tua', '30'],
  ['21/11/2026', '', 'Jaminan hari tua', '30'],
  ['21/11/2026', '06.15', 'Jaminan hari tua', '30'],
  ['Jumlah', '12'],
]
const csv = (lines: readonly (readonly string[])[]) => lines.map(cells => cells.join(';')).join('\n')
const fileOf = (bytes: string | Buffer, name: string) =>
  new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

describe('A station log', () => {
  let server: TestServer
  let air: OnAir
  let week: string
  let clerk: Visitor

  beforeEach(async () => {
    server = await startServer()
    server.clock.set(monday)
    air = await putOnAir(server.app)
    week = await weekAddress(server.app)
    clerk = server.visitor()
  })
  afterEach(() => server.stop())

  const answersOf = async () => {
    const current = await server.app.store.confirmations.current(air.broadcasts.map(({ id }) => id))
    return air.broadcasts.map(({ id }) => current.get(id))
  }

  async function upload(content: string | Buffer, name = 'log.csv') {
    await clerk.open(week)
    await clerk.follow(log.partnerLink)
    return clerk.submit(log.read, { outletId: outlets.gema.id, file: fileOf(content, name) })
  }

  it('is shown before anything is kept, and becomes answers with the log as their proof', async () => {
    await upload(csv(rows))
    expect(clerk.status).to.equal(200)
    expect(clerk.text).to.include(log.partnerFound({ rows: '16', runs: '12', refused: '1' }))
    for (const text of [log.kinds['late'], log.kinds['short'], log.kinds['bonus'], log.meanings['no-time']])
      expect(clerk.text).to.include(text)
    expect(await answersOf()).to.deep.equal(air.broadcasts.map(() => undefined))
    await clerk.submit(log.commit('11'))
    expect(clerk.text).to.include(log.committed('11'))
    const answers = await answersOf()
    expect(answers[0]).to.include({
      answer: 'ran',
      actualDay: '2026-11-16',
      actualMinute: 365,
      actualSeconds: 30,
    })
    expect(answers[8]).to.include({ answer: 'ran-differently', actualMinute: 520 })
    expect(answers[2]).to.include({ answer: 'ran-differently', actualSeconds: 15 })
    expect(answers[4]).to.include({ answer: 'did-not-run' })
    expect(answers[6], 'a day of which the log says nothing').to.equal(undefined)
    const [proof] = await server.app.store.evidence.listOf([air.broadcasts[0]!.id])
    expect(proof).to.include({ kind: 'log', originalName: 'log.csv', logGrade: 'E2' })
    expect(await server.app.store.evidence.listOf([air.broadcasts[4]!.id])).to.deep.equal([])
  })

  it('is kept once, however often it is sent and its button pressed', async () => {
    await upload(csv(rows))
    const preview = clerk.path
    await upload(csv(rows))
    expect(clerk.path).to.equal(preview)
    const commit = `${preview}/commit`
    await Promise.all(Array.from({ length: 5 }, () => server.visitor().post(commit, {})))
    expect((await answersOf())[0]?.number).to.equal(1)
    await upload(csv(rows))
    expect(clerk.status).to.equal(422)
    expect(clerk.text).to.include(t.problems['log-again']({ file: 'log.csv' }))
  })

  it('may be a workbook or pasted text', async () => {
    const day = { n: 46_342, s: 1 }
    const sheet = sheetData([
      ['Tgl', 'Pukul', 'Spot'],
      [day, { n: 365 / 1440, s: 2 }, 'Jaminan hari tua'],
    ])
    await upload(workbookOf({ sheets: [sheet], formats: ['dd/mm/yyyy', 'hh:mm'] }), 'log.xlsx')
    expect(clerk.text).to.include(log.partnerFound({ rows: '2', runs: '1', refused: '0' }))
    await clerk.open(`${week}/log`)
    await clerk.submit(log.read, { text: 'Senin 16/11\n06.05 hari tua\n07.12 hari tua' })
    expect(clerk.text).to.include(log.partnerFound({ rows: '3', runs: '2', refused: '0' }))
  })

  it('is refused with a reason and with what was typed when nothing can be read', async () => {
    await clerk.open(`${week}/log`)
    await clerk.submit(log.read, { text: 'Semua sudah tayang ya Bu' })
    expect(clerk.status).to.equal(422)
    expect(clerk.text).to.include(t.problems['log-no-runs']()).and.include('Semua sudah tayang ya Bu')
    await clerk.submit(log.read, { text: '' })
    expect(clerk.text).to.include(t.problems['log-missing']())
    await upload(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), 'log.xls')
    expect(clerk.text).to.include(t.problems['workbook-old']())
    await upload('Tanggal;Jam;Materi\n01/10/2026;06.05;JHT\n')
    expect(clerk.text).to.include(t.problems['log-other-days']())
  })

  it('is read as its outlet says, and so is the next one', async () => {
    const odd = (day: string) =>
      `A;B;C;D\n${day}/11/2026;06.05;06.40;Jaminan hari tua\n${day}/11/2026;07.12;07.50;Naskah satu\n`
    await upload(odd('16'))
    await clerk.submit(log.readAgain, { 'role-1': 'ignored', 'role-2': 'time', missing: 'not-known' })
    expect(clerk.text).to.include(log.readingSaved)
    await clerk.submit(log.commit('2'))
    expect((await answersOf())[0]).to.include({ actualMinute: 400 })
    await upload(odd('17'))
    await clerk.submit(log.commit('2'))
    expect((await answersOf())[1]).to.include({ actualMinute: 400 })
  })

  it('opens to nobody but its outlet and its week', async () => {
    await upload(csv(rows))
    const id = clerk.path.split('/').at(-1)!
    const other = server.visitor()
    for (const address of [
      await weekAddress(server.app, 'dian'),
      await weekAddress(server.app, 'wayan', '2026-11-09'),
    ]) {
      await other.open(`${address}/log/${id}`)
      expect(other.path).to.equal(`${address}/log`)
      expect((await other.post(`${address}/log/${id}/commit`, {})).status).to.equal(404)
    }
    expect(await answersOf()).to.deep.equal(air.broadcasts.map(() => undefined))
  })

  it('that repeats the plan is the outlet’s word until somebody else trusts it', async () => {
    const copied = air.broadcasts.map(({ day, ordinal }) => [
      day,
      ordinal === 1 ? '06.00' : '07.00',
      'Jaminan hari tua',
    ])
    await upload(csv([['Tanggal', 'Jam', 'Materi'], ...copied]))
    expect(clerk.text).to.include(log.partnerDoubt)
    await clerk.submit(log.commit('12'))
    const hendra = await server.signedIn('hendra')
    await hendra.open(`/outlets/${outlets.gema.id}/logs`)
    await hendra.open(`/station-logs/${clerk.path.split('/').at(-1)!.split('?')[0]}`)
    expect(hendra.text).to.include(log.doubtTitle).and.include('12 dari 12')
    const grade = async () => {
      await hendra.post(`/broadcasts/${air.broadcasts[0]!.id}/verification`, {})
      const verified = (await server.app.store.broadcasts.find(air.broadcasts[0]!.id))!.grade
      await hendra.post(`/broadcasts/${air.broadcasts[0]!.id}/reopening`, {})
      return verified
    }
    expect(await grade()).to.equal('E1')
    await hendra.open(`/station-logs/${clerk.path.split('/').at(-1)!.split('?')[0]}`)
    await hendra.submit(log.trust, { reason: 'Siaran otomatis, diperiksa di studio.' })
    expect(hendra.text).to.include(log.trusted).and.include('Siaran otomatis')
    expect(await grade()).to.equal('E2')
  })

  it('is matched otherwise by staff who say why, and their answer is verified by somebody else', async () => {
    await upload(csv(rows))
    const id = clerk.path.split('/').at(-1)!
    await clerk.submit(log.commit('11'))
    const [hendra, bayu] = [await server.signedIn('hendra'), await server.signedIn('bayu')]
    const missed = air.broadcasts[4]!.id
    await bayu.open(`/station-logs/${id}/runs/${missed}`)
    const gift = bayu.all('select[name=position] option').find(option => option.text.includes('12.10'))!
    await bayu.submit(log.overruleSave, { position: gift.getAttribute('value')! })
    expect(bayu.status).to.equal(422)
    await bayu.submit(log.overruleSave, { reason: 'Dipindah atas izin kami.' })
    expect(bayu.text).to.include(log.overruled).and.include('Dipindah atas izin kami.')
    expect((await answersOf())[4]).to.include({
      number: 2,
      answer: 'ran-differently',
      actualMinute: 730,
      givenByUser: people.bayu.id,
    })
    expect((await bayu.post(`/broadcasts/${missed}/verification`, {})).status).to.equal(403)
    await hendra.post(`/broadcasts/${missed}/verification`, {})
    expect((await server.app.store.broadcasts.find(missed))!.decision).to.equal('verified')
    await bayu.post(`/station-logs/${id}/runs/${missed}`, { position: 'none', reason: 'Ternyata tidak.' })
    expect(bayu.status, 'what is verified stays').to.equal(409)
  })

  it('is received by staff as well, for the days they name', async () => {
    const sari = await server.signedIn('sari')
    await sari.open(`/outlets/${outlets.gema.id}/logs`)
    await sari.submit(words.en.stationLogs.read, { file: fileOf(csv(rows), 'gema.csv') })
    expect(sari.text).to.include(words.en.stationLogs.nothingYet)
    await sari.submit(words.en.stationLogs.commit('11'))
    expect((await answersOf())[0]).to.include({ answer: 'ran', givenByUser: people.sari.id })
    await sari.open(`/outlets/${outlets.gema.id}/logs`)
    expect(sari.text).to.include('gema.csv')
  })
})

describe('A locked period', () => {
  it('takes no more corrections, until somebody else unlocks it and says why', async () => {
    const server = await startServer()
    server.clock.set(monday)
    const air = await putOnAir(server.app)
    const week = await weekAddress(server.app)
    const [clerk, hendra, indah] = [
      server.visitor(),
      await server.signedIn('hendra'),
      await server.signedIn('indah'),
    ]
    const locks = t.periodLocks
    await hendra.open('/period-locks')
    expect(hendra.text).to.include(locks.open('12'))
    await hendra.submit(locks.lock, { throughDay: '2026-11-23' })
    expect(hendra.status, 'not before the day is over').to.equal(422)
    await hendra.submit(locks.lock, { throughDay: '2026-11-22' })
    expect(hendra.text).to.include(locks.locked('22 November 2026'))
    await clerk.open(`${week}/log`)
    await clerk.submit(log.read, { file: fileOf(csv(rows), 'log.csv') })
    expect(clerk.text).to.include(log.locked)
    await clerk.submit(log.commitNone)
    const answers = await server.app.store.confirmations.current(air.broadcasts.map(({ id }) => id))
    expect(answers.size).to.equal(0)
    const [lock] = await server.app.store.periodLocks.list(1)
    await hendra.post(`/period-locks/${lock!.id}/unlock`, { reason: 'Saya sendiri.' })
    expect(hendra.status).to.equal(403)
    await indah.open('/period-locks')
    await indah.follow(words.en.periodLocks.unlock)
    await indah.submit(words.en.periodLocks.unlock, { reason: 'Radio Gema salah ketik.' })
    expect(indah.text).to.include('Radio Gema salah ketik.')
    expect(await server.app.store.periodLocks.lockedThrough()).to.equal(null)
    const events = await server.app.store.audit.list({}, { limit: 10 })
    expect(events.map(({ action }) => action)).to.include.members(['period-locked', 'period-unlocked'])
    await server.stop()
  })
})
