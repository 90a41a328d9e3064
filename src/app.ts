/** What every function of the shell is given: the world, as types. `main.ts` puts it together. */
import type { Config } from './config.js'
import type { Store } from './db/store.js'
import type { Clock } from './domain/time.js'
import type { AuditPacks } from './files/audit-pack.js'
import type { FileStore } from './files/file-store.js'
import type { Tables } from './files/tables.js'
import type { Compute } from './jobs/compute.js'
import type { JobName } from './jobs/timetable.js'
import type { Log } from './log.js'
import type { Passwords } from './passwords.js'
import type { Tokens } from './tokens.js'

export type { Store }

export interface App {
  config: Config
  log: Log
  clock: Clock
  store: Store
  files: FileStore
  /** Table files, read and written. */
  tables: Tables
  /** An SVG as a PNG of twice its size. */
  drawPng: (svg: string) => Promise<Buffer>
  auditPacks: AuditPacks
  tokens: Tokens
  passwords: Passwords
  /** Pure computations that are too long for the thread that answers requests. */
  compute: Compute
  /** A new id: a UUID that sorts by time. */
  newId(): string
  /** Asks for a job to run soon. What is due stands in the database, so nothing is lost when this is. */
  wake(job: JobName): void
  /** The address of this installation as others reach it. */
  url(path: string): string
}
