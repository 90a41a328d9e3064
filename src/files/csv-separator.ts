import { separators, type Separator } from '../domain/table.js'

const linesLookedAt = 60

/**
 * The sign that stands equally often in most lines. "Senin, 31 Oktober 2011;12" has one of each: the comma is the
 * one that also stands in prose and numbers, so that it loses a draw.
 */
export function findSeparator(text: string): Separator {
  const named = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1]
  if (named) return named as Separator
  const lines = withoutQuoted(text.slice(0, 100_000))
    .split(/\r\n|\r|\n/)
    .slice(0, linesLookedAt)
  const scored = separators.map(separator => ({ separator, ...evenness(lines, separator) }))
  const best = scored.toSorted(
    (a, b) => b.lines - a.lines || b.each - a.each || preference(a) - preference(b),
  )[0]!
  return best.lines > 0 ? best.separator : ','
}

const preferred: readonly Separator[] = ['\t', ';', '|', ',']

function preference({ separator }: { separator: Separator }): number {
  return preferred.indexOf(separator)
}

/** How many lines hold the sign its most usual number of times, and what that number is. */
function evenness(lines: readonly string[], separator: Separator): { lines: number; each: number } {
  const times = new Map<number, number>()
  for (const line of lines) {
    const count = line.split(separator).length - 1
    if (count > 0) times.set(count, (times.get(count) ?? 0) + 1)
  }
  const [each = 0, most = 0] = [...times].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  return { lines: most, each }
}

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, '""')
}
