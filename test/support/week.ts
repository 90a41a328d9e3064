/** A server on the Monday after a week on air, with the address an outlet's clerk answers at. */
import type { Visitor } from './visitor.js'
import { words } from '../../src/language/words.js'
import { outlets } from './people.js'
import { putOnAir, weekAddress, type OnAir } from './on-air.js'
import { startServer, type TestServer } from './server.js'

export interface WeekToAnswer {
  server: TestServer
  air: OnAir
  /** The week's address. */
  week: string
  clerk: Visitor
}

export const mondayAfter = '2026-11-23T01:00:00.000Z'

export async function aWeekToAnswer(asked: Parameters<typeof putOnAir>[1] = {}): Promise<WeekToAnswer> {
  const server = await startServer()
  server.clock.set(mondayAfter)
  const air = await putOnAir(server.app, asked)
  return { server, air, week: await weekAddress(server.app), clerk: server.visitor() }
}

/** The current answer of every broadcast, in their order. */
export async function answersOf({ server, air }: Pick<WeekToAnswer, 'server' | 'air'>) {
  const current = await server.app.store.confirmations.current(air.broadcasts.map(({ id }) => id))
  return air.broadcasts.map(({ id }) => current.get(id))
}

export function fileOf(bytes: string | Buffer, name: string): File {
  return new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name)
}

/** Sends a log of Radio Gema through the week's page; what came of it is what the clerk then sees. */
export async function uploadLog(
  { clerk, week }: WeekToAnswer,
  content: string | Buffer,
  name = 'log.csv',
): Promise<void> {
  const { partnerLink, read } = words.id.stationLogs
  await clerk.open(week)
  await clerk.follow(partnerLink)
  await clerk.submit(read, { outletId: outlets.gema.id, file: fileOf(content, name) })
}
