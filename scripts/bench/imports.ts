/** Rows per second of an import through the product against the sqlite3 command line's `.import` of the same file. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { addDays } from '../../src/domain/time.js'
import { randomStream } from '../../src/statistics/random.js'
import { nationalCodes } from './national.js'
import { median, row } from './print.js'

interface Measured {
  /** In milliseconds. */
  took: number
  /** Largest resident size, in kilobytes. */
  peak: number
}

export function benchImports(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gaung-bench-'))
  try {
    const few = measure(folder, { rows: 100_000, rounds: 3 })
    const many = measure(folder, { rows: 1_000_000, rounds: 1 })
    row('peak memory', `${megabytes(many)} for 1,000,000 rows, ${megabytes(few)} for 100,000`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return Promise.resolve()
}

function measure(folder: string, { rows, rounds }: { rows: number; rounds: number }): Measured {
  const file = path.join(folder, `registrations-${rows}.csv`)
  writeFileSync(file, registrationRows(rows))
  const [ours, theirs]: [Measured[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    ours.push(importByProduct(path.join(folder, `${rows}-${round}`), file))
    const time = importBySqlite(path.join(folder, `${rows}-${round}.sqlite`), file)
    if (time !== undefined) theirs.push(time)
  }
  const rate = rows / (median(ours.map(({ took }) => took)) / 1000)
  row(`import of ${rows} rows`, `${Math.round(rate)} rows/s, read, checked, previewed and committed`)
  if (theirs.length === 0) row('sqlite3 .import', 'the sqlite3 command line is not installed')
  else {
    const other = rows / (median(theirs) / 1000)
    row(
      'sqlite3 .import of the same file',
      `${Math.round(other)} rows/s; ours is ${(rate / other).toFixed(3)} of it`,
    )
  }
  return ours[0]!
}

function megabytes({ peak }: Measured): string {
  return `${Math.round(peak / 1024)} MB`
}

/** A row per day, district and stream, as a national office would send them at once. */
function registrationRows(rows: number): string {
  const random = randomStream(1)
  const lines = ['tanggal,kabupaten,jalur,jumlah']
  for (let day = '2020-01-01'; lines.length <= rows; day = addDays(day, 1))
    for (const district of nationalCodes)
      for (const stream of ['mandiri', 'perusahaan'])
        if (lines.length <= rows) lines.push(`${day},${district},${stream},${random.poisson(9)}`)
  return `${lines.join('\n')}\n`
}

/** In a process of its own, so that its memory is its own. */
function importByProduct(dataFolder: string, file: string): Measured {
  const run = spawnSync(
    process.execPath,
    ['--enable-source-maps', '--import=tsx', 'scripts/bench/import-once.ts', dataFolder, file],
    { encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout) as Measured
}

function importBySqlite(database: string, file: string): number | undefined {
  const script = `create table counts (day text, district text, stream text, count integer);\n.mode csv\n.import --skip 1 ${file} counts\n`
  const began = performance.now()
  const run = spawnSync('sqlite3', [database], { input: script })
  return run.error ? undefined : performance.now() - began
}
