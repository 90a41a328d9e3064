/** From an outbox row to a delivered message. A row is leased, rendered, sent and marked; a crash repeats it safely. */
import type { App } from '../app.js'
import type { RenderedMail, SentMail } from '../domain/mail.js'
import { waitsForWorkingHours } from '../domain/mail.js'
import { afterRest } from '../domain/schedule.js'
import { addDays, addMinutes, type Instant } from '../domain/time.js'
import { daysOff } from '../domain/working-days.js'
import { mailText } from '../views/mail/content.js'
import type { Renderer } from '../views/render.js'
import { composeMail } from './compose.js'
import { notNeeded } from './composed.js'
import { markBounced } from './mark-bounced.js'
import { withAddresses } from './link-marks.js'
import { DeliveryProblem, type Transport } from './transport.js'

export interface Deliver {
  transport: Transport
  renderer: Renderer
}

const most = 200
const givesUpAfter = 12
const leaseMinutes = 10
/** No message is begun later than this, so that it is settled before the lease ends and another sender takes it. */
const beginsWithinMinutes = 5

export async function deliverMail(app: App, deliver: Deliver): Promise<string> {
  const now = app.clock.now()
  const dropped = await app.store.write(store => store.outbox.dropStale(now))
  const due = await app.store.write(store => store.outbox.lease(now, addMinutes(now, leaseMinutes), most))
  let sent = 0
  for (const mail of due) {
    if (app.clock.now() > addMinutes(now, beginsWithinMinutes)) break
    if (await deliverOne(app, deliver, mail)) sent++
  }
  if (due.length === most) app.wake('deliver-mail')
  return due.length + dropped === 0 ? '' : `${sent} of ${due.length} mails sent, ${dropped} no longer needed`
}

/** One mail that cannot be made or sent keeps no other from its way. */
async function deliverOne(app: App, deliver: Deliver, mail: SentMail): Promise<boolean> {
  try {
    const restsUntil = await restOf(app, mail)
    if (restsUntil) {
      await app.store.write(store => store.outbox.postpone(mail.id, restsUntil))
      return false
    }
    const kept = await send(app, deliver, mail)
    await app.store.write(store =>
      kept === notNeeded
        ? store.outbox.drop(mail.id, app.clock.now())
        : store.outbox.markSent(mail.id, app.clock.now(), kept),
    )
    return kept !== notNeeded
  } catch (error) {
    await keepProblem(app, mail, error)
    return false
  }
}

/** A reminder that was held up until the evening, a Sunday or a holiday waits on until people work. */
async function restOf({ store, clock }: App, mail: SentMail): Promise<Instant | undefined> {
  if (!waitsForWorkingHours(mail.kind)) return undefined
  const today = clock.today()
  const off = daysOff(await store.holidays.between(today, addDays(today, 30)))
  const awake = afterRest(clock.now(), clock.zone, off)
  return awake > clock.now() ? awake : undefined
}

async function send(
  app: App,
  { transport, renderer }: Deliver,
  mail: SentMail,
): Promise<RenderedMail | typeof notNeeded> {
  const composed = await composeMail(app, mail)
  if (composed === notNeeded) return notNeeded
  if (!composed) throw new DeliveryProblem('what this mail is about is gone', true)
  const { content, attachments } = composed
  const text = mailText(content)
  const html = renderer('mail/html', content).toString()
  const open = (marked: string) => withAddresses(marked, app.tokens)
  const { id, recipient: to } = mail
  await transport.send({ id, to, subject: content.subject, text: open(text), html: open(html), attachments })
  return { subjectLine: content.subject, bodyText: text, bodyHtml: html }
}

async function keepProblem(app: App, mail: SentMail, error: unknown): Promise<void> {
  const now = app.clock.now()
  const why = error instanceof Error ? error.message : String(error)
  const isOurs = !(error instanceof DeliveryProblem)
  app.log[isOurs ? 'error' : 'warn']({ mail: mail.id, err: isOurs ? error : why }, 'mail not delivered')
  if (!isOurs && error.bounced) await markBounced(app, mail, why)
  const gone = (!isOurs && error.permanent) || mail.attempts >= givesUpAfter
  await app.store.write(store =>
    gone
      ? store.outbox.markFailed(mail.id, now, why)
      : store.outbox.markRetry(mail.id, addMinutes(now, Math.min(240, 2 ** mail.attempts)), why),
  )
}
