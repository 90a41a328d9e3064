/** Verdicts on made-up seasons, held against the truth. Options: --seasons=N --seed=N --write (the committed table). */
import { writeFileSync } from 'node:fs'
import { methodVersion } from '../../../src/domain/judgement.js'
import {
  judgedKinds,
  shareOfJudged,
  shareOfKinds,
  type SeasonRates,
} from '../../../src/domain/season-rates.js'
import { verdictKinds, type VerdictKind } from '../../../src/domain/verdict.js'
import { judgeSeason, type Outcome } from './judge-season.js'
import { drawSeason } from './season.js'

const table = 'src/domain/season-rates-measured.ts'

export async function benchVerdicts(options: readonly string[]): Promise<void> {
  const option = (name: string) => options.find(each => each.startsWith(`--${name}=`))?.split('=')[1]
  const [seasons, seed] = [Number(option('seasons') ?? 50), Number(option('seed') ?? 20111122)]
  const outcomes: Outcome[] = []
  for (let season = 0; season < seasons; season++) {
    outcomes.push(...judgeSeason(drawSeason(seed, season)))
    const isLast = season + 1 === seasons
    if (isLast || (season + 1) % writtenEvery === 0) {
      const rates = ratesOf(outcomes, season + 1, seed)
      if (isLast) print(rates)
      if (options.includes('--write')) await write(rates)
    }
  }
}

/** A long run that is broken off leaves what it has counted so far. */
const writtenEvery = 25

function ratesOf(outcomes: readonly Outcome[], seasons: number, seed: number): SeasonRates {
  const given = outcomes.filter(({ kind, covered }) => covered !== null && judgedKinds.includes(kind))
  const refused = new Map<string, number>()
  for (const { reason } of outcomes) if (reason) refused.set(reason, (refused.get(reason) ?? 0) + 1)
  return {
    seasons,
    seed,
    methodVersion,
    withoutEffect: kindsOf(outcomes.filter(({ worked }) => !worked)),
    planted: kindsOf(outcomes.filter(({ worked }) => worked)),
    covered: given.filter(({ covered }) => covered).length,
    intervals: given.length,
    refused: Object.fromEntries([...refused].toSorted((a, b) => b[1] - a[1])),
  }
}

function kindsOf(outcomes: readonly Outcome[]): Record<VerdictKind, number> {
  const count = (kind: VerdictKind) => outcomes.filter(outcome => outcome.kind === kind).length
  return Object.fromEntries(verdictKinds.map(kind => [kind, count(kind)])) as Record<VerdictKind, number>
}

/** The gates of the issue beside what was found. */
function print(rates: SeasonRates): void {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  const { withoutEffect, planted } = rates
  const all = (verdicts: Record<VerdictKind, number>) => Object.values(verdicts).reduce((a, b) => a + b, 0)
  console.log(`  ${rates.seasons} seasons, seed ${rates.seed}, method ${rates.methodVersion}`)
  const line = (what: string, share: number, gate: string) =>
    console.log(`  ${what.padEnd(58)} ${percent(share).padStart(8)}   ${gate}`)
  line(
    `"strong" without effect (${all(withoutEffect)})`,
    shareOfKinds(withoutEffect, ['strong']),
    'at most 2 %',
  )
  line(
    '"strong" or "indication" without effect',
    shareOfKinds(withoutEffect, ['strong', 'indication']),
    'at most 7 %',
  )
  line(
    `"strong" or "indication", 30 % planted (${all(planted)})`,
    shareOfKinds(planted, ['strong', 'indication']),
    'at least 80 %',
  )
  line('the same, of those that were judged', shareOfJudged(planted, ['strong', 'indication']), '')
  line(`95 % intervals that cover (${rates.intervals})`, rates.covered / rates.intervals, 'at least 92 %')
  for (const kind of verdictKinds)
    console.log(`  ${kind.padEnd(16)} without ${withoutEffect[kind]}   planted ${planted[kind]}`)
  for (const [reason, count] of Object.entries(rates.refused)) console.log(`  not judged: ${reason} ${count}`)
}

async function write(rates: SeasonRates): Promise<void> {
  const text = `/** Written by \`npm run bench -- verdicts --seasons=${rates.seasons} --write\`. */
import type { SeasonRates } from './season-rates.js'

export const measuredRates: SeasonRates = ${JSON.stringify(rates, null, 2)}
`
  const { format, resolveConfig } = await import('prettier')
  const config = await resolveConfig(table)
  writeFileSync(table, await format(text, { ...config, parser: 'typescript' }))
}
