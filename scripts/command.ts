/** What every command at the terminal shares: the settings, and an end that says whether it worked. */
import { readConfig, WrongConfiguration, type Config } from '../src/config.js'

/** Says why it did not work; anything else that is thrown is a mistake of the program. */
export class Refusal extends Error {}

export function command(run: (config: Config, words: string[]) => Promise<void>): void {
  const options = process.argv.slice(2)
  const words = options.filter(option => option !== '--demo')
  Promise.resolve()
    .then(() => run(readConfig(process.env, { demo: options.includes('--demo') }), words))
    .catch((error: unknown) => {
      console.error(`gaung: ${explain(error)}`)
      process.exitCode = 1
    })
}

function explain(error: unknown): string {
  if (error instanceof WrongConfiguration) return `these settings are wrong\n${error.message}`
  if (error instanceof Refusal || !(error instanceof Error))
    return error instanceof Error ? error.message : String(error)
  return error.stack ?? error.message
}

/** The file of the SQLite database; PostgreSQL has tools of its own for what is asked. */
export function sqliteFile({ databaseUrl }: Config, instead: string): string {
  if (databaseUrl.startsWith('sqlite:')) return databaseUrl.slice('sqlite:'.length)
  throw new Refusal(`this installation uses PostgreSQL: ${instead}`)
}
