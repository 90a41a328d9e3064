import type { App, Store } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid, NotFound } from '../domain/errors.js'
import type { Outlet } from '../domain/outlet.js'
import { record } from './record.js'

export type OutletFacts = Pick<
  Outlet,
  'name' | 'medium' | 'period' | 'ownerGroup' | 'city' | 'licence' | 'licenceUntil'
>

export async function addOutlet(app: App, actor: UserActor, facts: OutletFacts): Promise<Outlet> {
  return app.store.write(async store => {
    await mustBeFree(store, facts.name)
    const outlet: Outlet = {
      id: app.newId(),
      ...facts,
      verifiedAt: null,
      verifiedBy: null,
      retiredAt: null,
      createdAt: app.clock.now(),
      version: 1,
    }
    await store.outlets.insert(outlet)
    await record(app, store, actor, {
      action: 'outlet-added',
      subject: ['outlet', outlet.id],
      after: { ...facts },
    })
    return outlet
  })
}

export async function changeOutlet(
  app: App,
  actor: UserActor,
  id: string,
  facts: OutletFacts & { version: number },
): Promise<void> {
  await app.store.write(async store => {
    const outlet = await store.outlets.find(id)
    if (!outlet) throw new NotFound('outlet')
    const { version, ...change } = facts
    if (change.name !== outlet.name) await mustBeFree(store, change.name)
    const seen = isSameLicence(outlet, change)
    await store.outlets.update(
      { id, version },
      { ...change, ...(seen ? {} : { verifiedAt: null, verifiedBy: null }) },
    )
    await record(app, store, actor, {
      action: 'outlet-changed',
      subject: ['outlet', id],
      before: factsOf(outlet),
      after: { ...change },
    })
  })
}

/** An administrator has looked at the licence or the press verification. */
export async function verifyOutlet(app: App, actor: UserActor, id: string): Promise<void> {
  await app.store.write(async store => {
    const outlet = await store.outlets.find(id)
    if (!outlet) throw new NotFound('outlet')
    if (outlet.verifiedAt) return
    await store.outlets.update(outlet, { verifiedAt: app.clock.now(), verifiedBy: actor.id })
    await record(app, store, actor, {
      action: 'outlet-verified',
      subject: ['outlet', id],
      after: { licence: outlet.licence },
    })
  })
}

/** An outlet that is not to be ordered from any more, or again. What it ran stays. */
export async function retireOutlet(
  app: App,
  actor: UserActor,
  id: string,
  { retired }: { retired: boolean },
): Promise<void> {
  await app.store.write(async store => {
    const outlet = await store.outlets.find(id)
    if (!outlet) throw new NotFound('outlet')
    if ((outlet.retiredAt !== null) === retired) return
    await store.outlets.update(outlet, { retiredAt: retired ? app.clock.now() : null })
    await record(app, store, actor, {
      action: retired ? 'outlet-retired' : 'outlet-restored',
      subject: ['outlet', id],
      after: { name: outlet.name },
    })
  })
}

/** What an administrator looked at is still what stands there; otherwise it has to be looked at again. */
export function isSameLicence(outlet: Outlet, { medium, licence, licenceUntil }: OutletFacts): boolean {
  return outlet.medium === medium && outlet.licence === licence && outlet.licenceUntil === licenceUntil
}

async function mustBeFree(store: Store, name: string): Promise<void> {
  if (await store.outlets.findByName(name)) throw new Invalid({ name: { code: 'already-taken' } })
}

function factsOf({ name, medium, period, ownerGroup, city, licence, licenceUntil }: Outlet) {
  return { name, medium, period, ownerGroup, city, licence, licenceUntil }
}
