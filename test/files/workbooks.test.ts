import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Table, TableRow } from '../../src/domain/table.js'
import { createTables } from '../../src/files/tables.js'
import { createWorkbookReader } from '../../src/files/workbooks.js'
import { readWorkbook } from '../../src/files/xlsx/read-workbook.js'
import { shownNumber } from '../../src/files/xlsx/number-format.js'
import { problemsOf } from '../support/refusal.js'
import { sheetData, workbookOf } from '../support/workbook.js'

const tables = createTables()

async function rowsOf(table: Table): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const batch of table.batches()) rows.push(...batch)
  return rows
}

const cellsOf = (bytes: Buffer) => [...readWorkbook(bytes)].map(sheet => sheet.rows.map(row => row.cells))
const refusalOf = (work: () => unknown) => problemsOf(async () => work())

describe('A workbook', () => {
  it('written by another program is read as it is shown', async () => {
    const file = new URL('../known-values/workbooks/other-writer.xlsx', import.meta.url)
    const table = await tables.open(await readFile(file))
    expect(table.format).to.deep.equal({ kind: 'xlsx', sheet: 'Oktober', hidden: false })
    expect((await rowsOf(table)).map(row => row.cells)).to.deep.equal([
      ['Laporan siar', '', ''],
      ['Tanggal', 'Jam', 'Jumlah', 'Materi'],
      ['2011-10-31', '13:05', '1204', 'JHT & "Anda" <1>'],
      ['2011-11-01 06:15:30', '0.50', '0', 'TRUE'],
    ])
  })

  it('comes back the same after it was written, and runs no formula', async () => {
    const cells = [
      '=1+1',
      { day: '2011-10-31' },
      { minute: 785 },
      { rupiah: 1_250_000 },
      { share: 0.71 },
      3.5,
    ]
    const sheet = {
      name: 'a/b',
      headings: ['x', 'hari', 'jam', 'rp', '%', 'n'],
      rows: [cells, ['+62 <&"', null]],
    }
    const bytes = tables.xlsx([sheet, { ...sheet, rows: [] }])
    expect(bytes.equals(tables.xlsx([sheet, { ...sheet, rows: [] }]))).to.equal(true)
    const [first, second] = await tables.sheets(bytes)
    expect((await rowsOf(first!)).slice(1).map(row => row.cells)).to.deep.equal([
      ['=1+1', '2011-10-31', '13:05', '1250000', '71%', '3.5'],
      ['+62 <&"'],
    ])
    expect([first, second].map(table => table!.format)).to.deep.equal([
      { kind: 'xlsx', sheet: 'a b', hidden: false },
      { kind: 'xlsx', sheet: 'a b 2', hidden: false },
    ])
  })

  it('shows numbers by their format, and days so that none is taken for another', () => {
    const shown = (value: number, format: string, from1904 = false) =>
      shownNumber(value, format, { from1904 })
    expect(shown(40847, 'm/d/yy')).to.equal('2011-10-31')
    expect(shown(40847, '[$-421]dddd, dd mmmm yyyy')).to.equal('2011-10-31')
    expect(shown(39385, 'd/m/yyyy', true)).to.equal('2011-10-31')
    expect(shown(40817, 'mmm-yy')).to.equal('2011-10')
    expect(shown(40847.5451389, 'dd/mm/yyyy hh:mm')).to.equal('2011-10-31 13:05')
    expect(shown(0.5458217, 'h:mm AM/PM')).to.equal('13:05')
    expect(shown(30 / 86400, 'mm:ss')).to.equal('00:30')
    expect(shown(25.5 / 24, '[h]:mm')).to.equal('25:30')
    expect(shown(25.5 / 24, 'h:mm')).to.equal('01:30')
    expect(shown(13.1, '0.00')).to.equal('13.10')
    expect(shown(6.15, '00.00')).to.equal('06.15')
    expect(shown(1305, '00":"00')).to.equal('13:05')
    expect(shown(30, '0" detik"')).to.equal('30 detik')
    expect(shown(1250000, '"Rp"\\ #,##0')).to.equal('1250000')
    expect(shown(-1204, '#,##0;[Red](#,##0)')).to.equal('-1204')
    expect(shown(0.1 + 0.2, 'General')).to.equal('0.3')
    expect(shown(1871012345678901, 'General')).to.equal('1871012345678900')
    expect(shown(1, 'd/m/yyyy')).to.equal('1900-01-01')
  })

  it('keeps texts in pieces, without how they are pronounced, whatever prefix its tags have', () => {
    const strings =
      '<si><r><t>Senin, </t></r><r><t xml:space="preserve">31 Okt</t></r><rPh><t>x</t></rPh></si><si><t>a_x000D_b &amp;lt; &#233;</t></si>'
    const sheet =
      '<x:sheetData><x:row r="3"><x:c r="B3" t="s"><x:v>0</x:v></x:c><x:c r="AA3" t="s"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    const [[row]] = cellsOf(workbookOf({ sheets: [sheet], strings })) as [[string[]]]
    expect([row[0], row[1], row[26]]).to.deep.equal(['', 'Senin, 31 Okt', 'a\rb &lt; é'])
  })

  it('takes a formula for what it last showed, and errors for their name', () => {
    const sheet =
      '<sheetData><row><c t="str"><f>A1</f><v>JHT</v></c><c t="e"><v>#N/A</v></c><c><f>SUM(A1)</f><v>7</v></c><c t="d"><v>2011-10-31T13:05:00Z</v></c></row></sheetData>'
    expect(cellsOf(workbookOf({ sheets: [sheet] }))).to.deep.equal([
      [['JHT', '#N/A', '7', '2011-10-31 13:05:00']],
    ])
  })

  it('says which rows and sheets are hidden, and what merged cells reach down', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>1</v></c></row><row r="2" hidden="1"><c r="B2"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>'
    const bytes = workbookOf({ sheets: [sheet, sheet], states: ['state="hidden"'] })
    const all = await tables.sheets(bytes)
    expect(all.map(table => table.format)).to.deep.equal([
      { kind: 'xlsx', sheet: 'Lembar 1', hidden: true },
      { kind: 'xlsx', sheet: 'Lembar 2', hidden: false },
    ])
    expect((await tables.open(bytes)).format).to.include({ sheet: 'Lembar 2' })
    expect(await rowsOf(all[0]!)).to.deep.equal([
      { line: 1, cells: ['5', '1'] },
      { line: 2, cells: ['', '2'], hidden: true, merged: { 0: '5' } },
      { line: 4, cells: ['', '3'] },
    ])
  })

  it('is refused with advice when it is an old one, locked, of another kind, or shows nothing', async () => {
    const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)])
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])
    const web = Buffer.from('\n<html xmlns:x="x"><table><tr><td>1</td></tr></table></html>')
    const calc = workbookOf({ sheets: [''], extra: [{ name: 'mimetype', text: 'x' }] })
    const empty = workbookOf({ sheets: ['<sheetData><row/></sheetData>'] })
    const codes = await Promise.all(
      [old, locked, web, calc, empty].map(bytes => refusalOf(() => tables.open(bytes))),
    )
    expect(codes).to.deep.equal(
      ['old', 'locked', 'other-kind', 'other-kind', 'empty'].map(why => ({
        file: { code: `workbook-${why}` },
      })),
    )
  })

  it('is refused when it is cut off anywhere, and never half read', async () => {
    const whole = workbookOf({ sheets: [sheetData([['a', 1]])] })
    for (const part of [4, 40, whole.length - 200, whole.length - 30, whole.length - 5])
      expect(await refusalOf(() => cellsOf(whole.subarray(0, part)))).to.deep.equal({
        file: { code: 'file-unreadable' },
      })
  })
})

describe('A workbook made to do harm', () => {
  const heavy = { file: { code: 'workbook-too-heavy' } }
  const many = (length: number) => sheetData(Array.from({ length }, () => [1, 2, 'Radio Suara Way Kanan']))

  it('is refused by what it says it unpacks to', async () => {
    const bomb = workbookOf({ sheets: [`<sheetData>${' '.repeat(130_000_000)}</sheetData>`] })
    expect(bomb.length).to.be.below(200_000)
    expect(await refusalOf(() => tables.open(bomb))).to.deep.equal(heavy)
  })

  it('is refused when it unpacks to more than it says', async () => {
    const lying = workbookOf({ sheets: [`<sheetData>${' '.repeat(1_000_000)}</sheetData>`] })
    const claim = Buffer.alloc(4)
    claim.writeUInt32LE(1_000_000 + '<worksheet><sheetData></sheetData></worksheet>'.length)
    const small = Buffer.alloc(4)
    small.writeUInt32LE(5_000)
    for (let at = lying.indexOf(claim); at !== -1; at = lying.indexOf(claim, at)) small.copy(lying, at)
    expect(await refusalOf(() => cellsOf(lying))).to.deep.equal({ file: { code: 'file-unreadable' } })
  })

  it('ends its own process when it takes too much memory or time, and nothing else', async () => {
    const bytes = workbookOf({ sheets: [many(80_000)] })
    const small = createTables(createWorkbookReader({ milliseconds: 20_000, heapMegabytes: 16 }))
    const short = createTables(createWorkbookReader({ milliseconds: 5, heapMegabytes: 384 }))
    expect(await refusalOf(() => small.open(bytes))).to.deep.equal(heavy)
    expect(await refusalOf(() => short.open(bytes))).to.deep.equal(heavy)
  })

  it('lets the others be read, in turn and whole', async () => {
    const good = workbookOf({ sheets: [many(20_000)] })
    const read = await Promise.all([1, 2, 3].map(async () => (await rowsOf(await tables.open(good))).length))
    expect(read).to.deep.equal([20_000, 20_000, 20_000])
  })
})
