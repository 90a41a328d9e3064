/** What the tests started and must end: undone in reverse order when the run is over, so that the process ends by itself. */
const endings: (() => void | Promise<void>)[] = []

export function atEnd(end: () => void | Promise<void>): void {
  endings.push(end)
}

/** All of them, even when one fails; the first failure is told. */
export async function endEverything(): Promise<void> {
  const failures: unknown[] = []
  for (const end of endings.splice(0).toReversed()) {
    const failure = await attempt(end)
    if (failure !== undefined) failures.push(failure)
  }
  if (failures.length > 0) throw failures[0]
}

/** For a process that is already ending and waits for nobody: folders are removed, what runs ends with it. */
export function endAtOnce(): void {
  for (const end of endings.splice(0).toReversed()) void attempt(end)
}

/** What went wrong, if anything. */
async function attempt(end: () => void | Promise<void>): Promise<unknown> {
  try {
    await end()
    return undefined
  } catch (error) {
    return error
  }
}
