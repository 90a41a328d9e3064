import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { readLogAsFound, logRows } from '../../src/domain/read-log.js'
import type { LogRow } from '../../src/domain/station-log.js'
import { createTables } from '../../src/files/tables.js'
import { problemsOf } from '../support/refusal.js'

const folder = new URL('../known-values/logs/', import.meta.url)
const files = readdirSync(folder).filter(file => /^\d/.test(file))

/** Written by hand from what a person reads in each layout. */
interface Expected {
  kind: string
  runs: string[]
  rows: string
  swappedDays?: number
  refused?: string
}
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Record<
  string,
  Expected
>
const period = { first: '2011-10-31', last: '2011-11-06' }
const tables = createTables()

async function rowsOf(file: string): Promise<LogRow[]> {
  const rows: LogRow[] = []
  for (const table of await tables.sheets(readFileSync(new URL(file, folder))))
    for await (const batch of table.batches()) rows.push(...logRows(table.format, batch))
  return rows
}

describe('Station logs as stations make them', () => {
  it('are at least 25, each with what it must be read as', () => {
    expect(files.length).to.be.at.least(25)
    expect(files).to.have.members(Object.keys(expected))
  })

  for (const file of files) {
    const { refused, ...wanted } = expected[file]!
    it(`${file} is ${refused ? 'refused with the reason' : 'read right, and every row of it explained'}`, async () => {
      if (refused) {
        expect(await problemsOf(() => rowsOf(file))).to.deep.equal({ file: { code: refused } })
        return
      }
      const rows = await rowsOf(file)
      const medium = file.includes('print') ? 'print' : 'radio'
      const { reading, read } = readLogAsFound(rows, { period, medium })
      expect(read.rows.map(({ line }) => line)).to.deep.equal(rows.map(({ line }) => line))
      expect({
        kind: reading.kind,
        runs: read.entries.map(entry => {
          const { minute, second } = entry
          const parts =
            minute === null
              ? []
              : [Math.floor(minute / 60), minute % 60, ...(second === null ? [] : [second])]
          const time = parts.map(part => String(part).padStart(2, '0')).join('.')
          return [entry.day, time, entry.seconds ?? '', entry.text].join(' | ')
        }),
        rows: read.rows.map(({ line, meaning }) => `${line} ${meaning}`).join(', '),
        ...(read.swappedDays > 0 ? { swappedDays: read.swappedDays } : {}),
      }).to.deep.equal(wanted)
    })
  }
})
