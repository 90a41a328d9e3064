/** What a mail says, once; printed as text and as HTML. */
import type { Language } from '../../domain/user.js'
import type { TableModel } from '../components/registry.js'

export interface MailContent {
  language: Language
  subject: string
  greeting: string
  paragraphs: string[]
  table: TableModel | null
  button: { label: string; address: string } | null
  /** Smaller print: what the link is, until when it works, whom to ask. */
  notes: string[]
  signature: string
}

export interface MailViews {
  'mail/html': MailContent
  'mail/table': TableModel
}

export function mailText(content: MailContent): string {
  const table = content.table ? tableText(content.table) : ''
  const button = content.button ? `${content.button.label}:\n${content.button.address}` : ''
  const parts = [content.greeting, ...content.paragraphs, table, button, ...content.notes, content.signature]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

/** Columns in line, as a mail reader with a fixed font and a chat both show them. */
function tableText({ columns, rows }: TableModel): string {
  const lines = [columns.map(column => column.label), ...rows.map(row => row.cells.map(String))]
  const widths = columns.map((_, i) => Math.max(...lines.map(line => line[i]?.length ?? 0)))
  return lines
    .map(line =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
