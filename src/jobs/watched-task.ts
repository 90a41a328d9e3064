/** A running job as others see it: how far it is stands in the database, and so does that it is to stop. */
import type { App } from '../app.js'
import type { Task } from '../operations/task.js'
import type { JobName } from './timetable.js'

/** How often a running job looks whether it is still wanted. */
const lookEvery = 500

export interface WatchedTask extends Task {
  end(): Promise<void>
}

/** `cancelled`: somebody asked for it to stop before it had begun. */
export function watchedTask(
  { store, log }: App,
  name: JobName,
  { cancelled }: { cancelled: boolean },
): WatchedTask {
  const stop = new AbortController()
  if (cancelled) stop.abort()
  let share: number | null = null
  let looking: Promise<void> | undefined
  const look = async () => {
    const isWanted = await store.write(tx => tx.jobs.goOn(name, share))
    if (!isWanted) stop.abort()
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => log.error({ err: error, job: name }, 'a running job cannot be watched'))
      .finally(() => (looking = undefined))
  }, lookEvery)
  timer.unref()
  return {
    signal: stop.signal,
    progress: reached => void (share = reached),
    async end() {
      clearInterval(timer)
      await looking
    },
  }
}
