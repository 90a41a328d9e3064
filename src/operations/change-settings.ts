import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { canonicalJson, type Facts } from '../domain/audit.js'
import { Conflict } from '../domain/errors.js'
import type { Settings } from '../domain/settings.js'
import { record } from './record.js'

/** Changes what differs; `seen` is the settings as the person saw them, so that nobody's change is overwritten unseen. */
export async function changeSettings(
  app: App,
  actor: UserActor,
  { change, seen }: { change: Partial<Settings>; seen: string },
): Promise<void> {
  await app.store.write(async store => {
    const settings = await store.settings.all()
    if (settingsSeen(settings) !== seen) throw new Conflict('changed-meanwhile')
    const keys = (Object.keys(change) as (keyof Settings)[]).filter(
      key => canonicalJson(change[key]) !== canonicalJson(settings[key]),
    )
    if (keys.length === 0) return
    const part = (from: Partial<Settings>): Facts => Object.fromEntries(keys.map(key => [key, from[key]]))
    const after = part(change)
    await store.settings.save(after, app.clock.now())
    await record(app, store, actor, {
      action: 'settings-changed',
      subject: ['settings', 'office'],
      before: part(settings),
      after,
    })
    app.wake('judge-campaigns')
  })
}

export function settingsSeen(settings: Settings): string {
  return canonicalJson(settings)
}
