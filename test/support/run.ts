import { spawn } from 'node:child_process'

export interface Ran {
  code: number | null
  output: string
}

/** Runs a command of `scripts/` as a process of its own, with nothing of this one's settings. */
export function runScript(name: string, words: string[], env: Record<string, string>): Promise<Ran> {
  const child = spawn(process.execPath, ['--import=tsx', `scripts/${name}.ts`, ...words], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LOG_LEVEL: 'silent', ...env },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })
}
