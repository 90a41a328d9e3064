/** Server time of the planner's heaviest pages: a full month, a long line as it is typed, many campaigns. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { start, type Running } from '../../src/compose.js'
import { readConfig } from '../../src/config.js'
import { addDays } from '../../src/domain/time.js'
import { makeLink } from '../../src/operations/make-link.js'
import { paths } from '../../src/views/paths.js'
import { fillDesk, firstDay } from './desk-data.js'
import { median, row } from './print.js'

const rounds = 9
const broadcasts = 5_000
const campaigns = 500

export async function benchDesk(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gaung-bench-'))
  const config = readConfig({ GAUNG_DATA: folder, LOG_LEVEL: 'silent', NODE_ENV: 'production', PORT: '0' })
  const running = await start(config)
  try {
    const { userId, orderId, materialId } = await fillDesk(running.app, { broadcasts, campaigns })
    const cookie = await signIn(running, userId)
    const get = (address: string) => timed(running, address, { headers: { cookie } })
    const month = `${paths.calendar}?on=${firstDay}`
    row(`calendar month, ${broadcasts} broadcasts`, await get(month))
    row('the same by outlet and day', await get(`${month}&view=grid`))
    row(`campaign list of ${campaigns}`, await get(paths.campaigns))
    row('order preview, 2000 broadcasts', await preview(running, { cookie, orderId, materialId }))
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the editor sends while one types: 100 runs a day on twenty days. */
function preview(
  running: Running,
  { cookie, orderId, materialId }: { cookie: string; orderId: string; materialId: string },
): Promise<string> {
  const line = {
    format: 'spot',
    firstDay,
    lastDay: addDays(firstDay, 19),
    fromMinute: '06.00',
    toMinute: '22.00',
    runsPerDay: '100',
    seconds: '30',
    millimetres: '',
    priceKind: 'paid',
    rupiah: '1000',
    [`weight-${materialId}`]: '1',
  }
  const body = new URLSearchParams(line)
  for (const weekday of '0123456') body.append('weekdays', weekday)
  const headers = { cookie, origin: running.url, 'hx-request': 'true' }
  return timed(running, paths.orderPreview(orderId), { method: 'POST', body, headers })
}

/** Time that passed, and time on the processor, which other work on the machine does not lengthen; both with the asker's. */
async function timed(running: Running, address: string, request: RequestInit): Promise<string> {
  const times: number[] = []
  const busy: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const [began, used] = [performance.now(), process.cpuUsage()]
    const answer = await fetch(running.url + address, request)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`)
    if (round === 0) continue
    times.push(performance.now() - began)
    const { user, system } = process.cpuUsage(used)
    busy.push((user + system) / 1000)
  }
  const least = Math.min(...times).toFixed(1)
  return `${median(times).toFixed(1)} ms (median of ${rounds}, least ${least}); processor ${median(busy).toFixed(1)} ms`
}

async function signIn({ app, url }: Running, userId: string): Promise<string> {
  const link = await app.store.write(store => makeLink(app, store, 'sign-in', { userId }))
  const address = url + paths.oneTimeSignIn(app.tokens.ofLink(link.id))
  const answer = await fetch(address, { method: 'POST', redirect: 'manual', headers: { origin: url } })
  const cookie = answer.headers.getSetCookie().find(text => text.startsWith('gaung='))
  if (!cookie) throw new Error(`could not sign in: ${answer.status}`)
  return cookie.split(';')[0]!
}
