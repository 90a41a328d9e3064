import { readNumbers } from './given-files.js'
import type { TestPanel } from './test-panel.js'

const FROM = 90
const DAYS = 120

/** The given panels (14 districts, 3 of them exposed) under one lift of 0, .1, .2 or .4; null where they are not here. */
export function givenPanels(folder: string, lift: number): TestPanel[] | null {
  const base = readNumbers(folder, 'panels_s1/base_S1.csv.gz')
  const more = readNumbers(folder, 'panels_s1/inc_S1.csv.gz')
  const truths = readNumbers(folder, 'panels_s1/truth_S1.csv')
  if (base === null || more === null || truths === null) return null
  const percent = Math.round(100 * lift)
  const panels = new Map<number, TestPanel>()
  for (const [panel, which, , increment, , total] of truths)
    if (which === percent) panels.set(panel!, emptyPanel(total!, increment!))
  for (const [number, district, exposed, ...counts] of base) {
    const panel = panels.get(number!)!
    panel.counts[district! - 1] = Float64Array.from(counts)
    if (exposed === 1) panel.exposed.push(district! - 1)
  }
  for (const [number, district, which, ...counts] of more)
    if (which === percent)
      counts.forEach((count, k) => (panels.get(number!)!.counts[district! - 1]![FROM + k]! += count))
  return [...panels.values()]
}

function emptyPanel(base: number, increment: number): TestPanel {
  return { counts: [], exposed: [], neighbours: [], window: [FROM, DAYS], base, increment }
}
