/** An audit pack as entries of an archive, with a manifest of hashes that the verifier inside checks. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { evidenceHashes, evidencePath, packFiles } from '../domain/audit-pack/files.js'
import type { PackFacts } from '../domain/audit-pack/facts.js'
import type { FileStore } from './file-store.js'
import { zip, type ArchiveEntry } from './zip.js'

export interface AuditPacks {
  /** The pack as a ZIP file, piece by piece: the same facts give the same bytes. */
  pack(source: PackSource): AsyncGenerator<Buffer>
}

interface PackSource {
  /** What it is about: the number of an order, or a period. */
  subject: string
  facts: PackFacts
  readme: string
}

interface Tools {
  verifier: Buffer
  files: Pick<FileStore, 'read'>
}

export function createAuditPacks(root: string, files: FileStore): AuditPacks {
  return {
    async *pack(source) {
      const verifier = await readFile(path.join(root, 'scripts/verify-pack.mjs'))
      yield* zip(entriesOf(source, { verifier, files }))
    },
  }
}

interface ListedFile {
  path: string
  bytes: number
  sha256: string
  /** The first half of the hash of each row. */
  rows?: string[]
}

/** Entries one by one; files of evidence are read when their turn comes. The manifest comes last. */
async function* entriesOf(source: PackSource, { verifier, files }: Tools): AsyncGenerator<ArchiveEntry> {
  const listed: ListedFile[] = []
  const listing = (entry: ArchiveEntry, rows?: string[]) => {
    const { path: name, bytes } = entry
    listed.push({ path: name, bytes: bytes.length, sha256: sha256(bytes), ...(rows ? { rows } : {}) })
    return entry
  }
  yield listing({ path: 'README.txt', bytes: Buffer.from(source.readme) })
  yield listing({ path: 'verify.mjs', bytes: verifier })
  for (const { path: name, text, isRows } of packFiles(source.facts)) {
    const hashes = text
      .split('\n')
      .slice(0, -1)
      .map(row => sha256(Buffer.from(row)).slice(0, 32))
    yield listing({ path: name, bytes: Buffer.from(text) }, isRows ? hashes : undefined)
  }
  for (const hash of evidenceHashes(source.facts)) {
    const bytes = await files.read(hash)
    yield listing({ path: evidencePath(hash), bytes })
  }
  yield { path: 'manifest.json', bytes: manifestOf(source, listed) }
}

/** The digest is taken of the manifest without it; the verifier takes it again. */
function manifestOf({ subject, facts }: PackSource, files: readonly ListedFile[]): Buffer {
  const last = facts.events.at(-1)
  const manifest = {
    format: 'gaung-audit-pack/1',
    subject,
    orders: facts.orders.map(({ number }) => number),
    lastEvent: last ? { sequence: last.sequence, hash: last.hash } : null,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  }
  const digest = sha256(Buffer.from(JSON.stringify(manifest)))
  return Buffer.from(`${JSON.stringify({ ...manifest, digest }, null, 1)}\n`)
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
