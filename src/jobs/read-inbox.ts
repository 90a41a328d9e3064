/** The watched folder: each file counts whole or not at all, and goes to `processed` or `failed` with its time in front. */
import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { App } from '../app.js'
import { system } from '../domain/actor.js'
import { Conflict, Invalid } from '../domain/errors.js'
import type { Problem } from '../domain/problem.js'
import { importAtOnce } from '../operations/import-at-once.js'
import { tellImportStopped } from '../operations/tell-import-stopped.js'

const largestFile = 20_000_000
/** What programs call a file while they are still writing it. */
const unfinished = /^[.~]|\.(?:part|tmp|filepart|crdownload)$/i

export async function readInbox(app: App): Promise<string> {
  const { inbox } = app.config
  if (inbox === undefined) return ''
  for (const folder of ['processed', 'failed']) await mkdir(path.join(inbox, folder), { recursive: true })
  const entries = await readdir(inbox, { withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile() && !unfinished.test(entry.name))
    .map(({ name }) => name)
  let [processed, failed] = [0, 0]
  for (const name of names.toSorted()) {
    const done = await takeFile(app, inbox, name)
    if (done === 'processed') processed++
    if (done === 'failed') failed++
  }
  return processed + failed === 0 ? '' : `${processed} files imported, ${failed} failed`
}

/** Moved only after it is known what became of it: a file that was being imported when the process died is tried again. */
async function takeFile(app: App, inbox: string, name: string): Promise<'processed' | 'failed' | undefined> {
  const file = path.join(inbox, name)
  const bytes = await readWhole(file)
  if (bytes === undefined) return undefined
  const stopped = await importFile(app, name, bytes)
  const folder = stopped && !stopped.isKnown ? 'failed' : 'processed'
  if (stopped && !stopped.isKnown) await tellImportStopped(app, { file: name, ...stopped })
  const time = app.clock.now().replaceAll(/[-:]|\.\d+Z/g, '')
  await rename(file, path.join(inbox, folder, `${time}-${name}`))
  return folder
}

/** Nothing while it still grows. */
async function readWhole(file: string): Promise<Buffer | 'too-large' | undefined> {
  const before = await stat(file)
  if (before.size > largestFile) return 'too-large'
  const bytes = await readFile(file)
  const after = await stat(file)
  return bytes.length === after.size && after.mtimeMs === before.mtimeMs ? bytes : undefined
}

interface Stopped {
  importId: string | null
  problem: Problem | null
  /** The same file was counted before: nothing is wrong with it. */
  isKnown: boolean
}

async function importFile(app: App, name: string, bytes: Buffer | 'too-large'): Promise<Stopped | undefined> {
  try {
    if (bytes === 'too-large')
      throw new Invalid({ file: { code: 'file-too-large', values: { most: '20 MB' } } })
    if (bytes.length === 0) throw new Invalid({ file: { code: 'file-missing' } })
    const { outcome, batch } = await importAtOnce(app, system('read-inbox'), {
      name,
      bytes,
      source: 'folder',
    })
    return outcome === 'waiting' ? { importId: batch.id, problem: null, isKnown: false } : undefined
  } catch (error) {
    if (!(error instanceof Invalid) && !(error instanceof Conflict)) throw error
    const problem = error instanceof Conflict ? error.problem : Object.values(error.problems)[0]!
    return { importId: null, problem, isKnown: problem.code === 'same-file-again' }
  }
}
