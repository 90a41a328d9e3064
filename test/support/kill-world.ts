/** The weeks that partners answer for while the process is killed, on a database and in a folder of their own. */
import { compose } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import type { Broadcast } from '../../src/domain/broadcast.js'
import { plainAnswer } from '../../src/domain/confirmation.js'
import { addDays, mondayOf } from '../../src/domain/time.js'
import { confirmBroadcasts } from '../../src/operations/confirm-broadcasts.js'
import { newFolder } from './folders.js'
import { putOnAir, weekAddress } from './on-air.js'
import { contacts } from './people.js'
import { newDatabase } from './template.js'

export interface Week {
  address: string
  broadcasts: Broadcast[]
}

const secret = 'the secret of the kills, 32 characters or more'
/** Each a week: one broadcast ran before and is proven again and again, the others are answered once. */
export const runsAWeek = 85

export type Environment = Record<string, string>

export async function newEnvironment(): Promise<Environment> {
  const { PATH = '', HOME = '' } = process.env
  return {
    PATH,
    HOME,
    PORT: '0',
    LOG_LEVEL: 'silent',
    GAUNG_SECRET: secret,
    GAUNG_DATA: newFolder('kills'),
    DATABASE_URL: await newDatabase('story'),
  }
}

/** Weeks of broadcasts, the latest past one first, by the clock on the wall. */
export async function prepare(env: Environment, count: number): Promise<{ weeks: Week[] }> {
  return within(env, async app => {
    const weeks: Week[] = []
    const last = addDays(mondayOf(app.clock.today()), -7)
    for (let number = 0; number < count; number++) {
      const monday = addDays(last, -7 * number)
      const { broadcasts } = await putOnAir(app, { monday, runs: runsAWeek, number: number + 1 })
      const address = await weekAddress(app, 'wayan', monday)
      const link = (await app.store.links.findWeek(contacts.wayan.id, monday))!
      const wayan = {
        kind: 'contact',
        id: contacts.wayan.id,
        name: contacts.wayan.name,
        linkId: link.id,
      } as const
      await confirmBroadcasts(app, wayan, link, new Map([[broadcasts[0]!.id, plainAnswer('ran')]]))
      weeks.push({ address, broadcasts })
    }
    return { weeks }
  })
}

export async function within<T>(
  env: Environment,
  act: (app: Awaited<ReturnType<typeof compose>>['app']) => Promise<T>,
): Promise<T> {
  const { app, connection, transport } = await compose(readConfig({ ...env, NODE_ENV: 'test' }))
  try {
    return await act(app)
  } finally {
    await app.compute.close()
    app.files.close()
    transport.close()
    await connection.close()
  }
}
