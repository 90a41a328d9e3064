/** `npm run restore <file>`: puts a backup in the place of the database, and keeps the replaced one. */
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BadBackup, checkBackup, isInUse } from '../src/db/backup.js'
import { systemClock } from '../src/domain/time.js'
import { command, Refusal, sqliteFile } from './command.js'

command(async (config, [from]) => {
  const target = sqliteFile(
    config,
    'stop Gaung, then use pg_restore --clean --dbname="$DATABASE_URL" gaung.dump',
  )
  if (!from) throw new Refusal('name the backup: npm run restore <file>')
  const backup = path.resolve(from)
  const { events } = await checkBackup(backup).catch((error: unknown) => {
    throw error instanceof BadBackup ? new Refusal(error.message) : error
  })
  if (isInUse(target)) throw new Refusal('Gaung is running on this database: stop it first')
  const moment = systemClock(config.zone).now().slice(0, 19).replaceAll(':', '')
  const kept = path.join(path.dirname(target), `replaced-${moment}.sqlite`)
  replace(target, backup, kept)
  console.log(`${target} is now the backup ${backup} (${events} audit events)`)
  if (existsSync(kept)) console.log(`The replaced database is kept: ${kept}`)
  console.log('Mails that were waiting when the backup was made are sent again when Gaung starts')
})

/** Copied beside it first: the database is replaced as a whole or not at all. */
function replace(target: string, backup: string, kept: string): void {
  const aside = `${target}.restoring`
  copyFileSync(backup, aside)
  if (existsSync(target)) renameSync(target, kept)
  for (const end of ['-wal', '-shm']) rmSync(target + end, { force: true })
  renameSync(aside, target)
}
