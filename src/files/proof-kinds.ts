/** What a proof may be, found from its bytes and never from its name. Runs in the process of its own (proof-process). */
import { fileTypeFromBuffer } from 'file-type'
import { parseBuffer } from 'music-metadata'
import sharp from 'sharp'
import { Invalid } from '../domain/errors.js'
import { hashSide, perceptualHash } from './perceptual-hash.js'

export interface AcceptedFile {
  bytes: Uint8Array
  mediaType: string
  perceptualHash: string | null
  width: number | null
  height: number | null
  /** How long it plays. */
  seconds: number | null
}

const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif']
export const playable: Record<string, string> = {
  'audio/mpeg': 'audio/mpeg',
  'audio/wav': 'audio/wav',
  'audio/ogg': 'audio/ogg',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/aac': 'audio/aac',
  'audio/x-m4a': 'audio/mp4',
  'audio/mp4': 'audio/mp4',
  'audio/flac': 'audio/flac',
  'audio/x-flac': 'audio/flac',
  'video/mp4': 'video/mp4',
  'video/quicktime': 'video/quicktime',
  'video/webm': 'video/webm',
  'video/matroska': 'video/webm',
}
/** Telephones make them; nothing here can look inside, so that they are kept unmeasured. */
const unmeasured = ['audio/amr', 'video/3gpp']
const documents = ['application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']
const longestSide = 2400
export const mostPixels = 60_000_000

sharp.cache(false)
sharp.concurrency(1)

export const unseen = { perceptualHash: null, width: null, height: null, seconds: null }

/** Accepts a proof: pictures are drawn anew (no location, nothing hidden behind), sounds are measured, text stays. */
export async function acceptProof(bytes: Uint8Array): Promise<AcceptedFile> {
  const found = await fileTypeFromBuffer(bytes)
  if (!found) return acceptText(bytes)
  const { mime } = found
  if (pictures.includes(mime)) return redraw(bytes)
  if (mime in playable) return measure(bytes, mime)
  if (unmeasured.includes(mime) || documents.includes(mime)) return { bytes, mediaType: mime, ...unseen }
  throw new Invalid({ file: { code: 'file-kind-refused' } })
}

async function redraw(bytes: Uint8Array): Promise<AcceptedFile> {
  const picture = () => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).rotate()
  try {
    const { data, info } = await picture()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const greys = await sharp(data).resize(hashSide, hashSide, { fit: 'fill' }).greyscale().raw().toBuffer()
    const { width, height } = info
    return {
      bytes: data,
      mediaType: 'image/jpeg',
      ...unseen,
      perceptualHash: perceptualHash(greys),
      width,
      height,
    }
  } catch {
    throw new Invalid({ file: { code: 'file-unreadable' } })
  }
}

/** A recording in which nothing plays is no recording. */
export async function measure(bytes: Uint8Array, mime: string): Promise<AcceptedFile> {
  const { duration } = await durationOf(bytes, mime)
  if (!duration || !Number.isFinite(duration)) throw new Invalid({ file: { code: 'file-unreadable' } })
  return { bytes, mediaType: playable[mime]!, ...unseen, seconds: Math.round(duration * 10) / 10 }
}

async function durationOf(bytes: Uint8Array, mimeType: string): Promise<{ duration?: number | undefined }> {
  try {
    return (await parseBuffer(bytes, { mimeType }, { duration: true, skipCovers: true })).format
  } catch {
    return {}
  }
}

/** Tags that make a page of a text, or call something. A chat's own "<Media omitted>" is none of them. */
const pageLike =
  /<\s*(!doctype|html|svg|math|script|\?xml|iframe|body|head|meta|img|object|embed|link|style|base|form|input|video|audio|template)\b/i

/** A log as plain text or CSV. Text that could be a web page or a script is refused. */
function acceptText(bytes: Uint8Array): AcceptedFile {
  const text = Buffer.from(bytes).toString('utf8')
  const isBinary = text.includes('\u0000') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 50
  if (bytes.length === 0 || isBinary || pageLike.test(text)) {
    throw new Invalid({ file: { code: 'file-kind-refused' } })
  }
  return { bytes, mediaType: 'text/plain', ...unseen }
}
