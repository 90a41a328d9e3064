/** What a campaign's own material may be, found from its bytes. Unlike a proof it is kept to the byte: it is to be run. */
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { Invalid } from '../domain/errors.js'
import { measure, mostPixels, playable, unseen, type AcceptedFile } from './proof-kinds.js'

const artwork = ['image/jpeg', 'image/png', 'image/webp', 'image/tiff']

export async function acceptMaterial(bytes: Uint8Array): Promise<AcceptedFile> {
  const found = await fileTypeFromBuffer(bytes)
  const mime = found?.mime ?? ''
  if (artwork.includes(mime)) return look(bytes, mime)
  if (mime in playable) return measure(bytes, mime)
  if (mime === 'application/pdf') return { bytes, mediaType: mime, ...unseen }
  throw new Invalid({ file: { code: 'material-kind-refused' } })
}

/** Drawn once to the end, so that half a picture is refused; nothing of it is changed. */
async function look(bytes: Uint8Array, mediaType: string): Promise<AcceptedFile> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
    const { width, height } = await picture.metadata()
    await picture.stats()
    return { bytes, mediaType, ...unseen, width, height }
  } catch {
    throw new Invalid({ file: { code: 'file-unreadable' } })
  }
}
