/** What the tests started and must end: undone in reverse order when the run is over, so that the process ends by itself. */
const endings: (() => void | Promise<void>)[] = []

export function atEnd(end: () => void | Promise<void>): void {
  endings.push(end)
}

/** All of them, even when one fails; the first failure is told. */
export async function endEverything(): Promise<void> {
  const failures: unknown[] = []
  for (const end of endings.splice(0).toReversed()) {
    await Promise.resolve()
      .then(end)
      .catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}
