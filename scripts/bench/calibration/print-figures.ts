import type { CalibrationFigure } from './results.js'

/** Prints the figures of a part, one line for each setting, with the gates that are missed. */
export function printFigures(figures: readonly CalibrationFigure[]): void {
  const lines = new Map<string, CalibrationFigure[]>()
  for (const found of figures) {
    const name = settingText(found)
    lines.set(name, [...(lines.get(name) ?? []), found])
  }
  for (const [name, row] of lines) console.log(`  ${name.padEnd(44)} ${row.map(figureText).join('; ')}`)
}

/** Every gate that is missed, and by how much. */
export function printMissed(figures: readonly CalibrationFigure[]): void {
  const gated = figures.filter(({ met }) => met !== null)
  const missed = gated.filter(({ met }) => met === false)
  console.log(`\n  ${gated.length - missed.length} of ${gated.length} gates met`)
  for (const found of missed)
    console.log(`  MISSED ${settingText(found)}: ${figureText(found)}, wanted ${gateText(found)}`)
}

function settingText({ data, method, districts, exposed, lift, days }: CalibrationFigure): string {
  const words = [data]
  if (exposed !== undefined) words.push(`${exposed} of ${districts}`)
  else if (districts !== undefined) words.push(`${districts} districts`)
  if (days !== undefined) words.push(`${days} days`)
  if (lift !== undefined) words.push(`+${Math.round(100 * lift)} %`)
  words.push(method)
  return words.join(', ')
}

const PLAIN = new Set(['milliseconds', 'megabytes', 'delay-days', 'growth'])

function figureText(found: CalibrationFigure): string {
  return `${found.measure} ${figureNumber(found)}${found.met === false ? ' MISSED' : ''} (n ${found.trials})`
}

/** The figure with its Monte-Carlo standard error. */
export function figureNumber({ measure, value, error }: CalibrationFigure): string {
  return `${text(measure, value)}${error === null ? '' : ` ± ${text(measure, error)}`}`
}

export function gateText({ measure, gate }: CalibrationFigure): string {
  const { atLeast, atMost } = gate!
  const low = atLeast === undefined ? '' : `≥ ${text(measure, atLeast)}`
  return `${low}${atMost === undefined ? '' : `${low && ' and '}≤ ${text(measure, atMost)}`}`
}

function text(measure: string, value: number): string {
  return PLAIN.has(measure) ? value.toPrecision(3) : `${(100 * value).toFixed(1)} %`
}
