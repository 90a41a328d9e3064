/**
 * Assigns every row a column of its own so that the costs add up to the least possible. Takes a table of finite costs,
 * row by row, with at least as many columns as rows; returns the column of each row. What may be left unassigned gets
 * columns of its own with the cost of leaving it. Refuses a table of another size and costs that are not finite.
 *
 * Shortest augmenting paths with dual prices, after R. Jonker & A. Volgenant (1987), "A shortest augmenting path
 * algorithm for dense and sparse linear assignment problems", Computing 38:325–340, in the rectangular form of
 * D. F. Crouse (2016), "On implementing 2D rectangular assignment algorithms", IEEE Transactions on Aerospace and
 * Electronic Systems 52:1679–1696. Time: rows² × columns at most.
 */
export function assign(costs: Float64Array, rows: number, columns: number): Int32Array {
  if (costs.length !== rows * columns || rows > columns) throw new RangeError('a table of other size')
  if (costs.some(cost => !Number.isFinite(cost))) throw new RangeError('a cost that is not finite')
  const found: Found = {
    columnOf: new Int32Array(rows).fill(-1),
    rowOf: new Int32Array(columns).fill(-1),
    rowPrice: new Float64Array(rows),
    columnPrice: new Float64Array(columns),
  }
  for (let row = 0; row < rows; row++) augment({ costs, columns }, row, found)
  return found.columnOf
}

interface Found {
  columnOf: Int32Array
  rowOf: Int32Array
  rowPrice: Float64Array
  columnPrice: Float64Array
}

interface Costs {
  costs: Float64Array
  columns: number
}

/** Finds the shortest way from a free row to a free column, moves prices along it, and swaps the assignments on it. */
function augment(table: Costs, start: number, found: Found): void {
  const { columns } = table
  const distance = new Float64Array(columns).fill(Infinity)
  const cameFrom = new Int32Array(columns).fill(-1)
  const closed = new Uint8Array(columns)
  let row = start
  let reached = 0
  let last = -1
  while (last === -1) {
    relax(table, { row, reached, distance, cameFrom, closed }, found)
    const column = nearest(distance, closed)
    closed[column] = 1
    reached = distance[column]!
    if (found.rowOf[column] === -1) last = column
    else row = found.rowOf[column]!
  }
  found.rowPrice[start]! += reached
  for (let column = 0; column < columns; column++) {
    if (closed[column] === 0 || column === last) continue
    const shift = reached - distance[column]!
    found.rowPrice[found.rowOf[column]!]! += shift
    found.columnPrice[column]! -= shift
  }
  swapAlong(cameFrom, { start, last }, found)
}

interface Search {
  row: number
  reached: number
  distance: Float64Array
  cameFrom: Int32Array
  closed: Uint8Array
}

function relax({ costs, columns }: Costs, search: Search, { rowPrice, columnPrice }: Found): void {
  const { row, reached, distance, cameFrom, closed } = search
  const base = reached - rowPrice[row]!
  for (let column = 0; column < columns; column++) {
    if (closed[column] === 1) continue
    const length = base + costs[row * columns + column]! - columnPrice[column]!
    if (length >= distance[column]!) continue
    distance[column] = length
    cameFrom[column] = row
  }
}

function nearest(distance: Float64Array, closed: Uint8Array): number {
  let best = -1
  for (let column = 0; column < distance.length; column++)
    if (closed[column] === 0 && (best === -1 || distance[column]! < distance[best]!)) best = column
  return best
}

function swapAlong(
  cameFrom: Int32Array,
  { start, last }: { start: number; last: number },
  found: Found,
): void {
  let column = last
  for (;;) {
    const row = cameFrom[column]!
    const before = found.columnOf[row]!
    found.rowOf[column] = row
    found.columnOf[row] = column
    if (row === start) return
    column = before
  }
}
