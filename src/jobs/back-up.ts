/** A copy of the database every night, checked; the last fourteen are kept. */
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { App } from '../app.js'

/** Copies the database to a file and checks the copy; nothing where the database keeps its own backups. */
export type BackUp = ((file: string) => Promise<{ bytes: number; events: number }>) | undefined

const nights = 14
const ofANight = /^gaung-\d{4}-\d{2}-\d{2}\.sqlite$/

export async function backUpNightly({ config, clock }: App, backUp: BackUp): Promise<string> {
  if (!backUp) return ''
  const folder = path.join(config.dataFolder, 'backups')
  const file = path.join(folder, `gaung-${clock.today()}.sqlite`)
  const { bytes, events } = await backUp(file)
  const old = (await readdir(folder))
    .filter(name => ofANight.test(name))
    .toSorted()
    .slice(0, -nights)
  for (const name of old) await rm(path.join(folder, name))
  return `${path.basename(file)}: ${bytes} bytes, ${events} audit events checked, ${old.length} old removed`
}
