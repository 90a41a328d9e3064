import { expect } from 'chai'
import type { Store } from '../../src/db/store.js'
import { Conflict } from '../../src/domain/errors.js'
import { onEachDatabase, type Opened } from '../support/each-database.js'
import { people, storyBegins } from '../support/people.js'

const bayu = {
  ...people.bayu,
  passwordHash: null,
  invitedBy: null,
  createdAt: storyBegins,
  deactivatedAt: null,
}
const fails = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

onEachDatabase('A change', fresh => {
  let db: Opened
  let store: Store
  before(async () => {
    db = await fresh()
    store = db.store
  })

  it('is kept as a whole', async () => {
    const answer = await store.write(async tx => {
      await tx.users.insert(bayu)
      await tx.settings.save({ officeName: 'Metro' }, storyBegins)
      return 'done'
    })
    expect(answer).to.equal('done')
    expect(await store.users.findByEmail('BAYU@kantor.test')).to.include({ name: bayu.name, version: 1 })
    expect((await store.settings.all()).officeName).to.equal('Metro')
  })

  it('that fails leaves nothing behind', async () => {
    const error = await fails(
      store.write(async tx => {
        await tx.settings.save({ officeName: 'Half' }, storyBegins)
        await tx.users.insert({ ...bayu, id: people.sari.id, email: 'sari@kantor.test' })
        throw new Error('in the middle')
      }),
    )
    expect(error).to.have.property('message', 'in the middle')
    expect((await store.settings.all()).officeName).to.equal('Metro')
    expect(await store.users.findByEmail('sari@kantor.test')).to.equal(undefined)
  })

  it('waits for the one before it, so that both decide on what is there', async () => {
    const count = () =>
      store.write(async tx => {
        const { officeName } = await tx.settings.all()
        await tx.settings.save({ officeName: `${officeName}+` }, storyBegins)
      })
    await Promise.all(Array.from({ length: 5 }, count))
    expect((await store.settings.all()).officeName).to.equal('Metro+++++')
    await store.write(tx => tx.settings.save({ officeName: 'Metro' }, storyBegins))
  })

  it('may look for none of a list', async () => {
    expect(await store.mediaOrders.listByIds([])).to.deep.equal([])
    expect(await store.auditPacks.facts([])).to.deep.include({ orders: [], outlets: [], broadcasts: [] })
  })

  it('that breaks a rule of the table leaves nothing behind', async () => {
    const broken = store.write(async tx => {
      await tx.settings.save({ officeName: 'Half' }, storyBegins)
      await tx.users.insert(bayu)
    })
    expect(await fails(broken)).to.be.instanceOf(Error)
    const unknownRole = store.write(tx =>
      tx.users.insert({ ...bayu, id: 'x', email: 'x@y.z', role: 'owner' as 'admin' }),
    )
    expect(await fails(unknownRole)).to.be.instanceOf(Error)
    const stray = store.write(tx =>
      tx.users.insert({ ...bayu, id: 'x', email: 'x@y.z', invitedBy: 'nobody' }),
    )
    expect(await fails(stray)).to.be.instanceOf(Error)
    expect((await store.settings.all()).officeName).to.equal('Metro')
  })

  it('within a change joins it', async () => {
    const error = await fails(
      store.write(async tx => {
        await tx.write(inner => inner.settings.save({ officeName: 'Inner' }, storyBegins))
        throw new Error('after the inner one')
      }),
    )
    expect(error).to.have.property('message', 'after the inner one')
    expect((await store.settings.all()).officeName).to.equal('Metro')
  })

  it('may not read past its own store', async () => {
    const past = store.write(() => store.users.list())
    expect(await fails(past))
      .to.have.property('message')
      .that.includes('only the store it hands out')
    expect(await store.users.list()).to.have.length(1)
  })

  it('of a row that somebody else changed meanwhile is refused', async () => {
    const user = (await store.users.find(bayu.id))!
    await store.write(tx => tx.users.update(user, { name: 'First' }))
    const late = await fails(store.write(tx => tx.users.update(user, { name: 'Second' })))
    expect(late).to.be.instanceOf(Conflict)
    expect(await store.users.find(bayu.id)).to.include({ name: 'First', version: 2 })
  })
})

onEachDatabase('A reader', fresh => {
  it('does not wait for a change under way, and sees none of it before its end', async () => {
    const { store } = await fresh()
    let release = () => {}
    const held = new Promise<void>(resolve => (release = resolve))
    const change = store.write(async tx => {
      await tx.settings.save({ officeName: 'Later' }, storyBegins)
      await held
    })
    const during = (await store.settings.all()).officeName
    release()
    await change
    expect(during).to.equal('Gaung')
    expect((await store.settings.all()).officeName).to.equal('Later')
  })
})
