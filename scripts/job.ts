/** `npm run job <name>`: runs one job now, in this process. */
import { compose, localAddress } from '../src/compose.js'
import { jobNames, type JobName } from '../src/jobs/timetable.js'
import { command, Refusal } from './command.js'

command(async (config, [name]) => {
  if (!jobNames.includes(name as JobName))
    throw new Refusal(`name a job: npm run job ${jobNames.join(' | ')}`)
  const { app, connection, dispatcher, transport, serveAt } = await compose(config)
  serveAt(localAddress(config, config.port))
  try {
    const outcome = await dispatcher.runNow(name as JobName)
    if (!outcome) throw new Refusal(`${name} is running in another process`)
    if (outcome.error !== null) throw new Refusal(`${name} failed: ${outcome.error}`)
    console.log(outcome.detail || 'nothing to do')
  } finally {
    await app.compute.close()
    transport.close()
    await connection.close()
  }
})
