/**
 * How often the statistics are wrong, measured on data whose truth is known: rates with seeds, sizes and Monte-Carlo
 * errors, beside the gates they have to pass. Options: --size=quick|middle|full --seed=N --only=part,part --cases=folder
 * --write.
 */
import { delaysPart } from './forecast/delays-part.js'
import { yearEndPart } from './forecast/year-end-part.js'
import { liftPart } from './lift/lift-part.js'
import { lotsPart } from './lots/lots-part.js'
import type { Part } from './part.js'
import { fairCoinPart } from './planning/fair-coin-part.js'
import { powerPart } from './planning/power-part.js'
import { startPool } from './pool.js'
import { printFigures, printMissed } from './print-figures.js'
import { seasonsPart } from './seasons/seasons-part.js'
import type { Calibration } from './results.js'
import { sizes, type Size } from './sizes.js'
import { speedPart } from './speed/speed-part.js'
import { spikesPart } from './spikes/spikes-part.js'
import { warningsPart } from './warnings/warnings-part.js'
import { writeResults } from './write-results.js'

const parts: Record<string, Part> = {
  speed: speedPart,
  lift: liftPart,
  warnings: warningsPart,
  seasons: seasonsPart,
  spikes: spikesPart,
  power: powerPart,
  'fair-coin': fairCoinPart,
  'year-end': yearEndPart,
  delays: delaysPart,
  lots: lotsPart,
}

export async function benchCalibration(words: readonly string[]): Promise<void> {
  const options = readOptions(words)
  console.log(`  size ${options.size}, seed ${options.seed}`)
  const pool = startPool()
  const figures: Calibration['figures'] = []
  try {
    for (const name of options.only) {
      const began = performance.now()
      const found = await parts[name]!({ ...options, pool, sizes: sizes[options.size] })
      console.log(`\n  ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
      printFigures(found)
      figures.push(...found)
    }
  } finally {
    await pool.close()
  }
  printMissed(figures)
  const date = new Date().toISOString().slice(0, 10)
  if (options.write) writeResults({ date, seed: options.seed, size: options.size, figures })
}

interface Options {
  size: Size
  seed: number
  only: string[]
  cases: string
  /** Whether the data file and the tables of the README are written anew. */
  write: boolean
}

function readOptions(words: readonly string[]): Options {
  const given = new Map(words.map(word => word.slice(2).split('=') as [string, string | undefined]))
  const size = given.get('size') ?? 'quick'
  const only = given.get('only')?.split(',') ?? Object.keys(parts)
  if (!isSize(size)) throw new RangeError(`--size is one of ${Object.keys(sizes).join(', ')}, not ${size}`)
  if (given.has('write') && given.has('only'))
    throw new RangeError('--write keeps a whole calibration: leave --only out')
  const unknown = only.find(name => !(name in parts))
  if (unknown !== undefined)
    throw new RangeError(`no part ${unknown}; there are ${Object.keys(parts).join(', ')}`)
  return {
    size,
    only,
    seed: Number(given.get('seed') ?? 20261122),
    cases: given.get('cases') ?? '../shared/cases',
    write: given.has('write'),
  }
}

function isSize(word: string): word is Size {
  return word in sizes
}
