import type { App } from '../app.js'
import type { Digest } from '../domain/digest.js'
import type { SentMail } from '../domain/mail.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { digestMail } from '../views/mail/digest.js'
import { paths } from '../views/paths.js'
import type { Composed } from './composed.js'

export async function composeDigest(app: App, mail: SentMail): Promise<Composed | undefined> {
  const user = await app.store.users.find(String(mail.payload['userId']))
  if (!user || user.deactivatedAt) return undefined
  const { officeName } = await app.store.settings.all()
  const content = digestMail(words[mail.language], formats(mail.language, app.clock.zone), {
    user,
    officeName,
    digest: JSON.parse(String(mail.payload['digest'])) as Digest,
    address: app.url(paths.overview),
    stop: app.url(paths.account),
  })
  return { content, attachments: [] }
}
