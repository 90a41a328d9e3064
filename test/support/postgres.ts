/** A real PostgreSQL for the tests: started once per run where its programs are found, empty databases on demand. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { atEndOfProcess } from './at-end.js'

const home = '/usr/lib/postgresql'
let started: string | undefined
let count = 0

/** The folder of `initdb` and `pg_ctl`, newest first; nothing where PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a)) : []
  return versions
    .map(version => path.join(home, version, 'bin'))
    .find(bin => existsSync(path.join(bin, 'initdb')))
}

export async function newPostgres(): Promise<string> {
  return createDatabase('template0')
}

export async function copyPostgres(address: string): Promise<string> {
  return createDatabase(new URL(address).pathname.slice(1))
}

async function createDatabase(template: string): Promise<string> {
  const server = (started ??= startPostgres())
  const name = `gaung_${++count}`
  const client = new pg.Client({ connectionString: `${server}postgres` })
  await client.connect()
  await client.query(`create database ${name} template ${template}`)
  await client.end()
  return `${server}${name}`
}

/** Over a socket in its own folder, without syncing to disk: it lives as long as the run. */
function startPostgres(): string {
  const bin = postgresPrograms()
  if (!bin) throw new Error(`PostgreSQL is not installed in ${home}`)
  const folder = mkdtempSync('/tmp/gaung-pg-')
  const who = ownerOf(folder)
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(bin, program), args, { ...who, cwd: folder, stdio: 'ignore' })
  const data = path.join(folder, 'data')
  run('initdb', '-D', data, '-U', 'gaung', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync')
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`
  run('pg_ctl', '-D', data, '-w', '-o', options, '-l', path.join(folder, 'log'), 'start')
  const stop = () => {
    if (!existsSync(folder)) return
    run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop')
    rmSync(folder, { recursive: true, force: true })
  }
  atEndOfProcess(stop)
  process.once('exit', stop) // a run that is broken off leaves no server behind either
  return `postgres://gaung@${encodeURIComponent(folder)}/`
}

/** PostgreSQL refuses to run as root: there, the account that Debian made for it is taken. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const id = (option: string) => Number(spawnSync('id', [option, 'postgres'], { encoding: 'utf8' }).stdout)
  const [uid, gid] = [id('-u'), id('-g')]
  chownSync(folder, uid, gid)
  return { uid, gid }
}
