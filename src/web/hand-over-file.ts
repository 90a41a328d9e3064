import type { Response } from 'express'

type Kept = { originalName: string; mediaType: string }

/** Answers with what somebody sent: shown where it is a picture or plays, a file to keep otherwise. Nothing of it can run here. */
export function describeFile(res: Response, file: Kept, { isShown }: { isShown: boolean }): void {
  res.set('Content-Security-Policy', "default-src 'none'; sandbox")
  if (!isShown) res.attachment(downloadName(file))
  // After the name, because Express takes the type from its ending, and the sender chose that.
  res.type(file.mediaType)
}

/** How files of a kind may end; the first is added where the sender's ending says another kind. */
const endings: Record<string, readonly string[]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt', 'csv'],
  'audio/mpeg': ['mp3'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'opus', 'oga'],
  'audio/aac': ['aac'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/amr': ['amr'],
  'video/mp4': ['mp4', 'm4v'],
  'video/quicktime': ['mov'],
  'video/webm': ['webm', 'mkv'],
  'video/3gpp': ['3gp'],
}

/** The name it was sent under, without what hides or turns round its ending. */
export function downloadName({ originalName, mediaType }: Kept): string {
  const plain = originalName
    .split(/[/\\]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}"]/gu, '')
    .trim()
    .slice(0, 120)
  const known = endings[mediaType] ?? []
  const ending = plain.split('.').at(-1)!.toLowerCase()
  if (known.length === 0 || known.includes(ending)) return plain || 'file'
  return `${plain || 'file'}.${known[0]!}`
}
