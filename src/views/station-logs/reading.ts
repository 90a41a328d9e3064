/** The form in which a person says how a log is to be read. */
import { key } from '../../domain/log-columns.js'
import { logRoles, notOurs, unclear } from '../../domain/station-log.js'
import type { Words } from '../../language/words.js'
import { formBuilder, freshForm, type FormState } from '../components/fields.js'
import type { Formats } from '../formats.js'
import { choices, field, heading, type FormPart } from '../forms/page.js'
import type { SummaryModel } from '../components/fields.js'
import type { LogFacts } from './facts.js'

export interface ReadingForm {
  title: string
  lede: string
  summary: SummaryModel
  action: string
  hidden: [name: string, value: string][]
  parts: FormPart[]
  button: string
}

const mostNames = 30

/** Texts of the log whose meaning can be chosen, in the order they come. */
export function namedTexts({ read }: LogFacts): string[] {
  const texts = new Map<string, string>()
  for (const { text } of read.entries)
    if (key(text) !== '' && !texts.has(key(text))) texts.set(key(text), text)
  return [...texts.values()].slice(0, mostNames)
}

export function readingForm(
  words: Words,
  formats: Formats,
  { facts, action, state = freshForm }: { facts: LogFacts; action: string; state?: FormState | undefined },
): ReadingForm {
  const t = words.stationLogs
  const { log } = facts
  const form = formBuilder(words, state)
  const roles = logRoles.map(role => [role, t.roles[role]!] as const)
  const columns = log.reading.roles.map((role, i) => {
    const label = log.reading.headings[i] || t.column(formats.number(i + 1))
    return form.select(`role-${i}`, label, roles, { value: role, hint: exampleOf(facts, i, t) })
  })
  const texts = namedTexts(facts)
  const meanings = meaningChoices(words, facts)
  const names = texts.map((text, i) =>
    form.select(`name-${i}`, text.slice(0, 80), meanings, {
      value: facts.meanings.get(key(text)) ?? unclear,
    }),
  )
  const missing = Object.entries(t.missingNames)
  return {
    title: t.reading,
    lede: t.readingLead,
    summary: form.summary,
    action,
    hidden: texts.map((text, i) => [`name-${i}-text`, key(text)]),
    parts: [
      ...columns.map(field),
      ...(names.length > 0 ? [heading(t.names, t.namesLead), ...names.map(field)] : []),
      choices(form.radios('missing', t.missing, missing, { value: log.missing })),
    ],
    button: t.readAgain,
  }
}

function meaningChoices(words: Words, { broadcasts }: LogFacts): [string, string][] {
  const t = words.stationLogs
  const materials = new Map(
    [...broadcasts.values()].map(b => [b.materialId, `${b.materialCode} ${b.materialTitle}`]),
  )
  return [...materials, [unclear, t.unclear], [notOurs, t.notOurs]]
}

function exampleOf({ log, read }: LogFacts, column: number, t: Words['stationLogs']): string {
  const line = read.entries[0]?.line
  const row = log.rows.find(row => row.line === line)
  const text = row?.cells[column] ?? ''
  return text === '' ? '' : t.example(text.slice(0, 60))
}
