/** What the tests started and must end: undone in reverse order when the run is over, so that the process ends by itself. */
const endings: (() => void | Promise<void>)[] = []

export function atEnd(end: () => void | Promise<void>): void {
  endings.push(end)
}

export async function endEverything(): Promise<void> {
  for (const end of endings.splice(0).toReversed()) await end()
}
