/** Imports one file, to be killed while it does: says so when it begins. */
import { readFileSync } from 'node:fs'
import { compose } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import { importAtOnce } from '../../src/operations/import-at-once.js'
import { system } from '../../src/domain/actor.js'

const { app, connection, dispatcher } = await compose(readConfig(process.env))
const bytes = readFileSync(process.argv[2]!)
console.log('begun')
await importAtOnce(app, system('read-inbox'), { name: 'kills.csv', bytes, source: 'folder' })
console.log('done')
await dispatcher.stop()
await app.compute.close()
await connection.close()
