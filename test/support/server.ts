/** The real application on a free port with a database of its own. */
import { start, type Running } from '../../src/compose.js'
import { standingClock, type Clock } from '../../src/domain/time.js'
import { atEndOfFile } from './at-end.js'
import { newFolder } from './folders.js'
import { people, storyBegins, type Person } from './people.js'
import { enterAs } from './sign-in.js'
import { newDatabase, testConfig, type Beginning } from './template.js'
import { Visitor } from './visitor.js'

interface Options {
  /** `story` (the usual) has people and outlets; `empty` is an installation nobody has set up. */
  beginning?: Beginning
  /** A running clock; without it, one that stands still until it is set. */
  clock?: Clock
  env?: Record<string, string>
}

export interface TestServer extends Running {
  clock: ReturnType<typeof standingClock>
  visitor(language?: 'id' | 'en'): Visitor
  signedIn(person: Person): Promise<Visitor>
}

export async function startServer(options: Options = {}): Promise<TestServer> {
  const databaseUrl = await newDatabase(options.beginning ?? 'story')
  const config = testConfig({ DATABASE_URL: databaseUrl, GAUNG_DATA: newFolder(), ...options.env })
  const clock = standingClock(storyBegins, config.zone)
  const running = await start(config, { clock: options.clock ?? clock })
  const stop = once(() => running.stop())
  atEndOfFile(stop)
  const visitor = (language: 'id' | 'en' = 'id') => new Visitor(running.url, language)
  return {
    ...running,
    clock,
    stop,
    visitor,
    signedIn: async person => {
      const someone = visitor(people[person].language)
      await enterAs(someone, running.app, person)
      return someone
    },
  }
}

function once(end: () => Promise<void>): () => Promise<void> {
  let ended: Promise<void> | undefined
  return () => (ended ??= end())
}
