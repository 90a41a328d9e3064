export interface TwoWayFit {
  /** Factor of each row; 0 for a row with nothing to learn from. */
  rows: Float64Array
  /** Factor of each column, by column − from; 0 for a column with nothing to learn from. */
  columns: Float64Array
  /** Rounds until the row factors stood still. */
  rounds: number
}

export interface TwoWayOptions {
  /** Columns [from, to) that are fitted. */
  from: number
  to: number
  /** Relative change of row factors at which the fit stops; default 1e-10. */
  tolerance?: number
}

const MOST_ROUNDS = 2000

/**
 * Fits μ = row factor × column factor to the cells with `use` = 1 by iterative proportional fitting, which is the
 * maximum likelihood of a Poisson two-way model (Deming & Stephan 1940, Annals Math. Stat. 11:427; for its use in
 * imputing counterfactuals: Wooldridge 2023, Econometrics Journal 26:C31). Column factors are normalised so that a
 * row factor is the row's mean over the used columns when nothing is masked. Complete data need two rounds, masks a
 * few more; rows × columns steps each.
 */
export function fitTwoWay(
  counts: readonly Float64Array[],
  use: readonly Uint8Array[],
  { from, to, tolerance = 1e-10 }: TwoWayOptions,
): TwoWayFit {
  const rows = new Float64Array(counts.length).fill(1)
  const columns = new Float64Array(to - from).fill(1)
  for (let round = 1; ; round++) {
    const change = fitRows(counts, use, { from, rows, columns })
    fitColumns(counts, use, { from, rows, columns })
    if (change < tolerance || round === MOST_ROUNDS) return { rows, columns, rounds: round }
  }
}

interface Factors {
  from: number
  rows: Float64Array
  columns: Float64Array
}

/** Returns the largest relative change. */
function fitRows(
  counts: readonly Float64Array[],
  use: readonly Uint8Array[],
  { from, rows, columns }: Factors,
): number {
  let change = 0
  for (let i = 0; i < rows.length; i++) {
    let sum = 0
    let weight = 0
    for (let c = 0; c < columns.length; c++) {
      if (use[i]![from + c] === 0) continue
      sum += counts[i]![from + c]!
      weight += columns[c]!
    }
    const next = weight > 0 ? sum / weight : 0
    change = Math.max(change, Math.abs(next - rows[i]!) / (next + 1e-12))
    rows[i] = next
  }
  return change
}

function fitColumns(
  counts: readonly Float64Array[],
  use: readonly Uint8Array[],
  { from, rows, columns }: Factors,
): void {
  const sums = new Float64Array(columns.length)
  const weights = new Float64Array(columns.length)
  for (let i = 0; i < rows.length; i++) {
    for (let c = 0; c < columns.length; c++) {
      if (use[i]![from + c] === 0) continue
      sums[c]! += counts[i]![from + c]!
      weights[c]! += rows[i]!
    }
  }
  for (let c = 0; c < columns.length; c++) columns[c] = weights[c]! > 0 ? sums[c]! / weights[c]! : 0
}
