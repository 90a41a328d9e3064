import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Calibration } from '../statistics/index.js'

let calibration: Calibration | undefined

/** The trials of this version, as its bench wrote them; read once. */
export function calibrationOf(root: string): Calibration {
  const file = path.join(root, 'db/reference/calibration.json')
  return (calibration ??= JSON.parse(readFileSync(file, 'utf8')) as Calibration)
}
