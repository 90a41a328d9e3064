import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { paths } from '../../src/views/paths.js'
import { newFolder } from '../support/folders.js'
import { storedEntries } from '../support/stored-zip.js'
import type { Visitor } from '../support/visitor.js'
import { enter, theDemo } from './season.js'

type Row = Record<string, unknown>

function unpack(entries: Map<string, Buffer>): string {
  const folder = newFolder('pack')
  for (const [name, bytes] of entries) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), bytes)
  }
  return folder
}

/** Runs the verifier of the repository, so that a pack with an altered one is still judged. */
function verify(folder: string): { ok: boolean; said: string } {
  const program = path.resolve('scripts/verify-pack.mjs')
  const { status, stdout } = spawnSync(process.execPath, [program, folder], { encoding: 'utf8', env: {} })
  return { ok: status === 0, said: stdout }
}

function rowsOf(folder: string, name: string): Row[] {
  const text = readFileSync(path.join(folder, `${name}.jsonl`), 'utf8')
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Row)
}

describe('An audit pack', function () {
  this.timeout(300_000)
  let auditor: Visitor
  let address: string
  let zip: Buffer
  let entries: Map<string, Buffer>

  before(async () => {
    const demo = await theDemo()
    auditor = await enter(demo, 'auditor')
    const { store } = demo.app
    const answered = await store.broadcasts.listStates({ from: '2011-01-01', to: '2011-09-30' })
    const proofs = await store.evidence.listOf(answered.map(({ id }) => id))
    const withFile = proofs.find(({ fileId }) => fileId !== null)!
    address = paths.auditPackOfOrder(answered.find(({ id }) => id === withFile.broadcastId)!.orderId)
    await auditor.open(address)
    zip = auditor.bytes
    entries = storedEntries(zip)
  })

  it('holds what it promises, and its verifier finds nothing wrong with it', () => {
    expect([...entries.keys()]).to.include.members([
      'README.txt',
      'verify.mjs',
      'order-versions.jsonl',
      'confirmations.jsonl',
      'verifications.jsonl',
      'evidence.jsonl',
      'reconciliation.jsonl',
      'makegoods.jsonl',
      'payment.jsonl',
      'payment-steps.jsonl',
      'events.jsonl',
      'manifest.json',
    ])
    expect([...entries.keys()].some(name => name.startsWith('evidence/'))).to.equal(true)
    expect([...entries.keys()].some(name => name.startsWith('scripts/'))).to.equal(true)
    const folder = unpack(entries)
    const { status, stdout } = spawnSync(process.execPath, ['verify.mjs'], { cwd: folder, encoding: 'utf8' })
    expect([status, stdout]).to.deep.equal([0, stdout])
    expect(stdout).to.include('Everything is as it was packed.')
  })

  it('has a verifier of fewer than a hundred lines that imports nothing but Node', () => {
    const text = entries.get('verify.mjs')!.toString()
    expect(text.split('\n').length).to.be.below(100)
    for (const [, from] of text.matchAll(/from '([^']+)'/g)) expect(from).to.match(/^node:/)
  })

  it('names the file, and in a file of rows the row, when one byte is flipped anywhere', () => {
    for (const [name, bytes] of entries) {
      if (bytes.length === 0) continue
      const folder = unpack(entries)
      const at = Math.floor(bytes.length / 3)
      const flipped = Buffer.from(bytes)
      flipped[at]! ^= 1
      writeFileSync(path.join(folder, name), flipped)
      const { ok, said } = verify(folder)
      expect(ok, name).to.equal(false)
      expect(said, name).to.include(`WRONG  ${name}:`)
      if (name.endsWith('.jsonl') && bytes[at] !== 10 && flipped[at] !== 10) {
        const row = bytes.subarray(0, at).toString('latin1').split('\n').length
        expect(said, name).to.match(new RegExp(`WRONG  ${name}: row ${row} changed`))
      }
      rmSync(folder, { recursive: true })
    }
  })

  it('names what was taken out, and what was put in', () => {
    const folder = unpack(entries)
    rmSync(path.join(folder, 'payment.jsonl'))
    writeFileSync(path.join(folder, 'payment-new.jsonl'), '{}\n')
    const { ok, said } = verify(folder)
    expect(ok).to.equal(false)
    expect(said).to.include('payment.jsonl: missing').and.to.include('payment-new.jsonl: not in the manifest')
  })

  it('is the same to the byte when built twice', async () => {
    await auditor.open(address)
    expect(auditor.bytes.equals(zip)).to.equal(true)
  })

  it('answers five questions about a broadcast from itself alone', async () => {
    const folder = unpack(entries)
    const [broadcasts, answers, checks, payment, people, versions, proofs] = [
      'broadcasts',
      'confirmations',
      'verifications',
      'payment',
      'people',
      'order-versions',
      'evidence',
    ].map(name => rowsOf(folder, name)) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[]]
    const nameOf = (id: unknown) => people.find(person => person['id'] === id)?.['name']
    const checked = checks.find(check => check['isCurrent'] && check['decision'] === 'verified')!
    const number = checked['broadcast'] as number
    const of = (rows: Row[]) => rows.find(row => row['broadcast'] === number)!
    const { store } = (await theDemo()).app
    const id = of(broadcasts)['id'] as string
    const [told] = await store.broadcasts.listStates({ ids: [id] })

    // 1. Was it to be paid, and how much?
    const price = told!.priceKind === 'free' ? 'free' : 'payable'
    expect(of(payment)).to.include({ state: price, rupiah: told!.rupiah })
    // 2. Who said that it aired, and when?
    const answer = answers.find(row => row['broadcast'] === number && row['isCurrent'])!
    const history = await store.confirmations.history(id)
    const last = history.at(-1)!
    const contact = last.givenByContact ? await store.contacts.find(last.givenByContact) : undefined
    const user = last.givenByUser ? await store.users.find(last.givenByUser) : undefined
    expect(nameOf(answer['givenByContact'] ?? answer['givenByUser'])).to.equal((contact ?? user)!.name)
    expect(answer['givenAt']).to.equal(last.givenAt)
    // 3. Who checked it, at which grade, and was it somebody else?
    expect(nameOf(checked['decidedBy'])).to.equal(
      (await store.users.find(String(checked['decidedBy'])))!.name,
    )
    expect(checked['grade']).to.equal(told!.grade)
    expect(checked['decidedBy']).not.to.equal(answer['givenByUser'])
    // 4. What proves it?
    const shown = (await store.evidence.listOf([id])).map(proof => proof.id).toSorted()
    const packed = proofs.filter(proof => (proof['broadcasts'] as number[]).includes(number))
    expect(packed.map(proof => String(proof['id'])).toSorted()).to.deep.equal(shown)
    // 5. Who approved the order it was in, and did the outlet accept it?
    const version = versions.find(row => row['version'] === of(broadcasts)['lastVersion'])!
    expect(nameOf(version['approvedBy'])).to.be.a('string')
    expect(version['approvedBy']).not.to.be.oneOf(version['authors'] as string[])
    expect(version['acceptedAt']).to.be.a('string')
  })

  it('of a period holds the broadcasts of that period and no others, for managers and auditors only', async () => {
    const period = '?from=2011-05-01&to=2011-05-14'
    await auditor.open(`${paths.auditPackOfPeriod}${period}`)
    const folder = unpack(storedEntries(auditor.bytes))
    expect(verify(folder).ok).to.equal(true)
    const days = rowsOf(folder, 'broadcasts').map(row => String(row['day']))
    expect(days.length).to.be.above(10)
    expect(days.filter(day => day < '2011-05-01' || day > '2011-05-14')).to.deep.equal([])
    const planner = await enter(await theDemo(), 'planner')
    await planner.open(`${paths.auditPackOfPeriod}${period}`)
    expect(planner.status).to.equal(403)
  })

  it('of a period that is too long, or of days that are none, is refused with a reason', async () => {
    await auditor.open(`${paths.auditPackOfPeriod}?from=2011-01-01&to=2011-12-31`)
    expect(auditor.status).to.equal(422)
    await auditor.open(`${paths.auditPacks}?from=2011-02-30&to=2011-03-31`)
    expect(auditor.status).to.equal(422)
    await auditor.open(`${paths.auditPacks}?from=2011-01-01&to=2011-12-31`)
    expect(auditor.text).to.include('92')
  })
})
