/** Ten thousand malformed bodies: each must be refused with 4xx and a sentence, and nothing may have changed. */
import { start } from '../../src/compose.js'
import { callApi, malformedBodies, newKey } from '../../test/support/api.js'
import { dump } from '../../test/support/dump.js'
import { newFolder } from '../../test/support/folders.js'
import { newDatabase, testConfig } from '../../test/support/template.js'
import { row } from './print.js'

const bodies = 10_000
/** A key may ask only so often; a new one for every few bodies lets each of them be read. */
const perKey = 50

export async function benchApi(): Promise<void> {
  const config = testConfig({ DATABASE_URL: await newDatabase('story'), GAUNG_DATA: newFolder() })
  const server = await start(config)
  const statuses = new Map<number, number>()
  let silent = 0
  try {
    let key = ''
    const before = await counted()
    for (const [index, { body, type }] of [...malformedBodies(bodies, 20_261_122)].entries()) {
      if (index % perKey === 0) key = await newKey(server, ['registrations:write'])
      const answered = await callApi(server, '/registrations', { method: 'post', key, body, type })
      statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1)
      if (!(answered.body as { detail?: string }).detail) silent++
    }
    const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`)
    row('malformed bodies', `${bodies}, answered ${told.join(', ')}`)
    row('without a sentence', String(silent))
    row('changed by them', before === (await counted()) ? 'nothing' : 'SOMETHING')
  } finally {
    await server.stop()
  }

  /** Every table but those of the keys themselves and of what jobs do by themselves. */
  async function counted(): Promise<string> {
    const own = ['api_tokens', 'apiTokens', 'audit_events', 'auditEvents', 'audit_head', 'auditHead']
    const all = Object.entries(await dump(server.connection)).filter(([name]) => !own.includes(name))
    return JSON.stringify(all)
  }
}
