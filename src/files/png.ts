/** SVG → PNG in a process of its own, which ends with the picture or after its time. */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const milliseconds = 20_000
const mostBytes = 20_000_000

/** Bytes of a PNG on white ground, twice the size that the drawing states. Fails with what the process said. */
export function drawPng(svg: string): Promise<Buffer> {
  const fromSource = import.meta.filename.endsWith('.ts')
  const file = fromSource ? './png-from-source.mjs' : './png-process.js'
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--max-old-space-size=128', fileURLToPath(new URL(file, import.meta.url))],
      { env: {}, encoding: 'buffer', timeout: milliseconds, killSignal: 'SIGKILL', maxBuffer: mostBytes },
      (error, png) => (error ? reject(error) : resolve(png)),
    )
    child.stdin?.end(svg)
  })
}
