/** From an outbox row to a delivered message. A row is leased, rendered, sent and marked; a crash repeats it safely. */
import type { App } from '../app.js'
import type { SentMail } from '../domain/mail.js'
import { addMinutes } from '../domain/time.js'
import { mailText } from '../views/mail/content.js'
import type { Renderer } from '../views/render.js'
import { composeMail } from './compose.js'
import { withAddresses } from './link-marks.js'
import { DeliveryProblem, type Transport } from './transport.js'

export interface Deliver {
  transport: Transport
  renderer: Renderer
}

const most = 200
const givesUpAfter = 12

export async function deliverMail(app: App, deliver: Deliver): Promise<string> {
  const now = app.clock.now()
  const dropped = await app.store.write(store => store.outbox.dropStale(now))
  const due = await app.store.write(store => store.outbox.lease(now, addMinutes(now, 10), most))
  let sent = 0
  for (const mail of due) if (await deliverOne(app, deliver, mail)) sent++
  if (due.length === most) app.wake('deliver-mail')
  return due.length + dropped === 0 ? '' : `${sent} of ${due.length} mails sent, ${dropped} no longer needed`
}

async function deliverOne(app: App, { transport, renderer }: Deliver, mail: SentMail): Promise<boolean> {
  const composed = await composeMail(app, mail)
  if (!composed) {
    await app.store.write(store =>
      store.outbox.markFailed(mail.id, app.clock.now(), 'what this mail is about is gone'),
    )
    return false
  }
  const { content, attachments } = composed
  const text = mailText(content)
  const html = renderer('mail/html', content).toString()
  try {
    const open = (marked: string) => withAddresses(marked, app.tokens)
    await transport.send({
      id: mail.id,
      to: mail.recipient,
      subject: content.subject,
      text: open(text),
      html: open(html),
      attachments,
    })
  } catch (error) {
    await keepProblem(app, mail, error)
    return false
  }
  const kept = { subjectLine: content.subject, bodyText: text, bodyHtml: html }
  await app.store.write(store => store.outbox.markSent(mail.id, app.clock.now(), kept))
  return true
}

async function keepProblem(app: App, mail: SentMail, error: unknown): Promise<void> {
  if (!(error instanceof DeliveryProblem)) throw error
  const now = app.clock.now()
  app.log.warn({ mail: mail.id, error: error.message }, 'mail not delivered')
  await app.store.write(store =>
    error.permanent || mail.attempts >= givesUpAfter
      ? store.outbox.markFailed(mail.id, now, error.message)
      : store.outbox.markRetry(mail.id, addMinutes(now, Math.min(240, 2 ** mail.attempts)), error.message),
  )
}
