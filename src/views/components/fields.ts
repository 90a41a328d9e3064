/** Models of form fields: what was typed comes back, and beside each field the reason it was refused. */
import type { Problem } from '../../domain/problem.js'
import type { Words } from '../../language/words.js'

export interface FormState {
  typed: Record<string, string | string[]>
  problems: Record<string, Problem>
}

export const freshForm: FormState = { typed: {}, problems: {} }

export function formWith(typed: FormState['typed']): FormState {
  return { typed, problems: {} }
}

export interface Option {
  value: string
  label: string
  /** A quieter line under the label. */
  note?: string
  chosen: boolean
}

export interface FieldModel {
  id: string
  name: string
  label: string
  kind:
    | 'text'
    | 'email'
    | 'password'
    | 'date'
    | 'datetime-local'
    | 'number'
    | 'search'
    | 'url'
    | 'tel'
    | 'file'
    | 'textarea'
    | 'select'
  value: string
  hint: string
  error: string
  optional: string
  required: boolean
  describedBy: string
  autocomplete: string
  inputmode: string
  width: string
  rows: number
  options: Option[]
}

export interface ChoicesModel {
  id: string
  name: string
  label: string
  kind: 'radio' | 'checkbox'
  hint: string
  error: string
  options: Option[]
}

export interface SummaryModel {
  title: string
  problems: { label: string; href: string }[]
}

interface FieldOptions {
  kind?: Exclude<FieldModel['kind'], 'select'>
  value?: string
  hint?: string
  optional?: boolean
  autocomplete?: string
  inputmode?: string
  width?: 'narrow' | 'medium' | ''
  rows?: number
}

type Pair = readonly [value: string, label: string, note?: string]

export interface FormBuilder {
  input(name: string, label: string, options?: FieldOptions): FieldModel
  select(
    name: string,
    label: string,
    pairs: readonly Pair[],
    options?: { value?: string; hint?: string },
  ): FieldModel
  radios(
    name: string,
    label: string,
    pairs: readonly Pair[],
    options?: { value?: string; hint?: string },
  ): ChoicesModel
  checkboxes(
    name: string,
    label: string,
    pairs: readonly Pair[],
    options?: { values?: readonly string[]; hint?: string },
  ): ChoicesModel
  summary: SummaryModel
}

/** Builds the fields of one form; `prefix` keeps ids apart where a page has several. */
export function formBuilder(words: Words, state: FormState, prefix = ''): FormBuilder {
  const labels = new Map<string, string>()
  const id = (name: string) => `${prefix}${name}`
  const error = (name: string) => (state.problems[name] ? problemText(words, state.problems[name]) : '')
  const typedText = (name: string) => [state.typed[name] ?? []].flat()[0]
  const typedList = (name: string) => (name in state.typed ? [state.typed[name]!].flat() : undefined)

  function field(name: string, label: string, options: FieldOptions): FieldModel {
    labels.set(name, label)
    const hint = options.hint ?? ''
    const described = [hint && `${id(name)}-hint`, error(name) && `${id(name)}-error`]
    return {
      id: id(name),
      name,
      label,
      kind: options.kind ?? 'text',
      value: typedText(name) ?? options.value ?? '',
      hint,
      error: error(name),
      optional: options.optional ? words.common.optional : '',
      required: !options.optional,
      describedBy: described.filter(Boolean).join(' '),
      autocomplete: options.autocomplete ?? '',
      inputmode: options.inputmode ?? '',
      width: options.width ?? '',
      rows: options.rows ?? 4,
      options: [],
    }
  }

  function group(
    kind: ChoicesModel['kind'],
    name: string,
    label: string,
    more: { pairs: readonly Pair[]; chosen: readonly string[]; hint: string | undefined },
  ): ChoicesModel {
    labels.set(name, label)
    const chosen = typedList(name) ?? more.chosen
    const options = more.pairs.map(([value, text, note]) => ({
      value,
      label: text,
      ...(note ? { note } : {}),
      chosen: chosen.includes(value),
    }))
    return { id: id(name), name, label, kind, hint: more.hint ?? '', error: error(name), options }
  }

  return {
    input: (name, label, options = {}) => field(name, label, options),
    select(name, label, pairs, options = {}) {
      const made = field(name, label, { ...options, optional: false })
      const choices = pairs.map(([value, text]) => ({ value, label: text, chosen: value === made.value }))
      return { ...made, kind: 'select', options: choices }
    },
    radios: (name, label, pairs, options = {}) =>
      group('radio', name, label, {
        pairs,
        chosen: options.value === undefined ? [] : [options.value],
        hint: options.hint,
      }),
    checkboxes: (name, label, pairs, options = {}) =>
      group('checkbox', name, label, { pairs, chosen: options.values ?? [], hint: options.hint }),
    get summary() {
      return summaryOf(words, state, { labels, id })
    },
  }
}

function summaryOf(
  words: Words,
  { problems }: FormState,
  fields: { labels: Map<string, string>; id(name: string): string },
): SummaryModel {
  const entries = Object.entries(problems).map(([name, problem]) => {
    const label = fields.labels.get(name)
    const text = problemText(words, problem)
    return label === undefined
      ? { label: text, href: '' }
      : { label: `${label}: ${text}`, href: `#${fields.id(name)}` }
  })
  return { title: words.common.errorSummary, problems: entries }
}

export function problemText(words: Words, problem: Problem): string {
  return words.problems[problem.code](problem.values ?? {})
}
