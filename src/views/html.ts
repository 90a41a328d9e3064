/** Text that is already safe HTML. Everything else is escaped, and what is no text is refused. */
export class SafeHtml {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What `<%= %>` does: a view that prints nothing, a date or an object has a mistake, and says so at once. */
export function escapeHtml(value: unknown): string {
  if (value instanceof SafeHtml) return value.toString()
  if (typeof value === 'string') return value.replace(/[&<>"']/g, sign => entities[sign]!)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  throw new TypeError(`a view tried to print ${value === null ? 'null' : typeof value}`)
}

/** Builds safe HTML: `html\`<b>${name}</b>\``. Lists are joined; values are escaped. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): SafeHtml {
  const printed = values.map(value =>
    Array.isArray(value) ? value.map(escapeHtml).join('') : escapeHtml(value),
  )
  return new SafeHtml(parts.reduce((text, part, i) => text + part + (printed[i] ?? ''), ''))
}

export const nothing = new SafeHtml('')
