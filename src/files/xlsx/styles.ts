/** The number format of every cell style of a workbook, by the style's number. */
import { builtInFormat } from './number-format.js'
import { attribute, tagsOf } from './xml.js'

export function formatsOfStyles(xml: string): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inside = ''
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'cellXfs' || tag.name === 'cellStyleXfs') inside = tag.kind === 'open' ? tag.name : ''
    if (tag.kind === 'close') continue
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    if (tag.name === 'numFmt') own.set(id, attribute(tag, 'formatCode') ?? 'General')
    if (tag.name === 'xf' && inside === 'cellXfs') formats.push(own.get(id) ?? builtInFormat(id))
  }
  return formats
}
