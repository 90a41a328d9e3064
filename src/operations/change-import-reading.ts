import type { App } from '../app.js'
import type { UserActor } from '../domain/actor.js'
import { Invalid } from '../domain/errors.js'
import { importSums } from '../domain/import-report.js'
import { leftOut, type LotMeaning, type Measure, type Reading } from '../domain/registration-sheet.js'
import { aliasKey } from '../domain/district.js'
import { streamKey } from '../domain/stream-alias.js'
import { openPreview, savePreview } from './open-import-preview.js'
import { planAsFound } from './plan-registration-import.js'
import { record } from './record.js'

/** `measure` is null while the sheet could not be read, and nobody could be asked. */
export type ReadingChange = Pick<Reading, 'roles' | 'dayOrder' | 'dash'> & {
  measure: Measure | null
  lots?: LotMeaning | null
}

/** Reads the file anew as the person says. */
export async function changeImportReading(
  app: App,
  actor: UserActor,
  id: string,
  change: ReadingChange,
): Promise<void> {
  const { batch, table } = await openPreview(app, id)
  if (change.roles.length !== batch.reading.roles.length)
    throw new Invalid({ '': { code: 'changed-meanwhile' } })
  const { measure: chosen, lots: meaning = null, ...answers } = change
  const said = chosen === null ? {} : { measure: chosen, measureChosen: true }
  const reading: Reading = { ...batch.reading, ...answers, lots: meaning, ...said }
  const plan = await planAsFound(app, { table, reading, columns: batch.report.columns })
  await app.store.write(async store => {
    await savePreview(store, id, {
      reading: plan.reading,
      report: plan.report,
      ...importSums(plan.report, plan.changes),
    })
    const { roles, dayOrder, dash, measure, lots } = plan.reading
    await record(app, store, actor, {
      action: 'registrations-read-anew',
      subject: ['registration-import', id],
      after: { roles, dayOrder, dash, measure, lots },
    })
  })
}

export interface NameAnswers {
  /** Written name → code of the district, or `left-out` for this import. */
  districts: Record<string, string>
  streams: Record<string, string>
}

/** Says which district a written name means: remembered for every later file. Rows may also be left out, this once. */
export async function answerImportNames(
  app: App,
  actor: UserActor,
  id: string,
  answers: NameAnswers,
): Promise<void> {
  const { batch, table } = await openPreview(app, id)
  const known = new Set((await app.store.districts.list()).map(district => district.code))
  const learned = Object.entries(answers.districts).filter(([, code]) => code !== leftOut)
  if (learned.some(([, code]) => !known.has(code))) throw new Invalid({ '': { code: 'not-a-choice' } })
  await app.store.write(async store => {
    const at = app.clock.now()
    for (const [text, code] of learned) await store.districts.learnAlias(text, code, { from: actor.name, at })
    await record(app, store, actor, {
      action: 'names-answered',
      subject: ['registration-import', id],
      after: { ...answers },
    })
  })
  const reading = withAnswers(batch.reading, answers)
  const plan = await planAsFound(app, { table, reading, columns: batch.report.columns })
  await app.store.write(store =>
    savePreview(store, id, {
      reading: plan.reading,
      report: plan.report,
      ...importSums(plan.report, plan.changes),
    }),
  )
}

function withAnswers(reading: Reading, answers: NameAnswers): Reading {
  const out = Object.entries(answers.districts).flatMap(([text, code]) =>
    code === leftOut ? [aliasKey(text)] : [],
  )
  const streams = Object.entries(answers.streams).map(([text, id]) => [streamKey(text), id])
  return {
    ...reading,
    leftOut: [...new Set([...reading.leftOut, ...out])],
    streamNames: { ...reading.streamNames, ...Object.fromEntries(streams) },
  }
}
