/** Uploaded bytes on disk, each under the hash of its content: the same file is kept once and cannot change. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import type { KeptFile } from '../domain/evidence.js'
import { createProofChecker, type Purpose } from './proof-checker.js'

export interface FileStore {
  /** Keeps the bytes; when this returns they are on the disk, not only in a cache. */
  keep(bytes: Buffer): Promise<{ sha256: string; bytes: number }>
  /** Checks what a proof is, draws pictures anew, keeps the result. Refuses with a problem on `file`. */
  keepProof(bytes: Buffer): Promise<KeptFile>
  /** Checks what a material is and keeps it to the byte. Refuses with a problem on `file`. */
  keepMaterial(bytes: Buffer): Promise<KeptFile>
  read(sha256: string): Promise<Buffer>
  pathOf(sha256: string): string
  /** Ends what looks at proofs. */
  close(): void
}

export function createFileStore(folder: string): FileStore {
  const checker = createProofChecker()
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256')
    return path.join(folder, sha256.slice(0, 2), sha256)
  }
  const keep = async (bytes: Buffer) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const target = pathOf(sha256)
    const known = await stat(target).catch(() => undefined)
    if (known?.size !== bytes.length) await writeWhole(target, bytes)
    return { sha256, bytes: bytes.length }
  }
  const keepAs = (purpose: Purpose) => async (bytes: Buffer) => {
    const { bytes: accepted, ...facts } = await checker.check(bytes, purpose)
    return { ...(await keep(Buffer.from(accepted))), ...facts }
  }
  return {
    pathOf,
    keep,
    read: sha256 => readFile(pathOf(sha256)),
    keepProof: keepAs('proof'),
    keepMaterial: keepAs('material'),
    close: () => checker.close(),
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
  await syncFolder(path.dirname(target))
}

/** A name is on the disk once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
