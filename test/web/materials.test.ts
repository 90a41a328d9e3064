import { expect } from 'chai'
import { words } from '../../src/language/words.js'
import { draftOrder, reviseOrder, saveLine } from '../../src/operations/draft-order.js'
import { paths } from '../../src/views/paths.js'
import { aPlan, draftedOrder, sentOrder } from '../support/orders.js'
import { outlets } from '../support/people.js'
import { actorOf, anApprovedCampaign } from '../support/planned.js'
import { aPage, aSound } from '../support/proof-files.js'
import { startServer, type TestServer } from '../support/server.js'
import type { Visitor } from '../support/visitor.js'

const t = words.id.materials
const { problems } = words.id

describe('Material', function () {
  this.timeout(20_000)
  let server: TestServer
  let bayu: Visitor
  let sari: Visitor
  before(async () => {
    server = await startServer()
    bayu = await server.signedIn('bayu')
    sari = await server.signedIn('sari')
  })
  after(() => server.stop())

  const sound = (seconds: number) => new File([aSound(seconds)], 'spot.wav')
  const idOf = ({ path }: Visitor) => path.split('/')[2]!
  const stored = (visitor: Visitor) => server.app.store.materials.find(idOf(visitor))

  async function begin(values: Record<string, string | File>): Promise<Visitor> {
    const campaign = await anApprovedCampaign(server)
    await bayu.open(paths.newMaterial(campaign.id))
    return bayu.submit(words.id.common.save, { title: 'Spot rumah', medium: 'radio', ...values })
  }

  it('takes its length from the file, keeps the file to the byte, and hands out parts of it', async () => {
    await begin({ file: sound(30) })
    expect(bayu.status, bayu.text).to.equal(200)
    expect(bayu.text)
      .to.contain(t.filePlays(t.lengthIs('30')))
      .and.contain(t.noScript)
    expect(await stored(bayu)).to.include({ seconds: 30, fileSeconds: 30 })
    const address = paths.materialFile(idOf(bayu))
    await bayu.open(address)
    expect(bayu.bytes.equals(aSound(30))).to.equal(true)
    const part = await bayu.send(address, { headers: { Range: 'bytes=0-3' } })
    expect([part.status, await part.text()]).to.deep.equal([206, 'RIFF'])
    expect(part.headers.get('content-security-policy')).to.contain('sandbox')
  })

  it('whose file plays longer than was written says so to whoever checks it', async () => {
    await begin({ file: sound(33.4), seconds: '30', script: 'Daftar sekarang.' })
    expect(bayu.text).to.contain(t.lengthDiffers(t.lengthIs('33,4'), t.lengthIs('30')))
    await bayu.open(paths.materialEdit(idOf(bayu)))
    await bayu.submit(words.id.common.save, { seconds: '33' })
    expect(bayu.text).to.not.contain('Samakan')
  })

  it('is refused without script and file, with a file its medium cannot run, with one that is nothing', async () => {
    await begin({})
    expect([bayu.status, bayu.text.includes(problems['script-or-file']())]).to.deep.equal([422, true])
    await begin({ medium: 'print', file: sound(5) })
    expect(bayu.text).to.contain(problems['material-file-unsuited']({ medium: 'print' }))
    await begin({ file: new File(['<html>'], 'spot.mp3') })
    expect(bayu.text).to.contain(problems['material-kind-refused']())
    await begin({ medium: 'print', file: new File([(await aPage(1)).subarray(0, 900)], 'iklan.jpg') })
    expect(bayu.text).to.contain(problems['file-unreadable']())
    expect(bayu.find('#title').getAttribute('value')).to.equal('Spot rumah')
  })

  it('keeps artwork as it was drawn, unlike a photo that proves something', async () => {
    const page = await aPage(2)
    await begin({ medium: 'print', file: new File([page], 'iklan.jpg') })
    expect(bayu.text).to.contain(t.fileSize('600', '820'))
    await bayu.open(paths.materialFile(idOf(bayu)))
    expect(bayu.bytes.equals(page)).to.equal(true)
  })

  it('loses its file when that is wanted, but not for another medium unseen', async () => {
    await begin({ file: sound(10), script: 'Dibacakan.' })
    const address = paths.materialEdit(idOf(bayu))
    await bayu.open(address)
    await bayu.submit(words.id.common.save, { medium: 'print' })
    expect(bayu.status).to.equal(422)
    await bayu.open(address)
    await bayu.submit(words.id.common.save, { medium: 'print', dropFile: 'yes' })
    expect(await stored(bayu)).to.include({ fileId: null, fileSeconds: null, medium: 'print' })
  })

  it('says how long its script takes to read, by the pace the office set for its language', async () => {
    await server.app.store.write(store =>
      store.settings.save({ wordsPerMinute: { id: 120, lpg: 60, jv: 130, su: 130 } }, '2026-11-16'),
    )
    const script = 'kata '.repeat(60)
    await begin({ script })
    expect(bayu.text).to.contain(t.readingTime('30'))
    await bayu.open(paths.materialEdit(idOf(bayu)))
    await bayu.submit(t.count, { script: `${script} ${script}`, language: 'lpg', seconds: '30' })
    expect([bayu.status, bayu.find('#reading').textContent]).to.deep.equal([200, t.readingOver('120', '30')])
    expect((await stored(bayu))?.script.split(' ')).to.have.length(60)
  })

  it('that is checked gets a new version, which takes its place once a second person has checked it', async () => {
    const { order, campaign, materials } = await draftedOrder(server.app)
    const old = materials[0]!
    await saveLine(server.app, actorOf('bayu'), order.id, aPlan(old.id))
    const other = await draftOrder(server.app, actorOf('bayu'), campaign.id, outlets.gema.id)
    await sentOrder(server.app, other.id, [aPlan(old.id, { fromMinute: 600, toMinute: 700 })])
    await bayu.open(paths.material(old.id))
    await bayu.follow(t.newVersion)
    await bayu.submit(words.id.common.save, { script: 'Naskah yang lebih baik.' })
    const next = idOf(bayu)
    expect(bayu.text).to.contain('M01.2')
    await bayu.open(paths.newMaterialVersion(old.id))
    await bayu.submit(words.id.common.save)
    expect(bayu.status).to.equal(409)
    await bayu.post(paths.materialCheck(next), {})
    expect(bayu.status).to.equal(403)
    await sari.open(paths.material(next))
    expect(sari.text).to.contain(words.en.materials.checkReplaces('M01'))
    await sari.submit(words.en.materials.check)
    const lines = async (id: string) => {
      const found = await server.app.store.mediaOrders.find(id)
      return found!.versions.at(-1)!.lines.flatMap(line => line.materials.map(it => it.materialId))
    }
    expect([await lines(order.id), await lines(other.id)]).to.deep.equal([[next], [old.id]])
    await bayu.open('/')
    expect(bayu.text).to.contain(words.id.home.tasks['order-at-risk']).and.contain(other.number)
    await reviseOrder(server.app, actorOf('bayu'), other.id, { reason: 'Versi baru' })
    expect(await lines(other.id)).to.deep.equal([next])
  })

  it('is taken out of use with a reason, and an order that runs it cannot be sent', async () => {
    const { order, materials } = await draftedOrder(server.app)
    await saveLine(server.app, actorOf('bayu'), order.id, aPlan(materials[0]!.id))
    await bayu.open(paths.material(materials[0]!.id))
    await bayu.submit(t.retire)
    expect(bayu.status).to.equal(422)
    await bayu.submit(t.retire, { reason: 'Programnya berakhir' })
    expect(bayu.text).to.contain('Programnya berakhir').and.contain(t.statusNames.retired)
    await bayu.open(paths.order(order.id))
    expect(bayu.text).to.contain(words.id.warnings.rules['material-retired']({ material: 'M01 Naskah 1' }))
    await bayu.open(paths.orderLine(order.id, 'none'))
    expect(bayu.status).to.equal(404)
  })

  it('says by when it must be checked: working days before its first run, by medium', async () => {
    const { order, campaign, materials } = await draftedOrder(server.app, { materials: 2 })
    await saveLine(server.app, actorOf('bayu'), order.id, aPlan(materials[0]!.id, { firstDay: '2026-11-30' }))
    await server.app.store.write(store =>
      store.materials.update(materials[0]!, { checkedAt: null, checkedBy: null }),
    )
    await bayu.open(paths.material(materials[0]!.id))
    expect(bayu.text).to.contain(t.dueIs('25 Nov 2026', '30 Nov 2026'))
    await bayu.open(paths.campaign(campaign.id))
    expect(bayu.text).to.contain('25 Nov 2026')
  })

  it('reaches the outlet that is to run it, and nobody else', async () => {
    const campaign = await anApprovedCampaign(server)
    await bayu.open(paths.newMaterial(campaign.id))
    await bayu.submit(words.id.common.save, { title: 'Spot', medium: 'radio', file: sound(15) })
    const id = idOf(bayu)
    await sari.open(paths.material(id))
    await sari.submit(words.en.materials.check)
    const order = await draftOrder(server.app, actorOf('bayu'), campaign.id, outlets.gema.id)
    await sentOrder(server.app, order.id, [aPlan(id)])
    const [link] = await server.app.store.links.listOfOrder(order.id)
    const address = paths.partnerOrder(server.app.tokens.ofLink(link!.id))
    const wayan = server.visitor()
    await wayan.open(address)
    await wayan.follow(t.download)
    expect(wayan.bytes.equals(aSound(15))).to.equal(true)
    const { materials } = await draftedOrder(server.app)
    await wayan.open(`${address}/materials/${materials[0]!.id}`)
    expect(wayan.status).to.equal(404)
  })
})
