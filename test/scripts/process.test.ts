import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'chai'
import { newFolder } from '../support/folders.js'

interface Started {
  child: ChildProcess
  /** Everything printed so far. */
  printed(): string
  /** The first match of what is printed, as soon as it is. */
  sees(pattern: RegExp): Promise<string>
  ended: Promise<number | null>
}

function startProcess(env: Record<string, string>): Started {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import=tsx', 'src/main.ts'], {
    env: { PATH, HOME, PORT: '0', ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (text += part.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    printed: () => text,
    ended,
    async sees(pattern) {
      const over = ended.then(() => {
        throw new Error(`it ended before ${String(pattern)}:\n${text}`)
      })
      for (;;) {
        const found = pattern.exec(text)
        if (found) return found[1] ?? found[0]
        await Promise.race([once(child.stdout, 'data'), over])
      }
    },
  }
}

describe('The process', function () {
  this.timeout(60_000)

  it('prints where it serves and the link of the first administrator, and stops when told', async () => {
    const it = startProcess({ GAUNG_DATA: newFolder(), LOG_LEVEL: 'info' })
    const url = await it.sees(/^Gaung: (http:\/\/127\.0\.0\.1:\d+)$/m)
    const link = await it.sees(/^Create the first administrator: (\S+)$/m)
    expect(link.startsWith(`${url}/setup/`)).to.equal(true)
    expect((await fetch(link)).status).to.equal(200)
    it.child.kill('SIGTERM')
    expect(await it.ended).to.equal(0)
  })

  it('logs a line per request with its number, its pattern and nothing secret', async () => {
    const it = startProcess({ GAUNG_DATA: newFolder(), LOG_LEVEL: 'info' })
    const link = await it.sees(/^Create the first administrator: (\S+)$/m)
    const response = await fetch(link)
    const line = await it.sees(/^(\{.*"msg":"request".*\})$/m)
    const logged = JSON.parse(line) as Record<string, unknown>
    expect(logged).to.include({ method: 'GET', route: '/setup/:token', status: 200 })
    expect(logged['request']).to.equal(response.headers.get('x-request-id'))
    const logs = it
      .printed()
      .split('\n')
      .filter(each => each.startsWith('{'))
    expect(logs.join()).not.to.include(link.split('/').at(-1))
    it.child.kill('SIGINT')
    expect(await it.ended).to.equal(0)
  })

  it('names every wrong setting and does not start', async () => {
    const it = startProcess({ GAUNG_DATA: newFolder(), PORT: 'many', SMTP_URL: 'x' })
    expect(await it.ended).to.equal(1)
    expect(it.printed()).to.match(/these settings are wrong\n {2}PORT: .*\n {2}SMTP_URL: /)
  })

  it('says so when its port is taken', async () => {
    const first = startProcess({ GAUNG_DATA: newFolder(), LOG_LEVEL: 'silent' })
    const port = await first.sees(/^Gaung: http:\/\/127\.0\.0\.1:(\d+)$/m)
    const second = startProcess({ GAUNG_DATA: newFolder(), PORT: port })
    expect(await second.ended).to.equal(1)
    expect(second.printed()).to.include('EADDRINUSE')
    first.child.kill('SIGTERM')
    expect(await first.ended).to.equal(0)
  })
})
