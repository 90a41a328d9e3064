import { expect } from 'chai'
import type { RegistrationCell } from '../../src/domain/registration.js'
import { seedRegistrations } from '../../src/operations/seed-registrations.js'
import { undoRegistrationImport } from '../../src/operations/undo-registration-import.js'
import { bayu } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

const cell = (day: string, count: number | null): RegistrationCell => ({
  districtCode: '18.71',
  streamId: 'self',
  day,
  spanDays: 1,
  state: count === null ? 'not-reported' : 'reported',
  count,
})

describe('A simulated season', () => {
  let office: TestServer
  before(async () => {
    office = await startServer()
  })

  const deliver = (at: string, cells: RegistrationCell[], lots: { size: number }[] = []) => {
    const place = { districtCode: '18.71', streamId: 'employer', day: '2011-03-01', firmKey: 'x' }
    return seedRegistrations(office.app, bayu, {
      name: `kiriman ${at}`,
      at,
      cells,
      lots: lots.map(lot => ({ ...place, ...lot })),
    })
  }
  const known = async (asOf?: string) =>
    (
      await office.app.store.registrations.list(
        { from: '2011-01-01', to: '2011-12-31' },
        asOf ? { asOf } : {},
      )
    ).map(row => row.count)

  it('comes in delivery by delivery, each known from its own moment', async () => {
    await deliver('2011-03-02T03:00:00.000Z', [cell('2011-03-01', 5)], [{ size: 40 }])
    await deliver('2011-03-03T03:00:00.000Z', [cell('2011-03-01', 7), cell('2011-03-02', 0)])
    expect(await known('2011-03-02T12:00:00.000Z')).to.deep.equal([5])
    expect(await known()).to.deep.equal([7, 0])
  })

  it('refuses a delivery from before the last', async () => {
    const late = await deliver('2011-03-03T03:00:00.000Z', []).catch((error: unknown) => error)
    expect(late).to.be.instanceOf(RangeError)
  })

  it('stores nothing for what is known already, and may be undone like any import', async () => {
    const id = await deliver('2011-03-04T03:00:00.000Z', [
      cell('2011-03-01', 7),
      cell('2011-03-03', 9),
      cell('2011-03-02', null),
    ])
    const batch = (await office.app.store.registrationImports.find(id))!
    expect(batch).to.include({ source: 'demo', cellsStored: 1, cellsChanged: 0 })
    await undoRegistrationImport(office.app, bayu, id)
    expect(await known()).to.deep.equal([7, 0])
  })

  it('brings employer lots with it, and takes them back with it', async () => {
    const id = await deliver('2026-11-17T03:00:00.000Z', [cell('2011-03-05', 1)], [{ size: 12 }])
    const sizes = async () =>
      (await office.app.store.registrations.lots({ from: '2011-01-01', to: '2011-12-31' })).map(
        lot => lot.size,
      )
    expect(await sizes()).to.have.members([40, 12])
    await undoRegistrationImport(office.app, bayu, id)
    expect(await sizes()).to.deep.equal([40])
  })

  it('shows its deliveries as simulated', async () => {
    const visitor = await office.signedIn('bayu')
    await visitor.open('/registrations/imports')
    await visitor.follow('kiriman 2011-03-02T03:00:00.000Z')
    expect(visitor.text).to.contain('simulasi')
  })
})
