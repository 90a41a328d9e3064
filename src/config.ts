/** Every setting of the process: read from the environment once, checked, frozen. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const zone = z.string().refine(isTimeZone, 'must be a time zone such as Asia/Jakarta')
const webAddress = z.url({ protocol: /^https?$/ }).transform(url => url.replace(/\/$/, ''))

/** The README's table is made from this: name, meaning, default. */
export const variables = z.object({
  PORT: wholeNumber(0, 65535).default(3000).describe('Port to serve on; 0 takes a free one'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  GAUNG_URL: webAddress.optional().describe('Public address of this installation, used in mails and links'),
  GAUNG_DATA: z.string().min(1).default('.data').describe('Folder of the database, the files and the secret'),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:<file> or postgres://…')
    .optional()
    .describe('Database; without it, a SQLite file in the data folder'),
  GAUNG_INBOX: z
    .string()
    .min(1)
    .optional()
    .describe('Folder that is watched for files of registrations; without it, none is'),
  GAUNG_SECRET: z
    .string()
    .min(32, 'must be at least 32 characters')
    .optional()
    .describe('Secret that signs links and cookies; without it, one is made and kept in the data folder'),
  GAUNG_TIMEZONE: zone.default('Asia/Jakarta').describe('Time zone of all business time (WIB, WITA, WIT)'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, 'must begin with smtp:// or smtps://')
    .optional()
    .describe('Mail server; without it, mails wait in the mailbox page for administrators'),
  MAIL_FROM: z.string().min(3).default('Gaung <gaung@localhost>').describe('Sender of every mail'),
  GAUNG_PROXIES: wholeNumber(0, 10).default(0).describe('Number of trusted proxies in front of this process'),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much to log'),
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('production')
    .describe('development reloads views and shows the component gallery'),
})

export interface Config {
  root: string
  port: number
  host: string
  url: string | undefined
  dataFolder: string
  databaseUrl: string
  inbox: string | undefined
  secret: string
  zone: string
  smtpUrl: string | undefined
  mailFrom: string
  proxies: number
  logLevel: string
  mode: 'development' | 'production' | 'test'
  /** A season of invented data: every page says so. */
  demo: boolean
}

export class WrongConfiguration extends Error {}

export function readConfig(env: NodeJS.ProcessEnv, options: { demo?: boolean } = {}): Config {
  const read = variables.safeParse(withoutEmpty(env))
  if (!read.success) throw new WrongConfiguration(complaints(read.error))
  const values = read.data
  const root = projectRoot()
  const demo = options.demo ?? false
  const dataFolder = path.resolve(root, values.GAUNG_DATA, demo ? 'demo' : '.')
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  return Object.freeze({
    root,
    port: values.PORT,
    host: values.HOST,
    url: values.GAUNG_URL,
    dataFolder,
    databaseUrl: (!demo && values.DATABASE_URL) || `sqlite:${path.join(dataFolder, 'gaung.sqlite')}`,
    inbox: values.GAUNG_INBOX && !demo ? path.resolve(root, values.GAUNG_INBOX) : undefined,
    secret: values.GAUNG_SECRET ?? keptSecret(dataFolder),
    zone: values.GAUNG_TIMEZONE,
    smtpUrl: demo ? undefined : values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    proxies: values.GAUNG_PROXIES,
    logLevel: values.LOG_LEVEL,
    mode: values.NODE_ENV,
    demo,
  })
}

/** The folder of package.json, from the source or from the compiled code. */
function projectRoot(): string {
  let folder = import.meta.dirname
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder)
  return folder
}

function complaints(error: z.ZodError): string {
  return error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`).join('\n')
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

function keptSecret(folder: string): string {
  const file = path.join(folder, 'secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
