import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Context } from 'mocha'
import { skipBecause } from './skip.js'

const folder = path.resolve('../shared/cases')

export const casesAreHere = existsSync(folder)

/** Call in `before`: the public cases are not part of the project. */
export function needCases(context: Context): void {
  if (!casesAreHere) skipBecause(context, 'the public cases are not here (../shared/cases)')
}

/** Rows of a CSV file of the public cases, gzipped or not. */
export function readCase(file: string): Record<string, string>[] {
  const bytes = readFileSync(path.join(folder, file))
  return parse(file.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true, bom: true })
}

export function readExpected(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, unknown>
}
