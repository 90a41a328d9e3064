import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { csv, logRows } from '../support/log-file.js'
import { outlets, people } from '../support/people.js'
import { answersOf, aWeekToAnswer, fileOf, uploadLog, type WeekToAnswer } from '../support/week.js'

const log = words.id.stationLogs

describe('Staff and a station log', () => {
  let given: WeekToAnswer

  beforeEach(async () => {
    given = await aWeekToAnswer()
  })
  afterEach(() => given.server.stop())

  it('that repeats the plan is the outlet’s word until somebody else trusts it', async () => {
    const copied = given.air.broadcasts.map(({ day, ordinal }) => [
      day,
      ordinal === 1 ? '06.00' : '07.00',
      'Jaminan hari tua',
    ])
    await uploadLog(given, csv([['Tanggal', 'Jam', 'Materi'], ...copied]))
    expect(given.clerk.text).to.include(log.partnerDoubt)
    await given.clerk.submit(log.commit('12'))
    const hendra = await given.server.signedIn('hendra')
    await hendra.open(`/outlets/${outlets.gema.id}/logs`)
    await hendra.open(`/station-logs/${given.clerk.path.split('/').at(-1)!.split('?')[0]}`)
    expect(hendra.text).to.include(log.doubtTitle).and.include('12 dari 12')
    const grade = async () => {
      await hendra.post(`/broadcasts/${given.air.broadcasts[0]!.id}/verification`, {})
      const verified = (await given.server.app.store.broadcasts.find(given.air.broadcasts[0]!.id))!.grade
      await hendra.post(`/broadcasts/${given.air.broadcasts[0]!.id}/reopening`, {})
      return verified
    }
    expect(await grade()).to.equal('E1')
    await hendra.open(`/station-logs/${given.clerk.path.split('/').at(-1)!.split('?')[0]}`)
    await hendra.submit(log.trust, { reason: 'Siaran otomatis, diperiksa di studio.' })
    expect(hendra.text).to.include(log.trusted).and.include('Siaran otomatis')
    expect(await grade()).to.equal('E2')
  })

  it('is matched otherwise by staff who say why, and their answer is verified by somebody else', async () => {
    await uploadLog(given, csv(logRows))
    const id = given.clerk.path.split('/').at(-1)!
    await given.clerk.submit(log.commit('11'))
    const [hendra, bayu] = [await given.server.signedIn('hendra'), await given.server.signedIn('bayu')]
    const missed = given.air.broadcasts[4]!.id
    await bayu.open(`/station-logs/${id}/runs/${missed}`)
    const gift = bayu.all('select[name=position] option').find(option => option.text.includes('12.10'))!
    await bayu.submit(log.overruleSave, { position: gift.getAttribute('value')! })
    expect(bayu.status).to.equal(422)
    await bayu.submit(log.overruleSave, { reason: 'Dipindah atas izin kami.' })
    expect(bayu.text).to.include(log.overruled).and.include('Dipindah atas izin kami.')
    expect((await answersOf(given))[4]).to.include({
      number: 2,
      answer: 'ran-differently',
      actualMinute: 730,
      givenByUser: people.bayu.id,
    })
    expect((await bayu.post(`/broadcasts/${missed}/verification`, {})).status).to.equal(403)
    await hendra.post(`/broadcasts/${missed}/verification`, {})
    expect((await given.server.app.store.broadcasts.find(missed))!.decision).to.equal('verified')
    await bayu.post(`/station-logs/${id}/runs/${missed}`, { position: 'none', reason: 'Ternyata tidak.' })
    expect(bayu.status, 'what is verified stays').to.equal(409)
  })

  it('is received by staff as well, for the days they name', async () => {
    const sari = await given.server.signedIn('sari')
    await sari.open(`/outlets/${outlets.gema.id}/logs`)
    await sari.submit(words.en.stationLogs.read, { file: fileOf(csv(logRows), 'gema.csv') })
    expect(sari.text).to.include(words.en.stationLogs.nothingYet)
    await sari.submit(words.en.stationLogs.commit('11'))
    expect((await answersOf(given))[0]).to.include({ answer: 'ran', givenByUser: people.sari.id })
    await sari.open(`/outlets/${outlets.gema.id}/logs`)
    expect(sari.text).to.include('gema.csv')
  })
})
