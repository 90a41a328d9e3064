/** The demo as it is served: told once per run, in a folder of its own. */
import { readConfig, type Config } from '../../src/config.js'
import { startDemo, type Demo } from '../../src/demo.js'
import type { SeasonLinks } from '../../db/seeds/demo/index.js'
import { words } from '../../src/language/words.js'
import { atEndOfProcess } from '../support/at-end.js'
import { dump } from '../support/dump.js'
import { newFolder } from '../support/folders.js'
import { Visitor } from '../support/visitor.js'

export function demoConfig(
  folder = newFolder('demo'),
  secret = 'one secret of 32 characters or more',
): Config {
  const env = { NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: '0', GAUNG_SECRET: secret, GAUNG_DATA: folder }
  return readConfig(env, { demo: true })
}

export async function openDemo(config: Config): Promise<Demo> {
  const demo = await startDemo(config, () => {})
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= demo.stop())
  atEndOfProcess(stop)
  return { ...demo, stop }
}

export interface ToldDemo extends Demo {
  /** Every row as it was told, before anybody came. */
  asTold: Awaited<ReturnType<typeof dump>>
}

let told: Promise<ToldDemo> | undefined

/** The one demo that tests share; they read it, or add to it what hurts no other. */
export function theDemo(): Promise<ToldDemo> {
  return (told ??= openDemo(demoConfig()).then(async demo => ({
    ...demo,
    asTold: await dump(demo.connection),
  })))
}

export function entrance(demo: Demo, who: keyof SeasonLinks): string {
  return new URL(demo.entrances.find(each => each.who === who)!.url).pathname
}

export async function enter(demo: Demo, who: keyof SeasonLinks): Promise<Visitor> {
  const visitor = new Visitor(demo.url)
  await visitor.open(entrance(demo, who))
  return who === 'partner' ? visitor : visitor.submit(words.id.accounts.oneTimeButton)
}
