import { expect } from 'chai'
import sharp from 'sharp'
import { words } from '../../src/language/words.js'
import { putOnAir, weekAddress, type OnAir } from '../support/on-air.js'
import { outlets } from '../support/people.js'
import { aPage, aSound } from '../support/proof-files.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id
const english = words.en
const monday = '2026-11-23T01:00:00.000Z'

describe('Proof an outlet sends', function () {
  this.timeout(20_000)
  let server: TestServer
  let air: OnAir
  let week: string
  let clerk: Visitor
  let sari: Visitor

  before(async () => {
    server = await startServer()
    server.clock.set(monday)
    air = await putOnAir(server.app, { outlet: 'warta', runs: 2, format: 'display' })
    week = await weekAddress(server.app, 'dian')
    clerk = server.visitor('en')
    await clerk.open(week)
    await clerk.submit(english.partner.allRan('2'))
    sari = await server.signedIn('sari')
  })
  after(() => server.stop())

  const form = () => clerk.open(`${week}/proof?outlet=${outlets.warta.id}`)
  const send = (values: Parameters<Visitor['submit']>[1]) => clerk.submit(english.partner.proofSend, values)
  const file = (bytes: Uint8Array, name: string) => new File([new Uint8Array(bytes)], name)

  it('of a newspaper needs the page, its edition and its number, and says so beside each field', async () => {
    await form()
    await send({ broadcastIds: [], page: '7' })
    expect(clerk.status).to.equal(422)
    expect(clerk.find('#page').getAttribute('value')).to.equal('7')
    await send({ broadcastIds: air.broadcasts.map(({ id }) => id), page: '7' })
    expect([clerk.status, clerk.text.includes(english.problems['file-missing']())]).to.deep.equal([422, true])
    await send({
      broadcastIds: [air.broadcasts[0]!.id],
      edition: 'No. 4211',
      page: '7',
      file: file(await aPage(1), 'halaman.jpg'),
    })
    expect(clerk.text).to.include(english.partner.proofSaved)
    await form()
    expect(clerk.text).to.include(english.proofs.editionIs('No. 4211', '7'))
    const kept = await server.app.store.evidence.listOf(air.broadcasts.map(({ id }) => id))
    expect(kept.map(({ broadcastId }) => broadcastId)).to.deep.equal([air.broadcasts[0]!.id])
  })

  it('is refused when the file is not of the kind that was named, and nothing of it is kept', async () => {
    await form()
    const pages = { broadcastIds: [air.broadcasts[0]!.id], edition: '1', page: '1' }
    await send({ ...pages, file: file(aSound(5), 'halaman.jpg') })
    expect(clerk.status).to.equal(422)
    expect(clerk.text).to.include(english.problems['file-not-of-kind']({ wanted: 'page' }))
    await send({ ...pages, file: file(Buffer.from('<svg onload=alert(1)>'), 'a.jpg') })
    expect(clerk.status).to.equal(422)
    const kept = await server.app.store.evidence.listOf([air.broadcasts[0]!.id])
    expect(kept).to.have.lengthOf(1)
  })

  it('as a PDF is handed over as a file that can run nothing here', async () => {
    const { id } = air.broadcasts[1]!
    await form()
    const pdf = file(Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF'), 'halaman.pdf')
    await send({ broadcastIds: [id], edition: '2', page: '3', file: pdf })
    expect(clerk.text).to.include(english.partner.proofSaved)
    const proof = (await server.app.store.evidence.listOf([id])).at(-1)!
    const response = await sari.send(`/evidence/${proof.id}`)
    expect(response.headers.get('content-disposition')).to.match(/^attachment/)
    expect(response.headers.get('x-content-type-options')).to.equal('nosniff')
    expect(response.headers.get('content-security-policy')).to.include('sandbox')
  })

  it('that was shown for another order too, saved at another quality, is shown to who verifies, who writes what came of it', async () => {
    const other = await putOnAir(server.app, { outlet: 'warta', runs: 1, number: 2, format: 'display' })
    await clerk.open(week)
    await clerk.submit(english.partner.allRan('1'))
    await form()
    const again = await sharp(await aPage(1))
      .resize({ width: 420 })
      .jpeg({ quality: 35 })
      .toBuffer()
    await send({
      broadcastIds: [other.broadcasts[0]!.id],
      edition: '9',
      page: '1',
      file: file(again, 'b.jpg'),
    })
    expect(clerk.text).to.include(english.partner.proofSame)
    await sari.open('/')
    expect(sari.text).to.include(english.home.tasks['proofs-alike'])
    await sari.open(`/broadcasts/${other.broadcasts[0]!.id}`)
    expect(sari.text).to.include(english.proofs.alarmKinds['similar-picture'])
    await sari.open(`/broadcasts/${air.broadcasts[0]!.id}`)
    await sari.follow(english.proofs.alarmsTitle)
    expect(sari.all('img')).to.have.lengthOf(2)
    await sari.submit(english.proofs.alarmSettle, { reason: 'One page carried both advertisements.' })
    expect(sari.text).to.include('One page carried both advertisements.')
    await sari.open('/')
    expect(sari.text).not.to.include(english.home.tasks['proofs-alike'])
  })

  it('raises no alarm within its own order, nor for another page', async () => {
    await form()
    await send({
      broadcastIds: [air.broadcasts[1]!.id],
      edition: '1',
      page: '1',
      file: file(await aPage(2), 'c.jpg'),
    })
    expect(clerk.text).to.include(english.partner.proofSaved)
    await form()
    await send({
      broadcastIds: [air.broadcasts[1]!.id],
      edition: '1',
      page: '1',
      file: file(await aPage(2), 'c.jpg'),
    })
    expect(clerk.text).to.include(english.partner.proofSaved)
  })

  it('online is an address with the hours it was seen, a screenshot and the text of the page', async () => {
    const outlet = { ...outlets.baru, id: server.app.newId(), name: 'Kabar Selat', medium: 'online' as const }
    const { store } = server.app
    await store.write(async tx => {
      await tx.outlets.insert({ ...outlet, verifiedAt: monday, verifiedBy: null })
      const wayan = (await tx.contacts.findByEmail('wayan@media.test'))!
      await tx.contacts.assign({ outletId: outlet.id, contactId: wayan.id, since: '2026-01-01', until: null })
    })
    const run = await putOnAir(server.app, { runs: 1, number: 3, format: 'banner', at: outlet })
    const address = await weekAddress(server.app)
    const wayan = server.visitor()
    await wayan.open(address)
    await wayan.submit(t.partner.allRan('1'))
    await wayan.follow(t.proofs.add(outlet.name))
    await wayan.submit(t.partner.proofSend, { url: 'https://kabar.example/jht' })
    expect(wayan.status).to.equal(422)
    await wayan.submit(t.partner.proofSend, {
      firstSeen: '2026-11-16T08:00',
      lastSeen: '2026-11-16T21:30',
      archivedText: 'Daftarkan diri Anda di BPJS.\nKabar Selat, 16 November 2026',
      file: file(await aPage(8), 'layar.png'),
    })
    expect(wayan.text).to.include(t.partner.proofSaved)
    const kept = await store.evidence.listOf([run.broadcasts[0]!.id])
    expect(kept.map(({ kind, mediaType }) => [kind, mediaType])).to.deep.equal([
      ['address', null],
      ['screenshot', 'image/jpeg'],
      ['other', 'text/plain'],
    ])
    await sari.open(`/broadcasts/${run.broadcasts[0]!.id}`)
    expect(sari.text).to.include('seen 16 Nov 08:00 to 16 Nov 21:30')
  })
})
