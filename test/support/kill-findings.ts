/** What is wrong after the kills: answers that are lost or doubled, files that are lost, doubled or not whole. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Store } from '../../src/db/store.js'
import { within, type Environment, type Week } from './kill-world.js'

export function killFindings(
  env: Environment,
  given: { acknowledged: Map<string, string>; uploaded: Set<string>; weeks: Week[] },
): Promise<string[]> {
  return within(env, async ({ store }) => [
    ...(await answerProblems(store, given)),
    ...(await fileProblems(store, env, given)),
  ])
}

/** Every broadcast was asked for once: no answer is there twice, and none that was confirmed is missing or another. */
async function answerProblems(
  store: Store,
  { acknowledged, weeks }: { acknowledged: Map<string, string>; weeks: Week[] },
): Promise<string[]> {
  const problems: string[] = []
  for (const { id } of weeks.flatMap(week => week.broadcasts.slice(1))) {
    const history = await store.confirmations.history(id)
    if (history.length > 1) problems.push(`${id} has ${history.length} answers`)
    const promised = acknowledged.get(id)
    if (promised !== undefined && history[0]?.note !== promised) problems.push(`${id} lost its answer`)
  }
  return problems
}

/** What is referenced is on the disk, whole; what was confirmed is referenced, once. */
async function fileProblems(
  store: Store,
  env: Environment,
  { uploaded, weeks }: { uploaded: Set<string>; weeks: Week[] },
): Promise<string[]> {
  const problems: string[] = []
  const kept = await store.evidence.listOf(weeks.map(week => week.broadcasts[0]!.id))
  const times = new Map<string, number>()
  for (const { fileId } of kept) {
    const { sha256 } = (await store.evidence.findFile(fileId!))!
    times.set(sha256, (times.get(sha256) ?? 0) + 1)
    const file = path.join(env['GAUNG_DATA']!, 'files', sha256.slice(0, 2), sha256)
    const found = createHash('sha256').update(readFileSync(file)).digest('hex')
    if (found !== sha256) problems.push(`${sha256} is not whole`)
  }
  for (const [sha256, count] of times) if (count > 1) problems.push(`${sha256} is there ${count} times`)
  for (const sha256 of uploaded) if (!times.has(sha256)) problems.push(`${sha256} was confirmed and is lost`)
  return problems
}
