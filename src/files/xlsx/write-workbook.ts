/** Sheets of typed cells → the bytes of an XLSX workbook. The same rows give the same bytes. ECMA-376, part 1. */
import { dayNumber, type Day } from '../../domain/time.js'
import { escaped } from './xml.js'
import { writeZip } from './zip.js'

/** A number is a number; text is text even when it looks like one. Null leaves the cell empty. */
export type CellToWrite =
  | string
  | number
  | null
  | { day: Day }
  /** Minutes since midnight; past 1,440 they count on. */
  | { minute: number }
  | { rupiah: number }
  | { share: number }
  | { bold: string }

export interface SheetToWrite {
  name: string
  /** Lines above the headings: title, filter, date. */
  above?: readonly (readonly CellToWrite[])[]
  headings: readonly string[]
  rows: readonly (readonly CellToWrite[])[]
}

const formats = { text: 0, bold: 1, number: 2, day: 3, minute: 4, rupiah: 5, share: 6 } as const
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export function writeWorkbook(sheets: readonly SheetToWrite[]): Buffer {
  const names = sheetNames(sheets)
  return writeZip([
    { name: '[Content_Types].xml', text: contentTypes(sheets.length) },
    { name: '_rels/.rels', text: relationships([['officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', text: workbook(names) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relationships([
        ...names.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    },
    { name: 'xl/styles.xml', text: styles },
    ...sheets.map((sheet, i) => ({ name: `xl/worksheets/sheet${i + 1}.xml`, text: sheetText(sheet) })),
  ])
}

/** Excel takes 31 letters without these signs, and no name twice. */
function sheetNames(sheets: readonly SheetToWrite[]): string[] {
  const names: string[] = []
  for (const sheet of sheets) {
    const plain =
      sheet.name
        .replace(/[\][*?:/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim()
        .slice(0, 31) || 'Sheet'
    let name = plain
    for (let i = 2; names.some(known => known.toLowerCase() === name.toLowerCase()); i++)
      name = `${plain.slice(0, 28)} ${i}`
    names.push(name)
  }
  return names
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_, i) => [`worksheets/sheet${i + 1}`, 'worksheet'])
  const overrides = [['workbook', 'sheet.main'], ['styles', 'styles'], ...parts].map(
    ([part, kind]) => `<Override PartName="/xl/${part}.xml" ContentType="${media}.${kind}+xml"/>`,
  )
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}

function relationships(targets: readonly [string, string][]): string {
  const listed = targets.map(
    ([kind, target], i) => `<Relationship Id="r${i + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${packaged}/relationships">${listed.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"/>`,
  )
  return `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** In the order of `formats`. */
const codes = ['General', 'General', '#,##0.###', 'dd/mm/yyyy', '[hh]:mm', '"Rp"\\ #,##0', '0%']
const numbered = codes.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escaped(code)}"/>`)
const xfs = codes.map(
  (_, i) =>
    `<xf numFmtId="${i < 2 ? 0 : 164 + i}" fontId="${i === 1 ? 1 : 0}" xfId="0" applyNumberFormat="1"/>`,
)
const font = '<sz val="11"/><name val="Calibri"/>'
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="${codes.length}">${numbered.join('')}</numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${codes.length}">${xfs.join('')}</cellXfs></styleSheet>`

function sheetText({ above = [], headings, rows }: SheetToWrite): string {
  const all: (readonly CellToWrite[])[] = [...above, headings.map(bold => ({ bold })), ...rows]
  const frozen = above.length + 1
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  const columns = widths([headings, ...rows]).map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''
  const lines = all.map(
    (row, i) =>
      `<row r="${i + 1}">${row.map((cell, c) => cellText(cell, `${letters(c)}${i + 1}`)).join('')}</row>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${cols}<sheetData>${lines.join('')}</sheetData></worksheet>`
}

/** Wide enough for what stands in the first rows, within what a screen shows. */
function widths(rows: readonly (readonly CellToWrite[])[]): number[] {
  const longest: number[] = []
  for (const row of rows.slice(0, 200))
    for (const [i, cell] of row.entries()) longest[i] = Math.max(longest[i] ?? 8, shownLength(cell) + 2)
  return longest.map(width => Math.min(width, 60))
}

function shownLength(cell: CellToWrite): number {
  if (typeof cell === 'string') return cell.length
  if (cell === null) return 0
  if (typeof cell === 'number') return String(cell).length
  if ('bold' in cell) return cell.bold.length
  return 'rupiah' in cell ? String(cell.rupiah).length + 6 : 10
}

function cellText(cell: CellToWrite, at: string): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return textCell(cell, { at, format: formats.text })
  if (typeof cell === 'number') return numberCell(cell, { at, format: formats.number })
  if ('bold' in cell) return textCell(cell.bold, { at, format: formats.bold })
  if ('day' in cell) return numberCell(dayNumber(cell.day) + 25_569, { at, format: formats.day })
  if ('minute' in cell) return numberCell(cell.minute / 1440, { at, format: formats.minute })
  if ('rupiah' in cell) return numberCell(cell.rupiah, { at, format: formats.rupiah })
  return numberCell(cell.share, { at, format: formats.share })
}

interface Place {
  at: string
  format: number
}

/** Text in the cell itself is never taken for a formula. */
function textCell(text: string, { at, format }: Place): string {
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, 32_767))}</t></is></c>`
}

function numberCell(value: number, { at, format }: Place): string {
  if (!Number.isFinite(value)) throw new RangeError(`no number for ${at}`)
  return `<c r="${at}" s="${format}"><v>${value}</v></c>`
}

/** A for 0, AA for 26. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last
}
