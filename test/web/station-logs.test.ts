import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { csv, logRows } from '../support/log-file.js'
import { weekAddress } from '../support/on-air.js'
import { outlets } from '../support/people.js'
import { answersOf, aWeekToAnswer, fileOf, uploadLog, type WeekToAnswer } from '../support/week.js'
import { sheetData, workbookOf } from '../support/workbook.js'

const t = words.id
const log = t.stationLogs

describe('A station log', () => {
  let given: WeekToAnswer

  beforeEach(async () => {
    given = await aWeekToAnswer()
  })
  afterEach(() => given.server.stop())

  it('is shown before anything is kept, and becomes answers with the log as their proof', async () => {
    await uploadLog(given, csv(logRows))
    expect(given.clerk.status).to.equal(200)
    expect(given.clerk.text).to.include(log.partnerFound({ rows: '16', runs: '12', refused: '1' }))
    for (const text of [log.kinds['late'], log.kinds['short'], log.kinds['bonus'], log.meanings['no-time']])
      expect(given.clerk.text).to.include(text)
    expect(await answersOf(given)).to.deep.equal(given.air.broadcasts.map(() => undefined))
    await given.clerk.submit(log.commit('11'))
    expect(given.clerk.text).to.include(log.committed('11'))
    const answers = await answersOf(given)
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
    const [proof] = await given.server.app.store.evidence.listOf([given.air.broadcasts[0]!.id])
    expect(proof).to.include({ kind: 'log', originalName: 'log.csv', logGrade: 'E2' })
    expect(await given.server.app.store.evidence.listOf([given.air.broadcasts[4]!.id])).to.deep.equal([])
  })

  it('is kept once, however often it is sent and its button pressed', async () => {
    await uploadLog(given, csv(logRows))
    const preview = given.clerk.path
    await uploadLog(given, csv(logRows))
    expect(given.clerk.path).to.equal(preview)
    const commit = `${preview}/commit`
    await Promise.all(Array.from({ length: 5 }, () => given.server.visitor().post(commit, {})))
    expect((await answersOf(given))[0]?.number).to.equal(1)
    await uploadLog(given, csv(logRows))
    expect(given.clerk.status).to.equal(422)
    expect(given.clerk.text).to.include(t.problems['log-again']({ file: 'log.csv' }))
  })

  it('attached as a proof is read and matched all the same, for a list that nobody reads proves nothing', async () => {
    const { clerk, week, server, air } = given
    await clerk.open(week)
    await clerk.submit(t.partner.allRan('12'))
    await clerk.follow(t.proofs.add(outlets.gema.name))
    const file = fileOf(csv(logRows), 'log.csv')
    await clerk.submit(t.partner.proofSend, { kind: 'log', file })
    expect(clerk.text).to.include(log.partnerFound({ rows: '16', runs: '12', refused: '1' }))
    expect(await server.app.store.evidence.listOf([air.broadcasts[0]!.id])).to.deep.equal([])
    await clerk.open(`${week}/proof?outlet=${outlets.gema.id}`)
    await clerk.submit(t.partner.proofSend, { kind: 'log', file: fileOf('Semua sudah tayang', 'log.txt') })
    expect([clerk.status, clerk.text.includes(t.problems['log-no-runs']())]).to.deep.equal([422, true])
  })

  it('leaves what the outlet told by hand: why one did not run, and that one was read live', async () => {
    const { clerk, week, air } = given
    const [live, missed] = [air.broadcasts[0]!.id, air.broadcasts[4]!.id]
    await clerk.open(`${week}/exceptions?step=2&id=${live}&id=${missed}`)
    await clerk.submit(t.partner.save, {
      [`what-${live}`]: 'ran-differently',
      [`live-${live}`]: 'yes',
      [`what-${missed}`]: 'did-not-run',
      [`reason-${missed}`]: 'technical',
    })
    expect(clerk.status).to.equal(200)
    await uploadLog(given, csv(logRows))
    await clerk.submit(log.commit('10'))
    const answers = await answersOf(given)
    expect(answers[4]).to.include({ number: 1, answer: 'did-not-run', reason: 'technical' })
    expect(answers[0]).to.include({ answer: 'ran-differently', announcerRead: true, actualMinute: 365 })
  })

  it('may be a workbook or pasted text', async () => {
    const day = { n: 46_342, s: 1 }
    const sheet = sheetData([
      ['Tgl', 'Pukul', 'Spot'],
      [day, { n: 365 / 1440, s: 2 }, 'Jaminan hari tua'],
    ])
    await uploadLog(given, workbookOf({ sheets: [sheet], formats: ['dd/mm/yyyy', 'hh:mm'] }), 'log.xlsx')
    expect(given.clerk.text).to.include(log.partnerFound({ rows: '2', runs: '1', refused: '0' }))
    await given.clerk.open(`${given.week}/log`)
    await given.clerk.submit(log.read, { text: 'Senin 16/11\n06.05 hari tua\n07.12 hari tua' })
    expect(given.clerk.text).to.include(log.partnerFound({ rows: '3', runs: '2', refused: '0' }))
  })

  it('is refused with a reason and with what was typed when nothing can be read', async () => {
    await given.clerk.open(`${given.week}/log`)
    await given.clerk.submit(log.read, { text: 'Semua sudah tayang ya Bu' })
    expect(given.clerk.status).to.equal(422)
    expect(given.clerk.text).to.include(t.problems['log-no-runs']()).and.include('Semua sudah tayang ya Bu')
    await given.clerk.submit(log.read, { text: '' })
    expect(given.clerk.text).to.include(t.problems['log-missing']())
    await uploadLog(
      given,
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      'log.xls',
    )
    expect(given.clerk.text).to.include(t.problems['workbook-old']())
    await uploadLog(given, 'Tanggal;Jam;Materi\n01/10/2026;06.05;JHT\n')
    expect(given.clerk.text).to.include(t.problems['log-other-days']())
  })

  it('is read as its outlet says, and so is the next one', async () => {
    const odd = (day: string) =>
      `A;B;C;D\n${day}/11/2026;06.05;06.40;Jaminan hari tua\n${day}/11/2026;07.12;07.50;Naskah satu\n`
    await uploadLog(given, odd('16'))
    await given.clerk.submit(log.readAgain, { 'role-1': 'ignored', 'role-2': 'time', missing: 'not-known' })
    expect(given.clerk.text).to.include(log.readingSaved)
    await given.clerk.submit(log.commit('2'))
    expect((await answersOf(given))[0]).to.include({ actualMinute: 400 })
    await uploadLog(given, odd('17'))
    await given.clerk.submit(log.commit('2'))
    expect((await answersOf(given))[1]).to.include({ actualMinute: 400 })
  })

  it('opens to nobody but its outlet and its week', async () => {
    await uploadLog(given, csv(logRows))
    const id = given.clerk.path.split('/').at(-1)!
    const other = given.server.visitor()
    for (const address of [
      await weekAddress(given.server.app, 'dian'),
      await weekAddress(given.server.app, 'wayan', '2026-11-09'),
    ]) {
      await other.open(`${address}/log/${id}`)
      expect(other.path).to.equal(`${address}/log`)
      expect((await other.post(`${address}/log/${id}/commit`, {})).status).to.equal(404)
    }
    expect(await answersOf(given)).to.deep.equal(given.air.broadcasts.map(() => undefined))
  })
})
