import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import type { AudienceHabit } from '../domain/audience.js'
import { record } from './record.js'

/** Keeps what a survey says of how one medium is used. Earlier figures stay for the days they were known on. */
export async function saveAudienceHabit(
  app: App,
  actor: UserActor,
  figures: Pick<AudienceHabit, 'medium' | 'asOf' | 'rating' | 'alikeness' | 'source'>,
): Promise<void> {
  await app.store.write(async store => {
    const known = (await store.audienceHabits.list()).find(
      habit => habit.medium === figures.medium && habit.asOf === figures.asOf,
    )
    await store.audienceHabits.save({ ...figures, keptBy: actor.id, keptAt: app.clock.now() })
    const { medium, asOf, rating, alikeness, source } = figures
    await record(app, store, actor, {
      action: 'audience-habit-saved',
      subject: ['settings', `audience ${medium}`],
      ...(known
        ? { before: { asOf, rating: known.rating, alikeness: known.alikeness, source: known.source } }
        : {}),
      after: { asOf, rating, alikeness, source },
    })
  })
}
