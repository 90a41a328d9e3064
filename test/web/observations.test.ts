import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { aPage, aSound, withLocation } from '../support/proof-files.js'
import { aWeekToAnswer, fileOf, type WeekToAnswer } from '../support/week.js'

const t = words.id
const o = t.observations

describe('An observation by somebody who is not the outlet', () => {
  let week: WeekToAnswer
  let id: string

  beforeEach(async () => {
    week = await aWeekToAnswer({ runs: 2 })
    id = week.air.broadcasts[0]!.id
    await week.clerk.open(week.week)
    await week.clerk.submit(t.partner.allRan('2'))
  })
  afterEach(() => week.server.stop())

  const graded = async () => {
    const { grade, decision } = (await week.server.app.store.broadcasts.find(id))!
    return [decision, grade]
  }

  it('that bears out the answer is worth E4, and is judged by somebody else than who noted it', async () => {
    const [bayu, hendra] = [await week.server.signedIn('bayu'), await week.server.signedIn('hendra')]
    await bayu.open(`/broadcasts/${id}`)
    expect(bayu.text).to.include(o.rules.word).and.include(o.none)
    await bayu.follow(o.add)
    await bayu.submit(o.save, { observer: 'monitor', note: 'Terdengar utuh.', minute: '12.00' })
    expect(bayu.status).to.equal(422)
    expect(bayu.text).to.include(t.problems['observed-elsewhere']()).and.include('Terdengar utuh.')
    await bayu.submit(o.save, { minute: '06.25', file: fileOf(aSound(31), 'rekaman.wav') })
    expect(bayu.text).to.include(o.saved).and.include('jasa pemantau siaran: tayang')
    expect(bayu.text).to.include(o.rules.independent)
    await bayu.post(`/broadcasts/${id}/verification`, {})
    expect(bayu.status, 'who noted it').to.equal(403)
    await hendra.post(`/broadcasts/${id}/verification`, {})
    expect(await graded()).to.deep.equal(['verified', 'E4'])
    const observation = (await week.server.app.store.observations.listOf([id]))[0]!.id
    const file = await hendra.send(`/observations/${observation}/file`)
    expect([file.status, file.headers.get('content-type')]).to.deep.equal([200, 'audio/wav'])
    expect(file.headers.get('content-disposition')).to.match(/^attachment/)
  })

  it('that contradicts it leaves the outlet’s word alone, until it is withdrawn with a reason', async () => {
    const [bayu, hendra] = [await week.server.signedIn('bayu'), await week.server.signedIn('hendra')]
    await bayu.open(`/broadcasts/${id}/observations`)
    const photo = fileOf(await withLocation(await aPage(1)), 'layar.jpg')
    await bayu.submit(o.save, { seen: 'did-not-run', note: 'Ditunggu dari 06.00 sampai 07.00.', file: photo })
    expect(bayu.text).to.include(o.contradicts).and.include(o.rules.contradicted)
    await hendra.post(`/broadcasts/${id}/verification`, {})
    expect(await graded()).to.deep.equal(['verified', 'E1'])
    await hendra.open(`/broadcasts/${id}`)
    expect(hendra.text).not.to.include(o.withdraw)
    await bayu.open(`/broadcasts/${id}`)
    await bayu.submit(o.withdraw, { reason: 'Salah gelombang.' })
    expect(bayu.text).to.include(o.withdrawn).and.include('Salah gelombang.')
    expect(bayu.text).not.to.include(o.contradicts)
    const observation = (await week.server.app.store.observations.listOf([id]))[0]!.id
    await bayu.post(`/observations/${observation}/withdrawal`, { reason: 'Sekali lagi.' })
    expect(bayu.status).to.equal(409)
    const events = await week.server.app.store.audit.list({}, { limit: 10 })
    expect(events.map(({ action }) => action)).to.include.members([
      'observation-added',
      'observation-withdrawn',
    ])
  })

  it('that comes after the verification says that the grade is another one now', async () => {
    const [bayu, hendra] = [await week.server.signedIn('bayu'), await week.server.signedIn('hendra')]
    await hendra.post(`/broadcasts/${id}/verification`, {})
    await bayu.open(`/broadcasts/${id}/observations`)
    await bayu.submit(o.save, { minute: '06.25', note: 'Terdengar di pasar.' })
    expect(bayu.text).to.include(o.verifiedAt(t.broadcasts.grades.E1, t.broadcasts.grades.E4))
    await hendra.open(`/broadcasts/${id}`)
    await hendra.submit(t.broadcasts.reopen)
    await hendra.submit(t.broadcasts.verify)
    expect(await graded()).to.deep.equal(['verified', 'E4'])
  })

  it('is refused as a list, as a script, of a run to come, and to those who only read', async () => {
    const bayu = await week.server.signedIn('bayu')
    await bayu.open(`/broadcasts/${id}/observations`)
    for (const bytes of ['06.25 JHT', '<svg onload=alert(1)>']) {
      await bayu.submit(o.save, { minute: '06.25', note: 'x', file: fileOf(bytes, 'foto.jpg') })
      expect([bayu.status, bayu.text.includes(t.problems['file-kind-refused']())]).to.deep.equal([422, true])
    }
    await bayu.submit(o.save, { day: '2026-11-24', minute: '06.25', note: 'x' })
    expect(bayu.status).to.equal(422)
    expect(await week.server.app.store.observations.listOf([id])).to.deep.equal([])
    const maruli = await week.server.signedIn('maruli')
    await maruli.open(`/broadcasts/${id}`)
    expect(maruli.text).not.to.include(o.add)
    expect((await maruli.post(`/broadcasts/${id}/observations`, {})).status).to.equal(403)
  })
})
