import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { formats } from '../../src/views/formats.js'
import { csv, logRows } from '../support/log-file.js'
import { contacts, outlets } from '../support/people.js'
import { answersOf, aWeekToAnswer, uploadLog, type WeekToAnswer } from '../support/week.js'
import { textOf, type Visitor } from '../support/visitor.js'

const t = words.id.broadcasts
const d = words.id.delivery
const log = words.id.stationLogs

describe('Verification', () => {
  let week: WeekToAnswer
  let hendra: Visitor

  beforeEach(async () => {
    week = await aWeekToAnswer()
    await uploadLog(week, csv(logRows))
    await week.clerk.submit(log.commit('11'))
    hendra = await week.server.signedIn('hendra')
  })
  afterEach(() => week.server.stop())

  const boxes = () => hendra.all('input[name=id]')
  const ticked = () => boxes().filter(box => box.hasAttribute('checked'))
  const decisions = async () => {
    const ids = week.air.broadcasts.map(({ id }) => id)
    const current = await week.server.app.store.verifications.current(ids)
    return ids.map(id => current.get(id)?.decision)
  }

  it('ticks what ran as ordered or within a tolerance, and leaves the rest to be looked at', async () => {
    await hendra.open('/verification')
    expect(boxes()).to.have.lengthOf(11)
    const unusual = [2, 4, 8].map(index => week.air.broadcasts[index]!.id)
    const left = boxes().filter(box => !box.hasAttribute('checked'))
    expect(left.map(box => box.getAttribute('value'))).to.have.members(unusual)
    expect(hendra.text).to.include('15 detik lebih pendek (melewati batas 3 detik)')
    await hendra.submit(t.verifyChosen)
    expect(hendra.text).to.include(t.verified('8'))
    expect(boxes()).to.have.lengthOf(3)
    expect(ticked()).to.deep.equal([])
    await hendra.submit(t.verifyChosen)
    expect([hendra.status, hendra.text.includes(words.id.problems['choose-one']())]).to.deep.equal([
      422,
      true,
    ])
    await hendra.open(`/verification?outlet=${outlets.warta.id}`)
    expect(hendra.text).to.include(t.verificationEmpty)
  })

  it('returns the ticked ones to their outlet with a reason, which is asked for, and tells its contacts', async () => {
    await hendra.open('/verification')
    const [first, second] = week.air.broadcasts.map(({ id }) => id) as [string, string]
    await hendra.submit(t.returnChosen, { id: [first, second] })
    expect(hendra.status).to.equal(422)
    expect(ticked().map(box => box.getAttribute('value'))).to.have.members([first, second])
    await hendra.submit(t.returnChosen, { reason: 'Mohon rekaman kedua siaran ini.' })
    expect(hendra.text).to.include(t.returnedMany('2'))
    expect((await decisions()).filter(decision => decision === 'returned')).to.have.lengthOf(2)
    const mails = await week.server.app.store.outbox.list('all', { limit: 10, offset: 0 })
    const told = mails.filter(({ kind }) => kind === 'returned-confirmation')
    expect(told.map(({ recipient }) => recipient)).to.deep.equal([contacts.wayan.email])
    await hendra.open(`/broadcasts/${first}`)
    expect(hendra.text).to.include('Mohon rekaman kedua siaran ini.')
  })

  it('is all or nothing: one answer of one’s own refuses them all', async () => {
    const bayu = await week.server.signedIn('bayu')
    const id = week.clerk.path.split('/').at(-1)!.split('?')[0]
    const own = week.air.broadcasts[0]!.id
    await bayu.post(`/station-logs/${id}/runs/${own}`, { position: 'none', reason: 'Salah baris.' })
    expect((await answersOf(week))[0]!.givenByUser).not.to.equal(null)
    const body = new URLSearchParams(
      week.air.broadcasts.slice(0, 3).map((it): [string, string] => ['id', it.id]),
    )
    await bayu.post('/verification', body)
    expect(bayu.status).to.equal(403)
    expect((await decisions()).filter(Boolean)).to.deep.equal([])
    await bayu.open('/verification')
    const box = bayu.all('input[name=id]').find(it => it.getAttribute('value') === own)!
    expect(box.hasAttribute('disabled')).to.equal(true)
  })

  it('can be undone: what was verified is reopened, and both stand in the history', async () => {
    const { id } = week.air.broadcasts[0]!
    await hendra.open(`/broadcasts/${id}`)
    await hendra.submit(t.verify)
    await hendra.submit(t.reopen)
    expect(hendra.text).to.include('Diverifikasi oleh').and.include('Dibuka kembali oleh')
    await hendra.submit(t.verify)
    expect(
      (await week.server.app.store.verifications.history(id)).map(({ decision }) => decision),
    ).to.deep.equal(['verified', 'reopened', 'verified'])
  })

  it('is seen on the board, where every figure leads to as many broadcasts', async () => {
    await hendra.open('/verification')
    await hendra.submit(t.verifyChosen)
    const board = `/campaigns/${week.air.campaignId}/delivery`
    await hendra.open(board)
    expect(hendra.text).to.include(d.gradeShare(formats('id', 'Asia/Jakarta').percent(8 / 12)))
    const links = hendra.all('main table a').filter(link => link.getAttribute('href')!.startsWith(board))
    expect(links.length).to.be.above(8)
    for (const link of links) {
      const href = link.getAttribute('href')!.replaceAll('&amp;', '&')
      const figure = Number(textOf(link))
      await hendra.open(href)
      expect(hendra.status).to.equal(200)
      const rows = hendra.all('main table').at(-1)!.querySelectorAll('tbody tr')
      if (!Number.isNaN(figure)) expect(rows, href).to.have.lengthOf(figure)
    }
    await hendra.open(`${board}?rule=radio.time.beyond`)
    expect(hendra.text).to.include('40 menit terlambat (melewati batas 15 menit)')
    await hendra.open(`${board}?state=nothing&rule=a.b.c&grade=E9&page=-1&outlet=%00`)
    expect(hendra.status).to.equal(200)
  })
})
