import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { problemsOf } from '../support/refusal.js'
import { receiveSheet, sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'

const refused: Record<string, [what: string, code: string, values: object]> = {
  '09-national-ids.csv': ['a column of national IDs', 'looks-like-national-ids', { column: 'nik', line: 2 }],
  '10-names.csv': ['a column of names', 'looks-like-names', { column: 'nama' }],
  '16-shortened-ids.csv': [
    'national IDs as Excel shortens them',
    'looks-like-national-ids',
    { column: 'nomor', line: 2 },
  ],
  '31-firms-without-a-day.csv': ['firms that are no lots', 'looks-like-firms', { column: 'pemberi kerja' }],
  '18-lost-quote.csv': ['a quote that is never closed', 'quote-unclosed', { line: 3 }],
  '23-firm-lots-with-id.csv': [
    'a national ID in a title',
    'looks-like-national-ids',
    { column: '1', line: 1 },
  ],
}

describe('A sheet with personal data', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })

  for (const [file, [what, code, values]] of Object.entries(refused)) {
    it(`is refused for ${what}, before anything of it is kept`, async () => {
      const { app } = server
      const before = (await app.store.registrationImports.list(1000)).length
      const problems = await problemsOf(() => receiveSheet(app, sheet(file), file))
      expect(problems).to.deep.equal({ file: { code, values } })
      expect(await app.store.registrationImports.list(1000)).to.have.length(before)
      const kept = app.files.read(createHash('sha256').update(sheet(file)).digest('hex'))
      expect(await kept.catch(() => 'nothing kept')).to.equal('nothing kept')
    })
  }
})
