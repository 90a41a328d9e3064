/** Requests per second of the two pages that matter most, as shares of a bare page; and what the partner page weighs. */
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { dataFolder, startBare, startDemo, type Measured } from './processes.js'
import { median, row } from './print.js'

const seconds = 4
const rounds = 3
const connections = 8

export async function benchWeb(): Promise<void> {
  const demo = await startDemo()
  const bare = await startBare(path.join(dataFolder, 'demo/gaung.sqlite'))
  try {
    const week = addressOf(demo, 'partner')
    const cookie = await signIn(addressOf(demo, 'manager'))
    const pages = {
      bare: { url: bare.url },
      partner: { url: week },
      manager: { url: `${demo.url}/overview`, headers: { cookie } },
    }
    const figures: Record<keyof typeof pages, number[]> = { bare: [], partner: [], manager: [] }
    for (let round = 0; round < rounds; round++)
      for (const name of Object.keys(pages) as (keyof typeof pages)[])
        figures[name].push(await load(pages[name]))
    const base = median(figures.bare)
    row('bare Express + EJS page, one row', `${Math.round(base)} requests/s`)
    row(
      'partner page',
      `${Math.round(median(figures.partner))} requests/s, ${(median(figures.partner) / base).toFixed(3)} of the bare page`,
    )
    row(
      'manager’s first page',
      `${Math.round(median(figures.manager))} requests/s, ${(median(figures.manager) / base).toFixed(3)} of the bare page`,
    )
    await printWeight(week)
  } finally {
    await demo.stop()
    await bare.stop()
  }
}

async function load(page: { url: string; headers?: Record<string, string> }): Promise<number> {
  const result = await autocannon({ ...page, connections, duration: seconds })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${page.url}: ${result.non2xx} refused, ${result.errors} errors`)
  return result.requests.average
}

/** Everything the page brings along: its HTML and each file it names. */
async function printWeight(address: string): Promise<void> {
  const html = await (await fetch(address)).text()
  const files = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, file]) => new URL(file!, address),
  )
  const texts = [html, ...(await Promise.all(files.map(async file => (await fetch(file)).text())))]
  const plain = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const sent = texts.reduce((sum, text) => sum + gzipSync(text).length, 0)
  row('partner page, all in', `${plain} bytes in ${texts.length} files, ${sent} bytes as sent (gzip)`)
}

function addressOf({ output }: Measured, who: string): string {
  return new RegExp(`${who}\\s+(http\\S+)`).exec(output)![1]!
}

async function signIn(address: string): Promise<string> {
  const { origin } = new URL(address)
  const answer = await fetch(address, { method: 'POST', redirect: 'manual', headers: { origin } })
  const cookie = answer.headers.getSetCookie().find(text => text.startsWith('gaung='))
  if (!cookie) throw new Error(`could not sign in: ${answer.status}`)
  return cookie.split(';')[0]!
}
