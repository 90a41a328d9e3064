/** Counts as people write them: `1234`, `1.234`, `1,234`, `1 234`, `12,0`, `nihil`. Nothing else becomes a number. */

/** What stands in a cell that is no count. An empty cell says that nothing was reported, never zero. */
export type NoCount = 'empty' | 'dash' | 'negative' | 'fraction' | 'unreadable'

const plain = /^\d{1,9}$/
const grouped = /^[1-9]\d{0,2}(?:([.,' \u00a0\u202f])\d{3})(?:\1\d{3})*$/
/** Programs that know only fractions write 12 as `12.0`; three digits after the sign would be thousands. */
const wholeFraction = /^(\d{1,9})[.,]0{1,2}$/
const notReported = new Set([
  '',
  'n/a',
  'na',
  'n.a.',
  '#n/a',
  'null',
  'none',
  '?',
  'x',
  'belum',
  'belum lapor',
  'belum ada',
  'tidak lapor',
  'blm',
  'not reported',
])

export function writtenCount(text: string): number | NoCount {
  if (plain.test(text)) return Number(text)
  const lower = text.toLowerCase()
  if (notReported.has(lower)) return 'empty'
  if (/^[-–—]+$/.test(text)) return 'dash'
  if (lower === 'nihil' || lower === 'nil') return 0
  if (grouped.test(text)) return within(Number(text.replace(/\D/g, '')))
  const whole = wholeFraction.exec(text)
  if (whole) return Number(whole[1])
  if (/^(?:[-−]\s*\d[\d.,]*|\(\d[\d.,]*\))$/.test(text)) return 'negative'
  return /^\d+[.,]\d+$/.test(text) ? 'fraction' : 'unreadable'
}

/** The sign between thousands, where there is one. */
export function thousandsSign(text: string): string | undefined {
  return grouped.exec(text)?.[1]
}

function within(count: number): number | NoCount {
  return count <= 999_999_999 ? count : 'unreadable'
}
