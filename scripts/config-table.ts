/** `npm run config-table`: the settings as the README's table, made from the schema that reads them. */
import type { z } from 'zod'
import { variables } from '../src/config.js'

export function configTable(): string {
  const rows = Object.entries(variables.shape).map(
    ([name, field]) => `| \`${name}\` | ${field.description ?? ''} | ${usual(field)} |`,
  )
  return ['| variable | meaning | without it |', '|---|---|---|', ...rows].join('\n')
}

function usual(field: z.ZodType): string {
  const { data } = field.safeParse(undefined) as { data?: string | number }
  return data === undefined ? '' : `\`${data}\``
}

if (process.argv[1] === import.meta.filename) console.log(configTable())
