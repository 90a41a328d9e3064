import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid } from '../domain/errors.js'
import { wholeScope, type PublishedFigure } from '../domain/published-figure.js'
import { record } from './record.js'

/** Keeps a figure somebody published, with where it stands, beside the counts it should agree with. */
export async function notePublishedFigure(
  app: App,
  actor: UserActor,
  facts: Omit<PublishedFigure, 'id'>,
): Promise<PublishedFigure> {
  return app.store.write(async store => {
    const isKnown = facts.scope === wholeScope || (await store.districts.find(facts.scope)) !== undefined
    if (!isKnown) throw new Invalid({ scope: { code: 'not-a-choice' } })
    const figure: PublishedFigure = { id: app.newId(), ...facts }
    await store.targets.insertPublishedFigure(figure)
    await record(app, store, actor, {
      action: 'published-figure-noted',
      subject: ['published-figure', figure.id],
      after: { ...facts },
    })
    return figure
  })
}
