import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import sharp from 'sharp'
import { putOnAir } from '../support/on-air.js'
import { contacts, outlets } from '../support/people.js'
import { anEmptyPicture, aPage, aSound } from '../support/proof-files.js'
import { aWeekToAnswer, type WeekToAnswer } from '../support/week.js'
import { words } from '../../src/language/words.js'

const unknown = '00000000-0000-7000-8000-999999999999'

/** Names that have opened doors elsewhere. */
const names = [
  '../../../../etc/passwd.pdf',
  '..\\..\\windows\\win.ini.pdf',
  'rekaman.pdf.html',
  'rekaman.svg',
  'x"; filename="y.html',
  'a\u202Egpj.exe',
  `${'n'.repeat(3000)}.pdf`,
  '.htaccess',
  ' ',
]

describe('Who attacks the evidence', function () {
  this.timeout(30_000)
  let given: WeekToAnswer
  let target: string

  before(async () => {
    given = await aWeekToAnswer({ runs: 2 })
    await given.clerk.open(given.week)
    await given.clerk.submit(words.id.partner.allRan('2'))
    target = given.air.broadcasts[0]!.id
  })
  after(() => given.server.stop())

  const proofs = () => given.server.app.store.evidence.listOf(given.air.broadcasts.map(({ id }) => id))

  /** Sends what no form of ours would send. */
  function send(fields: [string, string | File][], to = `${given.week}/proof`): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of fields) {
      if (value instanceof File) body.append(name, value, value.name)
      else body.append(name, value)
    }
    return given.server.visitor().send(to, { method: 'POST', body })
  }

  const fieldsFor = (file: File): [string, string | File][] => [
    ['outletId', outlets.gema.id],
    ['broadcastIds', target],
    ['kind', 'other'],
    ['file', file],
  ]
  const fileOf = (bytes: Uint8Array | string, name: string) =>
    new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)

  it('with names finds every file under its hash, handed over as a file that nothing runs', async () => {
    const sari = await given.server.signedIn('sari')
    for (const [number, name] of names.entries()) {
      const pdf = `%PDF-1.7\n${number}<script>alert(1)</script>\n%%EOF`
      const { status } = await send(fieldsFor(fileOf(pdf, name)))
      expect(status, name).to.equal(303)
      const proof = (await proofs()).at(-1)!
      expect(proof.originalName!.length, name).to.be.at.most(200)
      await sari.open(`/broadcasts/${target}`)
      expect(sari.status).to.equal(200)
      const answer = await sari.send(`/evidence/${proof.id}`)
      const header = (named: string) => answer.headers.get(named)!
      expect(header('content-disposition'), name).to.match(/^attachment/)
      expect(header('content-disposition'))
        .to.match(/\.pdf"?$/)
        .and.not.match(/\.\.[/\\]|%E2%80%AE/i)
      expect(header('content-type')).to.equal('application/pdf')
      expect(header('x-content-type-options')).to.equal('nosniff')
      expect(header('content-security-policy')).to.include('sandbox')
    }
    await send(fieldsFor(fileOf('tanggal;jam', 'daftar.csv')))
    const list = await sari.send(`/evidence/${(await proofs()).at(-1)!.id}`)
    expect(list.headers.get('content-type'), 'not what its name says').to.match(/^text\/plain/)
    const folder = path.join(given.server.app.config.dataFolder, 'files')
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(it => it.isFile())
    for (const { name } of kept) expect(name).to.match(/^[0-9a-f]{64}$/)
  })

  it('with kinds gets none kept but those there are, whatever the file is called', async () => {
    const before = (await proofs()).length
    const page = await aPage(1)
    const refused: Record<string, Uint8Array | string> = {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'svg after a comment': '<!-- log --><svg onload="alert(1)"/>',
      html: '<!doctype html><script>alert(1)</script>',
      'html in UTF-16': Buffer.from('\uFEFF<html><script>alert(1)</script>', 'utf16le'),
      'a link that jumps': 'log\n<meta http-equiv="refresh" content="0;url=//evil.test">',
      'a picture that calls': '06.15 <img src=x onerror=alert(1)>',
      gif: Buffer.from('GIF89a/*<script>*/=1'),
      bmp: Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)]),
      tiff: await sharp(page).tiff().toBuffer(),
      zip: Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
      gzip: Buffer.from('1f8b0800000000000003', 'hex'),
      elf: Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(400)]),
      'half a picture': page.subarray(0, 400),
      bomb: anEmptyPicture(10_000, 10_001),
    }
    for (const [what, bytes] of Object.entries(refused)) {
      const response = await send(fieldsFor(fileOf(bytes, 'foto.jpg')))
      expect([response.status, (await proofs()).length], what).to.deep.equal([422, before])
    }
  })

  it('with other people’s broadcasts, outlets, logs and weeks gets nothing in', async () => {
    const { server, week } = given
    const other = await putOnAir(server.app, { outlet: 'warta', runs: 1, number: 2, format: 'display' })
    const foreign = other.broadcasts[0]!.id
    const before = (await proofs()).length
    const sound = () => fileOf(aSound(3), 'a.wav')
    const tries: [string, string | File][][] = [
      [...fieldsFor(sound()), ['broadcastIds', foreign]],
      fieldsFor(sound()).map(([name, value]) => [name, name === 'broadcastIds' ? foreign : value]),
      fieldsFor(sound()).map(([name, value]) => [name, name === 'outletId' ? outlets.warta.id : value]),
      fieldsFor(sound()).map(([name, value]) => [name, name === 'outletId' ? unknown : value]),
      [...fieldsFor(sound()), ['givenByUser', 'x']],
      [...fieldsFor(sound()), ['__proto__', 'x']],
      [...fieldsFor(sound()), ['file', sound()]],
    ]
    for (const fields of tries) {
      const { status } = await send(fields)
      expect(status, JSON.stringify(fields.map(([name]) => name))).to.be.within(400, 499)
    }
    expect((await proofs()).length).to.equal(before)
    expect(await server.app.store.evidence.listOf([foreign])).to.deep.equal([])
    for (const where of ['', '/commit', '/reading', '/discard'])
      expect((await server.visitor().post(`${week}/log/${unknown}${where}`, {})).status, where).to.equal(404)
  })

  it('from another site, signed out, or with a partner’s link gets nothing out and nothing in', async () => {
    const { server, week } = given
    // A partner's page knows no cookie to ride on: its address is the secret.
    const crossSite = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.test' }
    const hendra = await server.signedIn('hendra')
    for (const address of [
      `/broadcasts/${target}/observations`,
      `/broadcasts/${target}/verification`,
      '/verification',
      '/verification/return',
    ]) {
      const body = new URLSearchParams({ id: target, reason: 'x' })
      const answer = await hendra.send(address, { method: 'POST', body, headers: crossSite })
      expect(answer.status, address).to.equal(403)
    }
    expect((await server.app.store.broadcasts.find(target))!.decision).to.equal(null)
    const { id } = (await proofs()).at(-1)!
    for (const address of [`/evidence/${id}`, `/observations/${id}/file`]) {
      const answer = await server.visitor().send(address)
      expect([answer.status, answer.headers.get('location')?.split('?')[0]]).to.deep.equal([303, '/sign-in'])
      expect((await server.visitor().send(`${week}${address}`)).status).to.equal(404)
    }
  })

  it('with size is stopped at the door', async () => {
    const { status } = await send(fieldsFor(fileOf(Buffer.alloc(25_000_001), 'a.wav')))
    expect(status).to.equal(413)
    const many = Array.from({ length: 600 }, (_, i): [string, string] => [`f${i}`, 'x'])
    expect((await send([...many, ...fieldsFor(fileOf(aSound(1), 'a.wav'))])).status).to.be.within(400, 499)
  })

  it('with a contact that serves the outlet no more finds the week’s outlet closed to them', async () => {
    const { server, week } = given
    await server.app.store.write(store =>
      store.contacts.release(outlets.gema.id, contacts.wayan.id, '2026-11-01'),
    )
    const before = (await proofs()).length
    const { status } = await send(fieldsFor(fileOf(aSound(2), 'a.wav')), `${week}/proof`)
    expect([status, (await proofs()).length]).to.deep.equal([404, before])
  })
})
