/** A real mail server on loopback: keeps what it is sent, and can be told to refuse, to be slow or to be down. */
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { atEndOfFile } from './at-end.js'

export interface Letter extends Email {
  to: NonNullable<Email['to']>
  recipient: string
  subject: string
  text: string
  html: string
}

export interface MailServer {
  url: string
  letters: Letter[]
  /** The next letter to somebody that no test has read yet. */
  next(recipient: string): Promise<Letter>
  /** The answer to every message from now on: 451 (try again), 550 (never); without a code, they are taken. */
  answer(code?: 451 | 550): void
  /** Keeps messages waiting for their answer; tells when the first has come. */
  hold(): { reached: Promise<void>; release(): void }
  stop(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = []
  const taken = new Set<Letter>()
  let refusal: number | undefined
  let held = { reached: () => {}, released: Promise.resolve() }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      take(stream)
        .then(async bytes => {
          held.reached()
          await held.released
          if (refusal) return done(Object.assign(new Error('refused by the test'), { responseCode: refusal }))
          letters.push(await read(bytes, session.envelope.rcptTo.map(to => to.address).join()))
          done()
        })
        .catch(done)
    },
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const stop = () => new Promise<void>(resolve => server.close(() => resolve()))
  atEndOfFile(stop)
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    next: async recipient => {
      for (let tries = 0; tries < 250; tries++) {
        const found = letters.find(letter => letter.recipient === recipient && !taken.has(letter))
        if (found) return (taken.add(found), found)
        await new Promise(resolve => setTimeout(resolve, 20))
      }
      throw new Error(`no mail to ${recipient}`)
    },
    answer: code => void (refusal = code),
    hold() {
      const [arrival, departure] = [signal(), signal()]
      held = { reached: arrival.give, released: departure.given }
      return { reached: arrival.given, release: departure.give }
    },
    stop,
  }
}

function signal(): { given: Promise<void>; give(): void } {
  let give = () => {}
  const given = new Promise<void>(resolve => (give = resolve))
  return { given, give: () => give() }
}

async function take(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function read(bytes: Buffer, recipient: string): Promise<Letter> {
  const email = await PostalMime.parse(bytes)
  return {
    ...email,
    to: email.to ?? [],
    recipient,
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
  }
}

/** The address behind the button of a letter, as a path of the application. */
export function linkIn(letter: Letter): string {
  const found = /https?:\/\/\S+/.exec(letter.text)
  if (!found) throw new Error(`no link in "${letter.subject}"`)
  return new URL(found[0]).pathname
}
