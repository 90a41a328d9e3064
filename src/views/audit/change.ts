/** Before and after of one event as a list of what differs. */
import type { AuditEvent } from '../../domain/audit.js'
import type { Words } from '../../language/words.js'
import { html, nothing, type SafeHtml } from '../html.js'

export function changeOf(words: Words, { before, after }: AuditEvent): SafeHtml {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  const shown = keys.map(key => ({
    key,
    old: factText(words, before?.[key]),
    now: factText(words, after?.[key]),
  }))
  const different = shown.filter(({ old, now }) => old !== now)
  if (different.length === 0) return nothing
  const lines = different.map(({ key, old, now }) =>
    line(words, key, { old, now, both: Boolean(before && after) }),
  )
  return html`<dl class="before-after">${lines}</dl>`
}

interface Values {
  old: string
  now: string
  both: boolean
}

/** With only one side, there is no difference to show: the value alone says it. */
function line({ system }: Words, key: string, { old, now, both }: Values): SafeHtml {
  const name = html`<dt>${key}</dt>`
  if (!both)
    return html`<div>
      ${name}
      <dd>${now || old}</dd>
    </div>`
  const from = old ? html`<del>${old}</del>` : html`<span class="soft">${system.auditNothing}</span>`
  const to = now ? html`<ins>${now}</ins>` : html`<span class="soft">${system.auditNothing}</span>`
  return html`<div>
    ${name}
    <dd>${from} → ${to}</dd>
  </div>`
}

function factText(words: Words, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? words.common.yes : words.common.no
  if (Array.isArray(value) && value.every(item => typeof item !== 'object'))
    return value.map(String).join(', ')
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value, filled)
}

/** What is empty inside a list of facts is left out, as it is outside of one. */
function filled(_key: string, value: unknown): unknown {
  return value === null || value === '' ? undefined : value
}
