/** Finds a form in a page by its button and fills it in as a browser would; what the page does not offer cannot be filled in. */
import type { HTMLElement } from 'node-html-parser'

export type Values = Record<string, string | string[] | File>

export interface FilledForm {
  action: string
  method: 'get' | 'post'
  body: URLSearchParams | FormData
}

/** The form with this button; where several are alike, the one beside the text `near`. */
export function findForm(page: HTMLElement, button: string, { near }: { near?: string | undefined } = {}) {
  const buttons = page.querySelectorAll('form button').filter(it => words(it) === button)
  const wanted = near ? buttons.filter(it => words(surroundings(it)).includes(near)) : buttons
  if (wanted.length !== 1) {
    const offered = page.querySelectorAll('form button').map(it => `"${words(it)}"`)
    throw new Error(
      `${wanted.length} forms have the button "${button}"${near ? ` near "${near}"` : ''}; there are ${offered.join(', ')}`,
    )
  }
  return { form: wanted[0]!.closest('form')!, button: wanted[0]! }
}

export function filledForm({ form, button }: ReturnType<typeof findForm>, values: Values): FilledForm {
  const fields = form.querySelectorAll('input, select, textarea').filter(field => field.getAttribute('name'))
  const names = new Set(fields.map(field => field.getAttribute('name')!))
  const unknown = Object.keys(values).filter(name => !names.has(name))
  if (unknown.length > 0)
    throw new Error(`the form has no ${unknown.join(', ')}; it has ${[...names].join(', ')}`)
  const entries = [...names].flatMap(name => {
    const group = fields.filter(field => field.getAttribute('name') === name)
    const given = name in values ? [values[name]!].flat() : group.flatMap(present)
    return given.map(value => [name, accepted(name, group, value)] as const)
  })
  const pressed = button.getAttribute('name')
  if (pressed) entries.push([pressed, button.getAttribute('value') ?? ''])
  return {
    action: button.getAttribute('formaction') ?? form.getAttribute('action') ?? '',
    method: form.getAttribute('method')?.toLowerCase() === 'post' ? 'post' : 'get',
    body: form.getAttribute('enctype') === 'multipart/form-data' ? multipart(entries) : urlEncoded(entries),
  }
}

type Entry = readonly [name: string, value: string | File]

/** What a field holds as the page was sent. */
function present(field: HTMLElement): string[] {
  if (field.tagName === 'TEXTAREA') return [field.textContent.replace(/^\n/, '')]
  if (field.tagName === 'SELECT') {
    const options = field.querySelectorAll('option')
    const chosen = options.filter(option => option.hasAttribute('selected'))
    const shown = chosen.length > 0 || field.hasAttribute('multiple') ? chosen : options.slice(0, 1)
    return shown.map(option => option.getAttribute('value') ?? words(option))
  }
  if (isTick(field)) return field.hasAttribute('checked') ? [field.getAttribute('value') ?? 'on'] : []
  return field.getAttribute('type') === 'file' ? [] : [field.getAttribute('value') ?? '']
}

/** A person can only choose what is offered. */
function accepted(name: string, fields: HTMLElement[], value: string | File): string | File {
  const offers = fields.flatMap(field => (isTick(field) ? [field] : field.querySelectorAll('option')))
  const offered = offers.map(offer => offer.getAttribute('value') ?? words(offer))
  if (offered.length === 0) return value
  if (typeof value !== 'string' || !offered.includes(value)) {
    throw new Error(
      `"${value instanceof File ? value.name : value}" is not offered for ${name}; offered: ${offered.join(', ')}`,
    )
  }
  return value
}

function isTick(field: HTMLElement): boolean {
  return ['checkbox', 'radio'].includes(field.getAttribute('type') ?? '')
}

function multipart(entries: readonly Entry[]): FormData {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

function urlEncoded(entries: readonly Entry[]): URLSearchParams {
  if (entries.some(([, value]) => value instanceof File)) throw new Error('this form sends no files')
  return new URLSearchParams(entries.map(([name, value]): [string, string] => [name, value as string]))
}

/** What a person sees a button belong to: its row, list item, section or card. */
function surroundings(button: HTMLElement): HTMLElement {
  return button.closest('tr, li, article, section, fieldset') ?? button
}

function words(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  return (label ?? element.textContent).replace(/\s+/g, ' ').trim()
}
