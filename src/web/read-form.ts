/** Turns what a form sent into typed values, or into one problem per field with what was typed kept. */
import { z } from 'zod'
import type { Problem, ProblemCode } from '../domain/problem.js'
import { problemCodes } from '../domain/problem.js'
import type { Visit } from './visit.js'

export type Typed = Record<string, string | string[]>
export type Problems = Record<string, Problem>

export type Form<T> = { ok: true; value: T; typed: Typed } | { ok: false; problems: Problems; typed: Typed }

export function readForm<Schema extends z.ZodObject>(visit: Visit, schema: Schema): Form<z.infer<Schema>> {
  return readFields(visit.req.body, schema)
}

/** The same for a filter in the address. */
export function readFilter<Schema extends z.ZodObject>(visit: Visit, schema: Schema): Form<z.infer<Schema>> {
  return readFields(visit.req.query, schema)
}

/** The same for fields that were already taken out of a form. */
export function readFields<Schema extends z.ZodObject>(
  fields: unknown,
  schema: Schema,
): Form<z.infer<Schema>> {
  const typed = withLists(schema, typedFields(fields))
  const read = schema.safeParse(typed)
  if (read.success) return { ok: true, value: read.data, typed }
  return { ok: false, problems: problemsOf(read.error), typed }
}

export function typedFields(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {}
  const fields = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === 'string' ||
      (Array.isArray(entry[1]) && entry[1].every(item => typeof item === 'string')),
  )
  return Object.fromEntries(fields)
}

/** One ticked box arrives as a text, none as nothing: where a list is wanted, both become lists. */
function withLists(schema: z.ZodObject, typed: Typed): Typed {
  const lists = Object.entries(schema.shape).filter(([, field]) => wantsList(field as z.ZodType))
  return { ...typed, ...Object.fromEntries(lists.map(([name]) => [name, [typed[name] ?? []].flat()])) }
}

function wantsList(field: z.ZodType): boolean {
  if (field instanceof z.ZodPipe) return wantsList(field.in as z.ZodType)
  return field instanceof z.ZodArray
}

function problemsOf(error: z.ZodError): Problems {
  const problems: Problems = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') problems[''] ??= { code: 'unexpected-field' }
    else problems[String(issue.path[0] ?? '')] ??= problemOf(issue.message)
  }
  return problems
}

/** Fields name their problem as `code` or `code:name=value`. */
function problemOf(message: string): Problem {
  const [code, values] = message.split(':', 2) as [string, string?]
  if (!(problemCodes as readonly string[]).includes(code)) return { code: 'required' }
  if (!values) return { code: code as ProblemCode }
  const [name, value] = values.split('=', 2) as [string, string]
  return { code: code as ProblemCode, values: { [name]: value } }
}
