/** Texts that the cells of a workbook point to. Pieces of one text are joined; how a text is pronounced is left out. */
import { tagsOf, type Tag } from './xml.js'

export function sharedStrings(xml: string): string[] {
  const strings: string[] = []
  const text = new RichText()
  for (const tag of tagsOf(xml)) {
    text.take(tag)
    if (tag.name !== 'si' || tag.kind === 'open') continue
    strings.push(text.read())
  }
  return strings
}

/** Collects the `<t>` of one text, in plain or in pieces. */
export class RichText {
  #text = ''
  #spoken = false

  take(tag: Tag): void {
    if (tag.name === 'rPh') this.#spoken = tag.kind === 'open'
    if (tag.name === 't' && tag.kind === 'close' && !this.#spoken) this.#text += tag.text
  }

  read(): string {
    const text = this.#text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    this.#text = ''
    return text
  }
}
