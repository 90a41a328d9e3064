/** The bytes of an XLSX workbook → its sheets as rows of text. Runs in a process of its own: see ../workbooks.ts. */
import { Invalid } from '../../domain/errors.js'
import type { TableRow } from '../../domain/table.js'
import { readSheet, type SheetContext } from './read-sheet.js'
import { sharedStrings } from './shared-strings.js'
import { formatsOfStyles } from './styles.js'
import { attribute, tagsOf } from './xml.js'
import { readZip, type Zip } from './zip.js'

export interface ReadSheet {
  name: string
  hidden: boolean
  rows: TableRow[]
}

const most = { rows: 500_000, columns: 200, cells: 3_000_000 }

/** Sheets in their order, hidden ones too; sheets of pictures and charts are none. */
export function* readWorkbook(bytes: Buffer): Generator<ReadSheet> {
  const zip = readZip(bytes)
  const workbookPath = pathOfWorkbook(zip)
  const workbook = textOf(zip, workbookPath)
  const targets = targetsOf(zip, workbookPath)
  const context = contextOf(zip, workbook, targets)
  for (const tag of tagsOf(workbook)) {
    if (tag.name !== 'sheet' || tag.kind === 'close') continue
    const target = targets.get(attribute(tag, 'id') ?? '')
    if (target?.kind !== 'worksheet') continue
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
    yield { name: attribute(tag, 'name') ?? '', hidden, rows: readSheet(textOf(zip, target.path), context) }
  }
}

function pathOfWorkbook(zip: Zip): string {
  if (zip.names.includes('mimetype') || zip.names.some(name => name.endsWith('workbook.bin')))
    throw new Invalid({ file: { code: 'workbook-other-kind' } })
  const main = [...targetsOf(zip, '').values()].find(target => target.kind === 'officeDocument')
  if (!main || !zip.names.some(name => name.startsWith('xl/')))
    throw new Invalid({ file: { code: 'not-a-table' } })
  return main.path
}

function contextOf(zip: Zip, workbook: string, targets: Map<string, Target>): SheetContext {
  const partOf = (kind: string) => {
    const target = [...targets.values()].find(target => target.kind === kind)
    return target ? textOf(zip, target.path) : ''
  }
  const properties = [...tagsOf(workbook)].find(tag => tag.name === 'workbookPr')
  const from1904 = ['1', 'true'].includes((properties && attribute(properties, 'date1904')) ?? '')
  return {
    strings: sharedStrings(partOf('sharedStrings')),
    formats: formatsOfStyles(partOf('styles')),
    calendar: { from1904 },
    most,
  }
}

interface Target {
  kind: string
  path: string
}

/** What a part of the workbook points to, by the id it points with. */
function targetsOf(zip: Zip, part: string): Map<string, Target> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const listed = zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`)?.toString('utf8') ?? ''
  const targets = new Map<string, Target>()
  for (const tag of tagsOf(listed)) {
    if (tag.name !== 'Relationship') continue
    const kind = attribute(tag, 'Type')?.split('/').at(-1) ?? ''
    targets.set(attribute(tag, 'Id') ?? '', { kind, path: resolved(folder, attribute(tag, 'Target') ?? '') })
  }
  return targets
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function textOf(zip: Zip, path: string): string {
  const bytes = zip.read(path)
  if (!bytes) throw new Invalid({ file: { code: 'file-unreadable' } })
  return bytes[0] === 0xff && bytes[1] === 0xfe
    ? new TextDecoder('utf-16le').decode(bytes)
    : new TextDecoder('utf-8').decode(bytes)
}
