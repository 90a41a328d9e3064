/** Bytes of a text file → its text, with the encoding that was found. */
import type { Encoding } from '../domain/table.js'

export interface Decoded {
  text: string
  encoding: Encoding
}

/** Nothing for bytes that are no text: a workbook, a picture, a PDF. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes, 'utf-16')
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes, 'utf-16')
  if (holdsControls(bytes)) return undefined
  if (first === 0xef && second === 0xbb && third === 0xbf) return decoded('utf-8', bytes, 'utf-8-bom')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return { text: decodeWindows(bytes), encoding: 'windows-1252' }
  }
}

function decoded(label: string, bytes: Uint8Array, encoding: Encoding): Decoded {
  return { text: new TextDecoder(label).decode(bytes), encoding }
}

/** What Windows-1252 has where Latin-1 has control characters. Node 20's own decoder forgets it. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWindows(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes)
  return text.replace(/[\u0080-\u009f]/g, sign => windowsSigns[sign.charCodeAt(0) - 0x80]!)
}

/** Text has tabs and line ends and no other control characters; every binary kind has some near its beginning. */
function holdsControls(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 65_536)
  return start.some(byte => byte < 9 || (byte > 13 && byte < 32))
}
