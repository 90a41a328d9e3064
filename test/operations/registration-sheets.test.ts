import { expect } from 'chai'
import { cellsOf, linesOfData, receiveSheet, refusalsOf, sheet } from '../support/registration-sheets.js'
import { startServer, type TestServer } from '../support/server.js'
import { sheetsRead } from '../support/sheets-read.js'

describe('A sheet of registrations', () => {
  let server: TestServer
  before(async () => {
    server = await startServer()
  })

  for (const [file, expected] of Object.entries(sheetsRead)) {
    it(`is read with ${expected.what}`, async () => {
      const batch = await receiveSheet(server.app, sheet(file), file)
      const { reading, report } = batch
      expect(reading.roles).to.deep.equal(expected.roles)
      expect(reading.format).to.include(expected.format ?? {})
      expect(report.questions).to.deep.equal(expected.questions ?? [])
      if (expected.dayOrder) expect(reading.dayOrder).to.equal(expected.dayOrder)
      if (expected.dataFrom) expect(reading.dataFrom).to.equal(expected.dataFrom)
      if (expected.questions) return
      expect(refusalsOf(batch)).to.deep.equal(expected.refusals ?? [])
      expect(report.rows).to.include({ refused: expected.refusals?.length ?? 0, ...expected.explained })
      expect(await cellsOf(server.app, batch)).to.deep.equal(expected.cells)
    })
  }

  for (const [file, { encoding = 'utf8', questions }] of Object.entries(sheetsRead)) {
    if (questions || file === '12-american-quoted.csv') continue
    it(`accounts for every row of ${file}`, async () => {
      const { reading, report } = await receiveSheet(server.app, sheet(file), file)
      const { read: all, ...parts } = report.rows
      expect(all).to.equal(linesOfData(sheet(file), encoding, reading.dataFrom))
      expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).to.equal(all)
    })
  }
})
