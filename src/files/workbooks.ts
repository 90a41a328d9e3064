/**
 * Reads workbooks in processes of their own. A worker thread would not do: when one runs out of memory, Node.js ends
 * the whole process (nodejs/node#47224). A process ends alone, and the person learns why.
 */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Invalid } from '../domain/errors.js'
import type { TableRow } from '../domain/table.js'

export interface Sheet {
  name: string
  hidden: boolean
  /** Rows as lines of JSON, a few thousand rows each: far smaller than the rows themselves. */
  batches: Buffer[]
}

export interface WorkbookLimits {
  milliseconds: number
  heapMegabytes: number
}

const usualLimits: WorkbookLimits = { milliseconds: 30_000, heapMegabytes: 384 }
const mostAtATime = 2
const mostOutput = 200_000_000
const tooHeavy = () => new Invalid({ file: { code: 'workbook-too-heavy' } })

export type ReadWorkbook = (bytes: Uint8Array) => Promise<Sheet[]>

/** A reader that lets at most two workbooks be read at a time; the others wait for their turn. */
export function createWorkbookReader(limits: WorkbookLimits = usualLimits): ReadWorkbook {
  let reading = 0
  const waiting: (() => void)[] = []
  return async bytes => {
    if (reading >= mostAtATime) await new Promise<void>(resolve => waiting.push(resolve))
    else reading += 1
    try {
      return sheetsIn(await linesFrom(bytes, limits))
    } finally {
      const next = waiting.shift()
      if (next) next()
      else reading -= 1
    }
  }
}

function linesFrom(bytes: Uint8Array, limits: WorkbookLimits): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, commandLine(limits), { env: {}, stdio: ['pipe', 'pipe', 'ignore'] })
    const parts: Buffer[] = []
    let size = 0
    const impatience = setTimeout(() => child.kill('SIGKILL'), limits.milliseconds)
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size > mostOutput) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('close', code => {
      clearTimeout(impatience)
      if (code === 0) resolve(Buffer.concat(parts))
      else reject(tooHeavy())
    })
    child.stdin.on('error', () => {})
    child.stdin.end(bytes)
  })
}

function commandLine({ heapMegabytes }: WorkbookLimits): string[] {
  const fromSource = import.meta.filename.endsWith('.ts')
  const file = fromSource ? './workbook-from-source.mjs' : './workbook-process.js'
  return [`--max-old-space-size=${heapMegabytes}`, fileURLToPath(new URL(file, import.meta.url))]
}

interface Message {
  sheet?: { name: string; hidden: boolean }
  refused?: ConstructorParameters<typeof Invalid>[0]
}

/** Lines of rows are kept as they are; the short ones between them say what they belong to. */
function sheetsIn(output: Buffer): Sheet[] {
  const sheets: Sheet[] = []
  let at = 0
  for (let end = output.indexOf(10); end !== -1; end = output.indexOf(10, at)) {
    const line = output.subarray(at, end)
    at = end + 1
    if (line.subarray(0, 8).equals(rowsMark)) {
      sheets.at(-1)!.batches.push(line)
      continue
    }
    const message = JSON.parse(line.toString()) as Message
    if (message.refused) throw new Invalid(message.refused)
    if (message.sheet) sheets.push({ ...message.sheet, batches: [] })
  }
  return sheets
}

const rowsMark = Buffer.from('{"rows":')

export function rowsIn(batch: Buffer): TableRow[] {
  return (JSON.parse(batch.toString()) as { rows: TableRow[] }).rows
}
