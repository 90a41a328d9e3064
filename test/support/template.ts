/** Databases that begin where every test begins: made once per run, copied per test. */
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { compose } from '../../src/compose.js'
import { readConfig, type Config } from '../../src/config.js'
import { standingClock } from '../../src/domain/time.js'
import { newFolder } from './folders.js'
import { storyBegins } from './people.js'
import { copyPostgres, newPostgres } from './postgres.js'
import { tellStory } from './story.js'

export type Beginning = 'empty' | 'story'

/** The same throughout a run, so that a link signed for the template opens its copies too. */
const secret = 'the secret of the tests, 32 characters or more'

/** `TEST_DATABASE=postgres npm test` runs everything on PostgreSQL. */
export const onPostgres = process.env['TEST_DATABASE'] === 'postgres'

const made = new Map<Beginning, Promise<string>>()

/** The address of a fresh database that holds the reference data, and the story's people when asked for. */
export async function newDatabase(beginning: Beginning): Promise<string> {
  if (!made.has(beginning)) made.set(beginning, makeTemplate(beginning))
  const template = await made.get(beginning)!
  return onPostgres ? copyPostgres(template) : copyFile(template)
}

async function makeTemplate(beginning: Beginning): Promise<string> {
  const address = beginning === 'story' ? await newDatabase('empty') : await blankDatabase()
  const config = testConfig({ DATABASE_URL: address, GAUNG_DATA: newFolder() })
  const { app, connection } = await compose(config, { clock: standingClock(storyBegins, config.zone) })
  if (beginning === 'story') await tellStory(app)
  await app.compute.close()
  await connection.close()
  return address
}

function blankDatabase(): Promise<string> {
  return onPostgres ? newPostgres() : Promise.resolve(sqliteAddress())
}

function copyFile(template: string): string {
  const address = sqliteAddress()
  copyFileSync(fileOf(template), fileOf(address))
  return address
}

export function sqliteAddress(): string {
  return `sqlite:${path.join(newFolder('database'), 'gaung.sqlite')}`
}

export function fileOf(address: string): string {
  return address.replace(/^sqlite:/, '')
}

export function testConfig(env: Record<string, string>): Config {
  return readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: '0', GAUNG_SECRET: secret, ...env })
}
