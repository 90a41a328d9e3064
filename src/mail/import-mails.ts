/** Mails about a file of the watched folder that does not count. */
import type { App } from '../app.js'
import type { SentMail } from '../domain/mail.js'
import type { ProblemCode } from '../domain/problem.js'
import { words } from '../language/words.js'
import { formats } from '../views/formats.js'
import { importStoppedMail } from '../views/mail/imports.js'
import { paths } from '../views/paths.js'
import type { Composed } from './composed.js'

export async function composeImportStopped(app: App, mail: SentMail): Promise<Composed | undefined> {
  const { payload, language } = mail
  const user = await app.store.users.find(String(payload['userId']))
  if (!user) return undefined
  const batch = payload['importId']
    ? await app.store.registrationImports.find(String(payload['importId']))
    : null
  const { officeName } = await app.store.settings.all()
  const content = importStoppedMail(words[language], formats(language, app.clock.zone), {
    user,
    officeName,
    file: String(payload['file']),
    at: mail.createdAt,
    problem: batch ? null : { code: String(payload['code']) as ProblemCode, values: payload },
    waiting: batch
      ? {
          refused: batch.rowsRefused,
          questions: batch.report.questions.length,
          address: app.url(paths.registrationImport(batch.id)),
        }
      : null,
  })
  return { content, attachments: [] }
}
