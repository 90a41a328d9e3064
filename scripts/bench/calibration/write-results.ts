/** Keeps a calibration: as data that the page of methods shows, and as tables in the README of the statistics. */
import { readFileSync, writeFileSync } from 'node:fs'
import { calibrationTables } from './markdown.js'
import type { Calibration } from './results.js'

const DATA = 'db/reference/calibration.json'
const README = 'src/statistics/README.md'
const BEGIN = '<!-- calibration: written by npm run bench -- calibration --size=full --write -->'
const END = '<!-- end of calibration -->'

export function writeResults(calibration: Calibration): void {
  writeFileSync(DATA, asJson(calibration))
  const text = readFileSync(README, 'utf8')
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${README} has no place for the tables: ${BEGIN} … ${END}`)
  const head = text.slice(0, begin + BEGIN.length)
  writeFileSync(README, `${head}\n\n${calibrationTables(calibration)}\n\n${text.slice(end)}`)
}

/** One figure a line, numbers to five digits: small, and a change can be read. */
function asJson({ figures, ...rest }: Calibration): string {
  const short = (_: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value
  const lines = figures.map(figure => JSON.stringify(figure, short)).join(',\n')
  const head = JSON.stringify(rest).slice(1, -1)
  return `{${head},"figures":[\n${lines}\n]}\n`
}
