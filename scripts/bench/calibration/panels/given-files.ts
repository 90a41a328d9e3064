import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Rows of numbers of a CSV file, without its head; null where the file is not there. */
export function readNumbers(folder: string, file: string): number[][] | null {
  const place = path.join(folder, file)
  if (!existsSync(place)) return null
  const bytes = readFileSync(place)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim()
  const lines = text.split('\n').slice(1)
  return lines.map(line => line.split(',').map(Number))
}
