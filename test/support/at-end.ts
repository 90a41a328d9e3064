/** What the tests started and must end, in reverse order: with the file that started it, or with the process that shares it. */
type End = () => void | Promise<void>

const ofTheFile: End[] = []
const ofTheProcess: End[] = []

export function atEndOfFile(end: End): void {
  ofTheFile.push(end)
}

export function atEndOfProcess(end: End): void {
  ofTheProcess.push(end)
}

export async function endFile(): Promise<void> {
  await endAll(ofTheFile)
}

export async function endProcess(): Promise<void> {
  await endAll(ofTheProcess)
}

/** For a process that is already ending and waits for nobody: folders are removed, what runs ends with it. */
export function endAtOnce(): void {
  for (const end of [...ofTheProcess.splice(0), ...ofTheFile.splice(0)].toReversed()) void attempt(end)
}

/** All of them, even when one fails; the first failure is told. */
async function endAll(endings: End[]): Promise<void> {
  const failures: unknown[] = []
  for (const end of endings.splice(0).toReversed()) {
    const failure = await attempt(end)
    if (failure !== undefined) failures.push(failure)
  }
  if (failures.length > 0) throw failures[0]
}

/** What went wrong, if anything. */
async function attempt(end: End): Promise<unknown> {
  try {
    await end()
    return undefined
  } catch (error) {
    return error
  }
}
