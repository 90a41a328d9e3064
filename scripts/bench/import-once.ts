/** Imports one file into a new installation; prints how long it took and how much memory the process held at most. */
import { readFileSync } from 'node:fs'
import { compose } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import type { UserActor } from '../../src/domain/actor.js'
import { commitRegistrationImport } from '../../src/operations/commit-registration-import.js'
import { receiveRegistrations } from '../../src/operations/receive-registrations.js'
import { insertNation } from './national.js'

const [dataFolder = '', file = ''] = process.argv.slice(2)
const config = readConfig({ GAUNG_DATA: dataFolder, LOG_LEVEL: 'silent', NODE_ENV: 'production' })
const { app, connection, dispatcher } = await compose(config)
const actor: UserActor = { kind: 'user', id: app.newId(), name: 'Bench', role: 'planner' }
const { kind: _, ...user } = actor
const account = { email: 'bench@localhost', language: 'id', passwordHash: null, invitedBy: null } as const
const dates = { createdAt: app.clock.now(), deactivatedAt: null }
await insertNation(app)
await app.store.write(store => store.users.insert({ ...user, ...account, ...dates }))
const began = performance.now()
const bytes = readFileSync(file)
const { id } = await receiveRegistrations(app, actor, { name: 'registrations.csv', bytes, source: 'upload' })
await commitRegistrationImport(app, actor, id, { leaveOutRefused: false })
const took = performance.now() - began
await dispatcher.stop()
await app.compute.close()
await connection.close()
console.log(JSON.stringify({ took, peak: process.resourceUsage().maxRSS }))
