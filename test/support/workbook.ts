/** Workbooks written by hand, part by part, as other programs write them and as nobody should. */
import { writeZip } from '../../src/files/xlsx/zip.js'

export interface Parts {
  /** What stands inside `<worksheet>`, per sheet. */
  sheets: string[]
  /** Attributes of each `<sheet>`, such as `state="hidden"`. */
  states?: string[]
  strings?: string
  formats?: string[]
  workbook?: string
  extra?: { name: string; text: string }[]
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function workbookOf({
  sheets,
  states = [],
  strings,
  formats = [],
  workbook = '',
  extra = [],
}: Parts): Buffer {
  const listed = sheets.map(
    (_, i) => `<sheet name="Lembar ${i + 1}" sheetId="${i + 1}" ${states[i] ?? ''} r:id="rId${i + 1}"/>`,
  )
  const relations = sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  relations.push(
    relation('rIdA', 'styles', '/xl/styles.xml'),
    relation('rIdB', 'sharedStrings', 'sharedStrings.xml'),
  )
  const own = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')
  const xfs = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')
  return writeZip([
    {
      name: '_rels/.rels',
      text: `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', text: `<workbook>${workbook}<sheets>${listed.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', text: `<Relationships>${relations.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      text: `<styleSheet><numFmts>${own}</numFmts><cellXfs><xf numFmtId="0"/>${xfs}</cellXfs></styleSheet>`,
    },
    { name: 'xl/sharedStrings.xml', text: `<sst>${strings ?? ''}</sst>` },
    ...sheets.map((text, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      text: `<worksheet>${text}</worksheet>`,
    })),
    ...extra,
  ])
}

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`
}

/** Rows of plain texts and numbers as `<sheetData>`; an object is a number with the style of that index. */
export function sheetData(
  rows: readonly (readonly (string | number | { n: number; s: number })[])[],
): string {
  const cell = (value: string | number | { n: number; s: number }) => {
    if (typeof value === 'string')
      return `<c t="inlineStr"><is><t>${value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
    return typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c s="${value.s}"><v>${value.n}</v></c>`
  }
  return `<sheetData>${rows.map(row => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData>`
}
