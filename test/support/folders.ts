import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { atEndOfProcess } from './at-end.js'

/** One folder for the whole run, removed at its end. */
let root: string | undefined

export function newFolder(name = 'data'): string {
  root ??= makeRoot()
  return mkdtempSync(path.join(root, `${name}-`))
}

function makeRoot(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gaung-test-'))
  atEndOfProcess(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
