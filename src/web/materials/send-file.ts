import type { Material } from '../../domain/material.js'
import { describeFile } from '../hand-over-file.js'
import type { Visit } from '../visit.js'
import { found } from '../visit.js'

/** A material's file, in parts where a player asks for parts. */
export async function sendMaterialFile({ app, res }: Visit, { fileId }: Material): Promise<void> {
  const file = found(fileId ? await app.store.evidence.findFile(fileId) : undefined, 'file')
  describeFile(res, file, { isShown: /^(audio|video|image)\//.test(file.mediaType) })
  // Kept by its hash: it never changes.
  await new Promise<void>((resolve, reject) => {
    const options = { dotfiles: 'allow', cacheControl: false } as const
    res.sendFile(app.files.pathOf(file.sha256), options, error => (error ? reject(error) : resolve()))
  })
}
