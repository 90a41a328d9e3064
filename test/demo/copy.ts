/** A copy of the demo's database behind an app of its own: what is tried out there hurts no other test. */
import path from 'node:path'
import { compose } from '../../src/compose.js'
import type { App } from '../../src/app.js'
import { backUp } from '../../src/db/backup.js'
import type { UserActor } from '../../src/domain/actor.js'
import type { Role } from '../../src/domain/access.js'
import { addMinutes, standingClock } from '../../src/domain/time.js'
import { newFolder } from '../support/folders.js'
import { demoConfig, theDemo } from './season.js'

export interface DemoCopy {
  app: App
  /** Jobs asked for since the last look. */
  asked(): string[]
  /** Somebody of this role, as one who acts. */
  actor(role: Role): Promise<UserActor>
  /** Takes every verdict away, as if nothing had been judged yet. */
  forgetVerdicts(): Promise<void>
  close(): Promise<void>
}

export async function copyOfTheDemo({ daysLater = 0 } = {}): Promise<DemoCopy> {
  const demo = await theDemo()
  const { zone } = demo.app.clock
  const config = { ...demoConfig(newFolder('copy')), zone }
  await backUp(demo.connection, path.join(config.dataFolder, 'gaung.sqlite'))
  const { app: composed, connection } = await compose(config, {
    clock: standingClock(addMinutes(demo.app.clock.now(), daysLater * 24 * 60), zone),
  })
  const woken: string[] = []
  const app: App = { ...composed, wake: job => void woken.push(job) }
  return {
    app,
    asked: () => woken.splice(0),
    async actor(role) {
      const { id, name } = (await app.store.users.list()).find(user => user.role === role)!
      return { kind: 'user', id, name, role }
    },
    async forgetVerdicts() {
      await connection.writer.deleteFrom('analyses').where('kind', '=', 'verdict').execute()
    },
    async close() {
      await app.compute.close()
      await connection.close()
    },
  }
}
