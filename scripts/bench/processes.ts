/** The programs that are measured, each in a process of its own as people run it. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export interface Measured {
  url: string
  /** What the program printed until it was ready. */
  output: string
  /** From the start of the process to its first line with an address, in milliseconds. */
  startedIn: number
  stop(): Promise<void>
}

export const dataFolder = path.resolve('.bench')

/** The demo as `npm run demo` serves it, in a folder of its own; the first time it tells its season. */
export function startDemo(): Promise<Measured> {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    GAUNG_DATA: dataFolder,
    LOG_LEVEL: 'silent',
  }
  return start('dist/src/main.js', ['--demo'], { env, ready: /partner\s+http\S+/ })
}

/** Express and EJS with nothing around them: a page with one row of the same database. */
export function startBare(database: string): Promise<Measured> {
  return start('dist/scripts/bench/bare-server.js', [database], { env: process.env, ready: /http\S+/ })
}

function start(
  file: string,
  words: string[],
  { env, ready }: { env: NodeJS.ProcessEnv; ready: RegExp },
): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', code => reject(new Error(`${file} ended with ${code}:\n${output}`)))
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString()
      if (!ready.test(output)) return
      child.removeAllListeners('exit')
      const startedIn = performance.now() - began
      resolve({ url: /http\S+?:\d+/.exec(output)![0], output, startedIn, stop: () => stop(child) })
    })
  })
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise(resolve => {
    if (child.exitCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
