/** Makes better-sqlite3 load: as installed, else from its published binary, else built here from source. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const home = dirname(require.resolve('better-sqlite3/package.json'))

export function ensureSqlite() {
  if (loads()) return
  console.log('gaung: making the database driver ready (a minute, the first time)')
  if (fetchBinary() || buildFromSource()) return
  throw new Error(
    'gaung: better-sqlite3 could not be built. It needs python3, make, g++ and the headers of this Node.js\n' +
      '  (Debian and Ubuntu: apt install python3 make g++; headers come with the official Node.js packages).',
  )
}

/** In a process of its own: a binary made for another Node.js may end the process that loads it. */
function loads() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()"
  return spawnSync(process.execPath, ['-e', probe], { cwd: home, stdio: 'ignore' }).status === 0
}

function fetchBinary() {
  const script = toolOf('prebuild-install', 'bin.js')
  if (!script) return false
  const run = spawnSync(process.execPath, [script], { cwd: home, stdio: 'ignore', timeout: 60_000 })
  return run.status === 0 && loads()
}

function buildFromSource() {
  const gyp = process.env.npm_config_node_gyp ?? npmsNodeGyp()
  if (!gyp) return false
  const args = [gyp, 'rebuild', '--release', '-j', 'max']
  const prefix = dirname(dirname(process.execPath))
  if (existsSync(join(prefix, 'include/node/node_version.h'))) args.push(`--nodedir=${prefix}`)
  const run = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' })
  if (run.status === 0 && loads()) return true
  console.error(run.stdout?.slice(-2000), run.stderr?.slice(-4000))
  return false
}

/** node-gyp comes inside npm, wherever this Node.js keeps it. */
function npmsNodeGyp() {
  const prefix = dirname(dirname(process.execPath))
  return [join(prefix, 'lib/node_modules'), join(dirname(process.execPath), 'node_modules')]
    .map(modules => join(modules, 'npm/node_modules/node-gyp/bin/node-gyp.js'))
    .find(existsSync)
}

function toolOf(name, bin) {
  try {
    return join(dirname(require.resolve(`${name}/package.json`, { paths: [home] })), bin)
  } catch {
    return undefined
  }
}
