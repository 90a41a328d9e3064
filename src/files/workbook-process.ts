/** The process that reads one workbook: bytes come in, a line of JSON per sheet and per thousand rows goes out. */
import { buffer } from 'node:stream/consumers'
import { Invalid } from '../domain/errors.js'
import { readWorkbook } from './xlsx/read-workbook.js'

const rowsAtATime = 2_000

async function read(): Promise<void> {
  const bytes = await buffer(process.stdin)
  for (const { name, hidden, rows } of readWorkbook(bytes)) {
    await say({ sheet: { name, hidden } })
    for (let start = 0; start < rows.length; start += rowsAtATime)
      await say({ rows: rows.slice(start, start + rowsAtATime) })
  }
  await say({ done: true })
}

function say(message: object): Promise<void> {
  return new Promise((resolve, reject) =>
    process.stdout.write(`${JSON.stringify(message)}\n`, error => (error ? reject(error) : resolve())),
  )
}

try {
  await read()
} catch (error) {
  if (!(error instanceof Invalid)) throw error
  await say({ refused: error.problems })
}
