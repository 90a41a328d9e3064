import type { App, Store } from '../app.js'
import { addMinutes } from '../domain/time.js'

/** Answers come in bursts, a week of runs at a time: what is judged waits until most of a burst is in. */
const minutes = 10

/** Has the campaigns judged again in ten minutes, once for all that came until then; part of the caller's transaction. */
export async function judgeSoon({ clock }: App, store: Store): Promise<void> {
  await store.jobs.bringForward('judge-campaigns', addMinutes(clock.now(), minutes), clock.now())
}
