/** Structured lines on standard output. Nothing secret may be handed in; what slips through by name is masked. */
import pino from 'pino'
import type { Config } from './config.js'

export type Log = pino.Logger

export function createLog(config: Pick<Config, 'logLevel'>): Log {
  return pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['password', 'token', 'secret', 'cookie', '*.password', '*.token', '*.secret', '*.cookie'],
  })
}
