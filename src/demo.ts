/** The demo: a season of invented data in a folder of its own, and a clock that stands at its last Monday and runs. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { seasonIds } from '../db/seeds/demo/ids.js'
import { tellSeason, type SeasonLinks } from '../db/seeds/demo/index.js'
import { at, season, zone } from '../db/seeds/demo/season.js'
import type { App } from './app.js'
import { compose, start, type Running } from './compose.js'
import type { Config } from './config.js'
import { openDatabase } from './db/connection.js'
import { createStore, type Store } from './db/store.js'
import { linkIsOpen } from './domain/link.js'
import { clockFrom, justAfter, standingClock, type Instant } from './domain/time.js'
import { deliverMail } from './mail/deliver.js'
import { makeLink } from './operations/make-link.js'
import { paths } from './views/paths.js'
import { createRenderer } from './views/render.js'

export interface Demo extends Running {
  /** One way in for each group of people. */
  entrances: { who: keyof SeasonLinks; url: string }[]
}

/** What the folder holds: written last, so that a season that was interrupted is made anew. */
interface Made {
  fingerprint: string
  links: SeasonLinks
}

/** `say` tells the person at the terminal how far the telling is: it takes a while, once. */
export async function startDemo(given: Config, say: (line: string) => void): Promise<Demo> {
  const config: Config = { ...given, zone }
  const made = readMade(config) ?? (await makeDemo(config, say))
  const running = await start(config, { clock: clockFrom(await lastMoment(config), zone) })
  return { ...running, entrances: await entrances(running, made) }
}

/** Only a season of this very text: a changed one is told anew, and what was tried out in the old one is gone. */
function readMade(config: Config): Made | undefined {
  const file = path.join(config.dataFolder, 'season.json')
  if (!existsSync(file)) return undefined
  const made = JSON.parse(readFileSync(file, 'utf8')) as Made
  return made.fingerprint === fingerprint(config) ? made : undefined
}

function fingerprint({ root }: Config): string {
  const hash = createHash('sha256')
  for (const folder of ['db/seeds/demo', 'db/migrations', 'db/reference'])
    for (const file of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted())
      if (/\.(ts|csv)$/.test(file)) hash.update(file).update(readFileSync(path.join(root, folder, file)))
  return hash.digest('hex')
}

/** What was signed or keyed while the season was told is the same everywhere; what guards the demo is not. */
const tellersSecret = 'the season of 2011 is told with this and guarded by another'

async function makeDemo(config: Config, say: (line: string) => void): Promise<Made> {
  say('gaung: telling the season of 2011 (simulated), once')
  for (const name of ['gaung.sqlite', 'gaung.sqlite-wal', 'gaung.sqlite-shm', 'files', 'season.json'])
    rmSync(path.join(config.dataFolder, name), { recursive: true, force: true })
  const made = { fingerprint: fingerprint(config), links: await tell(config, say) }
  writeFileSync(path.join(config.dataFolder, 'season.json'), JSON.stringify(made, null, 2))
  return made
}

async function tell(config: Config, say: (line: string) => void): Promise<SeasonLinks> {
  const clock = standingClock(at(season.officeSetUp, '08.00'), zone)
  const url = config.url ?? `http://127.0.0.1:${config.port || 3000}`
  const told = { ...config, url, secret: tellersSecret }
  const { app, connection, dispatcher, transport } = await compose(told, { clock, newId: seasonIds(clock) })
  const renderer = createRenderer(path.join(config.root, 'views'), { reload: false })
  const deliver = (within: App) => deliverMail(within, { transport, renderer })
  const links = await tellSeason({ app, clock, deliver, progress: month => say(`gaung: ${month}`) })
  for (const job of ['find-spikes', 'forecast-pace', 'judge-campaigns'] as const) {
    say(`gaung: ${job}`)
    const outcome = await dispatcher.runNow(job)
    if (outcome?.error) throw new Error(`${job}: ${outcome.error}`)
  }
  await dispatcher.stop()
  await app.compute.close()
  await connection.close()
  return links
}

/** Time never goes back: the clock starts where the season ended, or after the last thing that happened here. */
async function lastMoment({ databaseUrl }: Config): Promise<Instant> {
  const connection = await openDatabase(databaseUrl)
  const store = createStore(connection)
  const { sequence } = await store.audit.head()
  const [last] = await store.audit.after(sequence - 1, 1)
  const runs = (await store.jobs.list()).map(job => job.lastFinishedAt ?? '')
  await connection.close()
  const moments = [at(season.today, season.opensAt), justAfter(last!.at), ...runs]
  return moments.toSorted().at(-1)!
}

async function entrances({ app }: Running, { links }: Made): Promise<Demo['entrances']> {
  const all = Object.entries(links) as [keyof SeasonLinks, string][]
  return Promise.all(
    all.map(async ([who, id]) => {
      const token = app.tokens.ofLink(await openLink(app.store, id))
      return { who, url: app.url(who === 'partner' ? paths.week(token) : paths.oneTimeSignIn(token)) }
    }),
  )

  /** A link that has ended is replaced by one for the same purpose. */
  async function openLink(store: Store, id: string): Promise<string> {
    const link = (await store.links.find(id))!
    if (link.kind === 'week' || linkIsOpen(link, app.clock.now())) return id
    return (await store.write(tx => makeLink(app, tx, link.kind, { userId: link.userId }))).id
  }
}
