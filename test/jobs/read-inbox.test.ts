import { expect } from 'chai'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { newFolder } from '../support/folders.js'
import { people } from '../support/people.js'
import { startServer, type TestServer } from '../support/server.js'

describe('The watched folder', () => {
  let server: TestServer
  let inbox: string
  const put = (name: string, text: string) => writeFileSync(path.join(inbox, name), text)
  const kept = (folder: string) => readdirSync(path.join(inbox, folder)).toSorted()
  const look = async () => {
    server.clock.set(new Date(Date.parse(server.app.clock.now()) + 6 * 60_000).toISOString())
    await server.runJobs()
  }
  const mails = async () => {
    const all = await server.app.store.outbox.list('all', { limit: 100, offset: 0 })
    return all.filter(mail => mail.kind === 'import-stopped')
  }

  before(async () => {
    inbox = newFolder('inbox')
    server = await startServer({ env: { GAUNG_INBOX: inbox } })
  })

  it('takes a file that raises no question, whole, and puts it aside', async () => {
    put('harian.csv', 'tanggal;kabupaten;BPU\n2026-11-02;Metro;4\n2026-11-03;Metro;0\n')
    await look()
    expect(kept('processed')).to.have.length(1)
    expect(kept('processed')[0]).to.match(/^20261116T\d{6}-harian\.csv$/)
    expect(readdirSync(inbox).toSorted()).to.deep.equal(['failed', 'processed'])
    const [batch] = await server.app.store.registrationImports.list(10)
    expect(batch).to.include({ source: 'folder', cellsStored: 2, committedBy: null })
    expect(batch!.committedAt).not.to.equal(null)
    expect(await mails()).to.deep.equal([])
  })

  it('leaves alone what is still being written, and folders', async () => {
    put('.harian.csv', 'x')
    put('besar.csv.part', 'x')
    mkdirSync(path.join(inbox, 'lama'))
    await look()
    expect(readdirSync(inbox)).to.include.members(['.harian.csv', 'besar.csv.part', 'lama'])
  })

  it('takes the same file again as known, without a word', async () => {
    put('harian-lagi.csv', 'tanggal;kabupaten;BPU\n2026-11-02;Metro;4\n2026-11-03;Metro;0\n')
    await look()
    expect(kept('processed')).to.have.length(2)
    expect(await mails()).to.deep.equal([])
  })

  it('counts nothing of a file with an open question, and writes to the administrators', async () => {
    put('ragu.csv', 'tanggal;kabupaten;BPU\n03/04/2026;Metro;4\n')
    put('nama.csv', 'nama;tanggal;kabupaten;BPU\nSiti Aminah;2026-11-02;Metro;1\n')
    const before = await server.app.store.registrations.lastKnownFrom()
    await look()
    expect(kept('failed').map(name => name.replace(/^\w+-/, ''))).to.deep.equal(['nama.csv', 'ragu.csv'])
    expect(await server.app.store.registrations.lastKnownFrom()).to.equal(before)
    const told = await mails()
    expect(told.map(mail => mail.recipient)).to.deep.equal([people.ratna.email, people.ratna.email])
    await look()
    const sent = (await mails()).map(mail => `${mail.subjectLine}\n${mail.bodyText}`)
    expect(sent.find(text => text.startsWith('Impor terhenti: ragu.csv'))).to.match(
      /0 baris ditolak, 1 pertanyaan belum dijawab[\s\S]*\/registrations\/imports\//,
    )
    expect(sent.find(text => text.startsWith('Impor terhenti: nama.csv'))).to.contain('nama')
    expect(await mails(), 'told once').to.have.length(2)
  })

  it('is no folder at all where none is set', async () => {
    const other = await startServer()
    other.clock.set('2026-11-16T03:00:00.000Z')
    await other.runJobs()
    const run = (await other.app.store.jobs.runs(50)).find(({ name }) => name === 'read-inbox')
    expect(run?.outcome ?? 'done').to.equal('done')
  })
})
