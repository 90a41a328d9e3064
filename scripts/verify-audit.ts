/** `npm run verify-audit`: follows the chain of audit events from the first to the last. */
import { openDatabase } from '../src/db/connection.js'
import { createStore } from '../src/db/store.js'
import { verifyAudit } from '../src/db/verify-audit.js'
import { command, Refusal } from './command.js'

command(async config => {
  const connection = await openDatabase(config.databaseUrl)
  try {
    const finding = await verifyAudit(createStore(connection).audit)
    if (!finding.ok) throw new Refusal(`the audit chain breaks at event ${finding.sequence}: ${finding.why}`)
    console.log(`${finding.events} audit events in an unbroken chain`)
  } finally {
    await connection.close()
  }
})
