import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { problemsOf } from '../support/refusal.js'
import { startServer, type TestServer } from '../support/server.js'
import {
  bayu,
  cellsOf,
  lotsOf,
  readAs,
  receiveSheet,
  refusalsOf,
  sheet,
  take,
} from '../support/registration-sheets.js'
import { undoRegistrationImport } from '../../src/operations/undo-registration-import.js'

const heading = 'tanggal;kabupaten;perusahaan;tenaga kerja\n'

describe('A list of employer lots', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startServer()
  })

  it('is read with its firms as keyed hashes, the same firm as the same one however it is written', async () => {
    const batch = await receiveSheet(server.app, sheet('32-lots-with-npp.csv'), 'perusahaan.csv')
    const { roles } = batch.reading
    expect(roles.map(role => role.split(' ')[0])).to.deep.equal([
      'ignored',
      'day',
      'firm',
      'ignored',
      'district',
      'count',
      'ignored',
    ])
    expect(batch.report.questions).to.deep.equal(['lots'])
    const read = await readAs(server.app, batch, { lots: 'inside' })
    expect(refusalsOf(read)).to.deep.equal(['6 firm-missing', '7 size-missing', '8 district-unknown'])
    expect(read.report.rows).to.include({ read: 7, taken: 3, refused: 3, totals: 1 })
    expect(read.report.lots).to.deep.equal({ added: 3, changed: 0, same: 0, workers: 165, firms: 2 })
    expect(await cellsOf(server.app, read), 'inside the counts: none of its own').to.deep.equal([])
  })

  it('leaves nothing of a firm or a person anywhere in the installation', async () => {
    await take(server.app, sheet('32-lots-with-npp.csv'), { lots: 'alone' })
    const { dataFolder, databaseUrl } = server.app.config
    const kept = Buffer.concat([allBytes(dataFolder), databaseBytes(databaseUrl)])
    for (const told of [
      'Sumber Rejeki',
      'SUMBER REJEKI',
      'Maju Jaya',
      'JJ000123',
      'Toko Baru',
      'Agus',
      'Contoh',
    ])
      expect(kept.includes(told), told).to.equal(false)
    expect(kept.includes('firm:'), 'the hashes are there').to.equal(true)
  })

  it('hashes under a key of the installation: another one gets other hashes', async () => {
    const keys = await Promise.all(
      ['a'.repeat(32), 'b'.repeat(32)].map(async GAUNG_SECRET => {
        const { app } = await startServer({ env: { GAUNG_SECRET } })
        await take(app, `${heading}2026-10-01;Metro;PT Satu;5\n`, { lots: 'inside' })
        return (await lotsOf(app)).map(lot => lot.firmKey)
      }),
    )
    expect(keys[0]![0]).to.match(/^[0-9a-f]{32}$/)
    expect(keys[0]).to.not.deep.equal(keys[1])
  })

  it('marks the days of counts it is part of, and says where it is more than they are', async () => {
    await take(server.app, 'tanggal;kabupaten;PU\n2026-10-01;Metro;40\n2026-10-02;Metro;90\n')
    const batch = await receiveSheet(
      server.app,
      `${heading}2026-10-01;Metro;PT Satu;50\n2026-10-02;Metro;PT Dua;80\n2026-10-03;Metro;PT Tiga;7\n`,
    )
    const read = await readAs(server.app, batch, { lots: 'inside' })
    const told = read.report.oddities.map(({ kind, day, from, to, times }) => [kind, day, from, to, times])
    expect(told).to.deep.equal([
      ['lots-beyond-count', '2026-10-01', 40, 50, 1],
      ['lots-without-count', null, null, null, 1],
    ])
  })

  it('that is the count itself counts all lots of a day together', async () => {
    const batch = await take(
      server.app,
      `${heading}2026-10-01;Metro;PT Satu;50\n2026-10-01;Metro;PT Dua;20\n2026-10-02;Mesuji;PT Satu;7\n`,
      { lots: 'alone' },
    )
    expect(batch).to.include({ cellsStored: 5, totalBefore: 0, totalAfter: 77 })
    const counts = await server.app.store.registrations.list({ from: '2026-01-01', to: '2026-12-31' })
    expect(
      counts.map(cell => `${cell.day} ${cell.districtCode} ${cell.streamId} ${cell.count}`),
    ).to.deep.equal(['2026-10-01 18.72 employer 70', '2026-10-02 18.11 employer 7'])
  })

  it('is superseded by a corrected list and restored by undoing that', async () => {
    await take(server.app, `${heading}2026-10-01;Metro;PT Satu;50\n2026-10-01;Metro;PT Dua;20\n`, {
      lots: 'alone',
    })
    const before = await sizes()
    const second = await take(
      server.app,
      `${heading}2026-10-01;Metro;"Satu, PT";55\n2026-10-01;Metro;PT DUA;20\n2026-10-01;Metro;PT Tiga;1\n`,
      { lots: 'alone' },
    )
    expect(second.report.lots).to.include({ added: 1, changed: 1, same: 1, workers: 56 })
    expect(await sizes()).to.deep.equal(['1', '20', '55'])
    await undoRegistrationImport(server.app, bayu, second.id)
    expect(await sizes()).to.deep.equal(before)
    const counts = await server.app.store.registrations.list({ from: '2026-10-01', to: '2026-10-01' })
    expect(counts.map(cell => cell.count)).to.deep.equal([70])
  })

  it('is refused the second time, and where one firm has two sizes on one day', async () => {
    const text = `${heading}2026-10-01;Metro;PT Satu;50\n2026-10-01;Metro;PT. SATU;51\n2026-10-02;Metro;PT Satu;3\n`
    const batch = await take(server.app, text, { lots: 'inside', leaveOutRefused: true })
    expect(refusalsOf(batch)).to.deep.equal(['2 conflicting', '3 conflicting'])
    const problems = await problemsOf(() => receiveSheet(server.app, text))
    expect(problems['file']?.code).to.equal('same-file-again')
  })

  async function sizes(): Promise<string[]> {
    return (await lotsOf(server.app)).map(lot => String(lot.size)).toSorted()
  }
})

function allBytes(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Buffer.concat(files.map(file => readFileSync(path.join(file.parentPath, file.name))))
}

/** Of a file and its log; a database elsewhere has none here. */
function databaseBytes(url: string): Buffer {
  if (!url.startsWith('sqlite:')) return Buffer.alloc(0)
  const file = url.slice('sqlite:'.length)
  return Buffer.concat(
    ['', '-wal']
      .map(end => file + end)
      .filter(existsSync)
      .map(name => readFileSync(name)),
  )
}
