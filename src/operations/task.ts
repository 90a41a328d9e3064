/** Long work as those see it who wait for it: how far it is, and whether they still want it. */
export interface Task {
  /** Aborted when somebody has cancelled the work. */
  signal: AbortSignal
  /** Tells how far the work is, 0 to 1. */
  progress: (share: number) => void
}

/** Work that nobody watches. */
export function unattended(): Task {
  return { signal: new AbortController().signal, progress: () => {} }
}

/** The part [from, to) of a task as a task of its own. */
export function partOf(task: Task, { from, to }: { from: number; to: number }): Task {
  return { signal: task.signal, progress: share => task.progress(from + share * (to - from)) }
}
