import { sql } from 'kysely'
import { expect } from 'chai'
import { openDatabase } from '../../src/db/connection.js'
import { loadReference } from '../../src/db/load-reference.js'
import { migrate } from '../../src/db/migrate.js'
import { onEachDatabase } from '../support/each-database.js'
import { storyBegins } from '../support/people.js'

onEachDatabase('Migrations', fresh => {
  it('make every table of the schema', async () => {
    const { connection } = await fresh()
    const tables = (await connection.reader.introspection.getTables()).map(({ name }) => name)
    expect(tables).to.include.members([
      'users',
      'outbox',
      'audit_events',
      'broadcasts',
      'registration_counts',
      'analyses',
    ])
  })

  it('done once are not done again', async () => {
    const { address, connection } = await fresh()
    expect(await migrate(connection)).to.deep.equal([])
    const again = await openDatabase(address)
    expect(await migrate(again)).to.deep.equal([])
    await again.close()
  })

  it('wait for each other when two processes start at once', async () => {
    const { address } = await fresh()
    const [one, two] = [await openDatabase(address), await openDatabase(address)]
    expect(await Promise.all([migrate(one), migrate(two)])).to.deep.equal([[], []])
    await one.close()
    await two.close()
  })

  it('refuse a database that a newer version has changed, and say what to do', async () => {
    const { connection } = await fresh()
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030')`.execute(
      connection.writer,
    )
    const error = await migrate(connection).then(
      () => undefined,
      (refusal: Error) => refusal,
    )
    expect(error?.message).to.include('another version of Gaung').and.include('npm run restore')
  })
})

onEachDatabase('Reference data', fresh => {
  it('is there after the first start, once', async () => {
    const { store } = await fresh()
    await loadReference(store, process.cwd(), storyBegins)
    await loadReference(store, process.cwd(), storyBegins)
    const districts = await store.districts.list()
    expect(districts).to.have.length(15)
    expect(districts.find(({ code }) => code === '18.71')?.name).to.equal('Kota Bandar Lampung')
    expect((await store.streams.list()).map(({ kind }) => kind)).to.include.members(['self', 'employer'])
    expect(await store.messages.list()).to.have.length.greaterThan(5)
  })
})
