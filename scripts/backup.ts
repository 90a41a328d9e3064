/** `npm run backup [file]`: copies the database while it is in use, and checks the copy. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { BadBackup, backUp } from '../src/db/backup.js'
import { openDatabase } from '../src/db/connection.js'
import { systemClock } from '../src/domain/time.js'
import { command, Refusal, sqliteFile } from './command.js'

command(async (config, [target]) => {
  const source = sqliteFile(config, 'use pg_dump --format=custom --file=gaung.dump "$DATABASE_URL"')
  if (!existsSync(source)) throw new Refusal(`there is no database yet (${source})`)
  const moment = systemClock(config.zone).now().slice(0, 19).replaceAll(':', '')
  const file = path.resolve(target ?? path.join(config.dataFolder, 'backups', `gaung-${moment}.sqlite`))
  if (existsSync(file)) throw new Refusal(`${file} is there already`)
  const connection = await openDatabase(config.databaseUrl)
  try {
    const { bytes, events } = await backUp(connection, file)
    console.log(`${file}\n${bytes} bytes; every page read, ${events} audit events in an unbroken chain`)
    console.log(
      `Proof files are beside it and never change: copy ${path.join(config.dataFolder, 'files')} too`,
    )
  } catch (error) {
    throw error instanceof BadBackup ? new Refusal(error.message) : error
  } finally {
    await connection.close()
  }
})
