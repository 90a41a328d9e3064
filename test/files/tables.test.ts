import { expect } from 'chai'
import type { TableRow } from '../../src/domain/table.js'
import { createTables } from '../../src/files/tables.js'
import { writeZip } from '../../src/files/xlsx/zip.js'
import { problemsOf } from '../support/refusal.js'

const tables = createTables()

async function read(content: string | Uint8Array) {
  const { format, batches } = await tables.open(typeof content === 'string' ? Buffer.from(content) : content)
  if (format.kind !== 'csv') throw new Error('read as a workbook')
  const rows: TableRow[] = []
  for await (const batch of batches()) rows.push(...batch)
  return { ...format, rows, cells: rows.map(row => row.cells), lines: rows.map(row => row.line) }
}

describe('A table file', () => {
  it('is separated by the sign that stands equally often in its lines', async () => {
    expect((await read('a,b\n1,2\n')).separator).to.equal(',')
    expect((await read('a;b\n1,5;2\n2,5;3\n')).separator).to.equal(';')
    expect((await read('a\tb;c\n1\t2\n3\t4\n')).separator).to.equal('\t')
    expect((await read('a|b|c\n1|2|3\n')).separator).to.equal('|')
  })

  it('loses no separator to the commas of prose and numbers', async () => {
    expect((await read('Senin, 31 Oktober 2011;12\nSelasa, 1 November 2011;9\n')).separator).to.equal(';')
    expect((await read('"a;b";1,2\n"c;d";3,4\n')).separator).to.equal(';')
  })

  it('says its separator itself where Excel wrote it, and keeps its line numbers', async () => {
    const { separator, lines } = await read('sep=|\r\na,b|c\r\n1,2|3\r\n')
    expect(separator).to.equal('|')
    expect(lines).to.deep.equal([2, 3])
  })

  it('is read in the encoding it is written in', async () => {
    const text = 'nama;n\ncafé – “x”;1\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    const windows = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x3b, 0x96, 0x0a])
    expect((await read(text)).encoding).to.equal('utf-8')
    expect((await read(`\ufeff${text}`)).encoding).to.equal('utf-8-bom')
    expect((await read(`\ufeff${text}`)).cells[0]).to.deep.equal(['nama', 'n'])
    expect((await read(utf16)).cells[1]).to.deep.equal(['café – “x”', '1'])
    expect(await read(windows)).to.include({ encoding: 'windows-1252' })
    expect((await read(windows)).cells).to.deep.equal([['café', '–']])
  })

  it('keeps separators, quotes and line ends inside quoted cells, and counts the lines they take', async () => {
    const { cells, lines } = await read('a,b\n"x, ""y""","two\nlines"\n3,4\n')
    expect(cells).to.deep.equal([
      ['a', 'b'],
      ['x, "y"', 'two\nlines'],
      ['3', '4'],
    ])
    expect(lines).to.deep.equal([1, 2, 4])
  })

  it('leaves quotes in the middle of a cell as they are', async () => {
    expect((await read('a;12" pipa;b\nc;d;e\n')).cells[0]).to.deep.equal(['a', '12" pipa', 'b'])
  })

  it('skips lines with nothing on them, and still numbers the others as the file does', async () => {
    const { cells, lines } = await read('a;b\n\n;;\n  ;\n1;2\r\n')
    expect(cells).to.deep.equal([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(lines).to.deep.equal([1, 5])
  })

  it('may end its lines with a carriage return alone', async () => {
    expect((await read('a;b\r1;2\r3;4')).lines).to.deep.equal([1, 2, 3])
  })

  it('names the line of a quote that is never closed', async () => {
    expect(await problemsOf(() => read('a,b\n1,2\n3,"4\n5,6\n'))).to.deep.equal({
      file: { code: 'quote-unclosed', values: { line: 3 } },
    })
  })

  it('is refused when it is no text: a picture, something zipped', async () => {
    const zipped = writeZip([{ name: 'word/document.xml', text: '<w/>' }])
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])
    for (const bytes of [zipped, picture]) {
      expect(await problemsOf(() => read(bytes))).to.deep.equal({ file: { code: 'not-a-table' } })
    }
  })

  it('is refused with more rows or columns than anybody means to send', async () => {
    expect(await problemsOf(() => read('1,2\n'.repeat(1_500_001)))).to.have.nested.property(
      'file.code',
      'too-many-rows',
    )
    expect(await problemsOf(() => read(','.repeat(300).replaceAll(',', '1,')))).to.have.nested.property(
      'file.code',
      'file-unreadable',
    )
  })

  it('comes back the same after it was written', async () => {
    const rows = [
      ['Kabupaten', 'Jumlah'],
      ['Way "Kanan"; utara', 1204],
      ['dua\nbaris', 0],
    ]
    const { cells, separator } = await read(tables.csv(rows, ';'))
    expect(separator).to.equal(';')
    expect(cells).to.deep.equal(rows.map(row => row.map(String)))
  })

  it('hides no formula for the spreadsheet that opens it', () => {
    const text = tables.csv([['=HYPERLINK("x")', '+1', '@a', -3]], ',')
    expect(text).to.not.match(/(^|,|")[=+@]/m)
  })
})
