/** A process of the product, started and ended, and what partners send to it over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process'
import type { Environment } from './kill-world.js'
import { outlets } from './people.js'

interface Process {
  child: ChildProcess
  url: string
  ended: Promise<unknown>
  stop(): Promise<void>
}

export function startProcess(command: readonly string[], env: Environment): Promise<Process> {
  const child = spawn(process.execPath, [...command], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise(resolve => child.once('close', resolve))
  return new Promise((resolve, reject) => {
    let text = ''
    void ended.then(() => reject(new Error(`it did not start:\n${text}`)))
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString()
      const url = /^Gaung: (\S+)$/m.exec(text)?.[1]
      if (!url) return
      const stop = async () => {
        child.kill('SIGTERM')
        await ended
      }
      resolve({ child, url, ended, stop })
    })
  })
}

export function answer(week: string, id: string, note: string): Promise<boolean> {
  const body = new URLSearchParams({ id, [`what-${id}`]: 'not-known', [`note-${id}`]: note })
  return succeeds(`${week}/exceptions`, body)
}

export function prove(week: string, id: string, log: string): Promise<boolean> {
  const body = new FormData()
  body.append('outletId', outlets.gema.id)
  body.append('broadcastIds', id)
  body.append('kind', 'other')
  body.append('file', new File([log], 'log.csv'))
  return succeeds(`${week}/proof`, body)
}

/** Whether the way to the success page came back. */
async function succeeds(url: string, body: URLSearchParams | FormData): Promise<boolean> {
  try {
    const response = await fetch(url, { method: 'POST', body, redirect: 'manual' })
    const leads = response.headers.get('location') ?? ''
    if (response.status !== 303) throw new Refused(`${url}: ${response.status}`)
    return leads.includes('saved=')
  } catch (error) {
    if (error instanceof Refused) throw error
    return false
  }
}

class Refused extends Error {}
