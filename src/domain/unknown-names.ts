/** Names in a sheet that nobody has explained yet, each with the line where it first stands. */
export interface UnknownName {
  text: string
  rows: number
  line: number
}

/** As many as one sitting can answer; the others come when these are known. */
const mostNames = 100

export function noteName(names: Map<string, UnknownName>, text: string, line: number): void {
  const known = names.get(text)
  if (known) known.rows++
  else if (names.size < mostNames) names.set(text, { text, rows: 1, line })
}
