/** Backups of a SQLite database: made while it is in use, and worth nothing until they have been opened and read. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { sql, type Kysely } from 'kysely'
import { audit } from './audit.js'
import type { Connection } from './connection.js'
import { openToRead } from './sqlite-connection.js'
import type { Schema } from './schema.js'
import { verifyAudit } from './verify-audit.js'

export class BadBackup extends Error {}

export interface Backup {
  file: string
  bytes: number
  events: number
}

/** Writes aside, checks, and only then gives the copy its name: a file with that name is a good backup. */
export async function backUp(connection: Connection, file: string): Promise<Backup> {
  const aside = `${file}.part`
  await mkdir(path.dirname(file), { recursive: true })
  await rm(aside, { force: true })
  await connection.backup(aside)
  const { bytes, events } = await checkBackup(aside)
  await rename(aside, file)
  return { file, bytes, events }
}

/** Opens a copy, reads every page of it and follows its audit chain to the end. */
export async function checkBackup(file: string): Promise<Backup> {
  if (!existsSync(file)) throw new BadBackup(`there is no file ${file}`)
  try {
    return { file, bytes: (await stat(file)).size, events: await readThrough(file) }
  } catch (error) {
    throw new BadBackup(`${file} cannot be used: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function readThrough(file: string): Promise<number> {
  const copy = openToRead(file)
  try {
    await checkPages(copy)
    const finding = await verifyAudit(audit(copy))
    if (finding.ok) return finding.events
    throw new Error(`the audit chain breaks at event ${finding.sequence}: ${finding.why}`)
  } finally {
    await copy.destroy()
  }
}

async function checkPages(copy: Kysely<Schema>): Promise<void> {
  const pages = await sql<{ integrityCheck: string }>`pragma integrity_check`.execute(copy)
  const damage = pages.rows.map(row => row.integrityCheck).find(found => found !== 'ok')
  if (damage) throw new Error(`it is damaged: ${damage}`)
  const strays = await sql`pragma foreign_key_check`.execute(copy)
  if (strays.rows.length > 0) throw new Error(`${strays.rows.length} rows name what is not there`)
}

/**
 * Whether another process has the database open. Leaving write-ahead logging needs it alone, and says so at once
 * when it is not.
 */
export function isInUse(file: string): boolean {
  if (!existsSync(file)) return false
  const handle = new Database(file, { timeout: 0 })
  try {
    handle.pragma('journal_mode = DELETE')
    return false
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    handle.close()
  }
}
