import { expect } from 'chai'
import { undoRegistrationImport } from '../../src/operations/undo-registration-import.js'
import { bayu, take } from '../support/registration-sheets.js'
import { startServer } from '../support/server.js'

const asked = { starts: ['2026-10-01', '2026-10-08', '2026-10-15'], to: '2026-10-31' }
const sheet = (rows: string[]) => `tanggal;kabupaten;BPU\n${rows.join('\n')}\n`

describe('Sums that are remembered', () => {
  it('are those of the moment: an import, its undoing and another process show at once', async () => {
    const { app } = await startServer()
    const sums = async () =>
      (await app.store.registrations.bucketTotals(asked))
        .map(({ bucket, total }) => `${bucket} ${total}`)
        .toSorted()
    expect(await sums()).to.deep.equal([])
    await take(app, sheet(['2026-10-07;Metro;3', '2026-10-08;Metro;4', '2026-10-31;Metro;5']))
    expect(await sums()).to.deep.equal(['2026-10-01 3', '2026-10-08 4', '2026-10-15 5'])
    const second = await take(app, sheet(['2026-10-08;Metro;40']))
    expect(await sums()).to.deep.equal(['2026-10-01 3', '2026-10-08 40', '2026-10-15 5'])
    await undoRegistrationImport(app, bayu, second.id)
    expect(await sums()).to.deep.equal(['2026-10-01 3', '2026-10-08 4', '2026-10-15 5'])
    expect(await sums(), 'asked again, the same').to.deep.equal([
      '2026-10-01 3',
      '2026-10-08 4',
      '2026-10-15 5',
    ])
  })
})
