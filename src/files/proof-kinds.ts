/** What a proof may be, found from its bytes and never from its name. */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Invalid } from '../domain/errors.js'

export interface AcceptedFile {
  bytes: Buffer
  mediaType: string
}

const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif']
const others = [
  'application/pdf',
  'audio/mpeg',
  'audio/wav',
  'audio/ogg',
  'audio/aac',
  'audio/x-m4a',
  'audio/amr',
  'video/mp4',
  'video/quicktime',
  'video/3gpp',
  'video/webm',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]
const longestSide = 2400
const mostPixels = 60_000_000

/** Accepts a proof: pictures are drawn anew (no location, nothing hidden behind), plain text stays, others by kind. */
export async function acceptProof(bytes: Buffer): Promise<AcceptedFile> {
  const found = await fileTypeFromBuffer(bytes)
  if (!found) return acceptText(bytes)
  if (pictures.includes(found.mime)) return redraw(bytes)
  if (others.includes(found.mime)) return { bytes, mediaType: found.mime }
  throw new Invalid({ file: { code: 'file-kind-refused' } })
}

async function redraw(bytes: Buffer): Promise<AcceptedFile> {
  try {
    const drawn = await sharp(bytes, { limitInputPixels: mostPixels })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 82 })
      .toBuffer()
    return { bytes: drawn, mediaType: 'image/jpeg' }
  } catch {
    throw new Invalid({ file: { code: 'file-unreadable' } })
  }
}

/** A log as plain text or CSV. Text that could be a web page or a script is refused. */
function acceptText(bytes: Buffer): AcceptedFile {
  const text = bytes.toString('utf8')
  const isBinary = text.includes('\u0000') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 50
  if (bytes.length === 0 || isBinary || /<\s*(!doctype|html|svg|script|\?xml)/i.test(text)) {
    throw new Invalid({ file: { code: 'file-kind-refused' } })
  }
  return { bytes, mediaType: 'text/plain' }
}
