import { figureNumber, gateText } from './print-figures.js'
import type { Calibration, CalibrationFigure } from './results.js'

const TITLES: Record<string, string> = {
  lift: 'Lift of one flight',
  warnings: 'Warnings where an assumption is broken',
  seasons: 'Seasons of six flights',
  spikes: 'Spikes',
  power: 'Chance foretold and seen',
  'fair-coin': 'Starts drawn by fair coin',
  'year-end': 'Rest of the year',
  delays: 'Days not yet complete',
  lots: 'Employers’ lots mixed in',
  speed: 'Speed',
}

/** Tables of a calibration, one for each part, after a list of the gates that are missed. */
export function calibrationTables({ date, seed, size, figures }: Calibration): string {
  const gated = figures.filter(({ met }) => met !== null)
  const missed = gated.filter(({ met }) => met === false)
  const list = missed.map(found => {
    return `- ${TITLES[found.part]}, ${rowName(found)}: ${found.measure} ${figureNumber(found)}, wanted ${gateText(found)}`
  })
  const head = `Run of ${date}, seed ${seed}, size ${size}. ${gated.length - missed.length} of ${gated.length} gates met${missed.length > 0 ? '; missed:' : '.'}`
  const parts = Object.entries(TITLES).map(([part, title]) => {
    const own = figures.filter(found => found.part === part && isShown(found))
    return own.length === 0 ? '' : `#### ${title}\n\n${table(own)}`
  })
  return [head, list.join('\n'), ...parts].filter(text => text !== '').join('\n\n')
}

/** Lifts of 10 and 40 % are in the data file; other methods show how far off they are. */
function isShown({ part, lift, method, measure }: CalibrationFigure): boolean {
  if (part !== 'lift') return true
  return (lift === 0 || lift === 0.2) && (method === 'gaung' || measure === 'error')
}

function table(figures: readonly CalibrationFigure[]): string {
  const columns = [...new Set(figures.map(columnName))]
  const rows = new Map<string, Map<string, string>>()
  for (const found of figures) {
    const name = rowName(found)
    const row = rows.get(name) ?? new Map<string, string>()
    row.set(columnName(found), cell(found))
    rows.set(name, row)
  }
  const lines = [...rows].map(
    ([name, row]) => `| ${name} | ${columns.map(column => row.get(column) ?? '').join(' | ')} |`,
  )
  return [`| | ${columns.join(' | ')} |`, `|---|${columns.map(() => '---').join('|')}|`, ...lines].join('\n')
}

function columnName({ measure, method }: CalibrationFigure): string {
  return method === 'gaung' ? measure : `${measure}, ${method}`
}

function rowName({ data, districts, exposed, lift, days }: CalibrationFigure): string {
  const words = [data]
  if (exposed !== undefined) words.push(`${exposed} of ${districts}`)
  else if (districts !== undefined) words.push(`${districts} districts`)
  if (days !== undefined) words.push(`${days} days`)
  if (lift !== undefined) words.push(`+${Math.round(100 * lift)} %`)
  return words.join(', ')
}

function cell(found: CalibrationFigure): string {
  const number = `${figureNumber(found)}${found.trials > 1 ? ` (${found.trials})` : ''}`
  return found.met === false ? `**${number}**` : number
}
