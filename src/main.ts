/** The process: reads its settings, serves, prints where, stops when told. */
/* eslint-disable no-console -- the few lines a person at the terminal needs */
import { start, type Running } from './compose.js'
import { readConfig, WrongConfiguration, type Config } from './config.js'
import { startDemo } from './demo.js'
import { makeSetupLink } from './operations/set-up-office.js'
import { paths } from './views/paths.js'

async function run(): Promise<void> {
  const demo = process.argv.includes('--demo')
  const config = readConfig(process.env, { demo })
  const running = demo ? await serveDemo(config) : await serve(config)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

async function serve(config: Config): Promise<Running> {
  const running = await start(config)
  const setup = await makeSetupLink(running.app)
  console.log(`\nGaung: ${running.url}`)
  if (setup)
    console.log(
      `Create the first administrator: ${running.url}${paths.setup(running.app.tokens.ofLink(setup.id))}`,
    )
  console.log()
  return running
}

async function serveDemo(config: Config): Promise<Running> {
  const running = await startDemo(config, line => console.log(line))
  console.log(`\nGaung, with a simulated season (today is ${running.app.clock.today()}): ${running.url}\n`)
  for (const { who, url } of running.entrances) console.log(`  ${who.padEnd(8)} ${url}`)
  console.log()
  return running
}

run().catch((error: unknown) => {
  if (error instanceof WrongConfiguration) console.error(`gaung: these settings are wrong\n${error.message}`)
  else console.error('gaung:', error instanceof Error ? error.message : error)
  process.exit(1)
})
