/** As much XML as workbooks hold: tags with or without a prefix, text, named and numbered signs. No entities are defined. */

export interface Tag {
  name: string
  kind: 'open' | 'close' | 'empty'
  attributes: string
  /** The text before this tag, since the tag before it. */
  text: string
}

const tag =
  /<(?:!--[\s\S]*?--|!\[CDATA\[[\s\S]*?\]\]|[?!](?:"[^"]*"|[^>"])*|(\/?)(?:\w+:)?(\w+)((?:"[^"]*"|'[^']*'|[^>"'])*))>/g

export function* tagsOf(xml: string): Generator<Tag> {
  let end = 0
  let before = ''
  for (const found of xml.matchAll(tag)) {
    before += unescaped(xml.slice(end, found.index))
    end = found.index + found[0].length
    const [whole, slash, name, attributes = ''] = found
    if (name === undefined) {
      if (whole.startsWith('<![CDATA[')) before += whole.slice(9, -3)
      continue
    }
    const empty = attributes.endsWith('/')
    yield { name, kind: slash ? 'close' : empty ? 'empty' : 'open', attributes, text: before }
    before = ''
  }
}

/** The value of an attribute, with or without a prefix to its name. */
export function attribute({ attributes }: Tag, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? unescaped(found[1] ?? found[2]!) : undefined
}

const signs: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return signs[name as string] ?? whole
    const code = hex ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Text for between tags and inside quotes, without the control characters that XML has no way to write. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
