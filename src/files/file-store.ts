/** Uploaded bytes on disk, each under the hash of its content: the same file is kept once and cannot change. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'

export interface FileStore {
  /** Keeps the bytes; when this returns they are on the disk, not only in a cache. */
  keep(bytes: Buffer): Promise<{ sha256: string; bytes: number }>
  read(sha256: string): Promise<Buffer>
  pathOf(sha256: string): string
}

export function createFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
    return path.join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    pathOf,
    read: sha256 => readFile(pathOf(sha256)),
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const target = pathOf(sha256)
      const known = await stat(target).catch(() => undefined)
      if (known?.size !== bytes.length) await writeWhole(target, bytes)
      return { sha256, bytes: bytes.length }
    },
  }
}

/** Written aside and renamed: nobody ever sees half a file. */
async function writeWhole(target: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(target), { recursive: true })
  const aside = `${target}.${randomUUID()}`
  const handle = await open(aside, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(aside, target)
}
