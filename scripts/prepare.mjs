/**
 * Makes a fresh clone ready: packages, database driver, compiled code and, for the tests, a browser.
 * Runs before `npm start`, `npm run demo` and `npm test`; does only what is missing, so a repeat is quick.
 *   --dev      also the packages and tools that only the tests need
 *   --browser  also Chromium (from Debian's packages, when root)
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
process.chdir(root)
const wantsDev = process.argv.includes('--dev')
const stampFile = 'dist/.stamp'

if (!packagesMatchLock()) installPackages()
const { ensureSqlite } = await import('./native.mjs')
ensureSqlite()
if (!wantsDev) compileIfChanged()
if (process.argv.includes('--browser')) {
  const { ensureChromium } = await import('./chromium.mjs')
  ensureChromium()
}

/** True when every package the lock file asks for is installed in that version. */
function packagesMatchLock() {
  const installed = readJson('node_modules/.package-lock.json')?.packages ?? {}
  const wanted = Object.entries(readJson('package-lock.json').packages)
  return wanted.every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional || (entry.dev && !wantsDev)) return true
    return installed[path]?.version === entry.version && existsSync(path)
  })
}

function installPackages() {
  console.log('gaung: installing packages')
  const npm = process.env.npm_execpath
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if (wantsDev) args.push('--include=dev')
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit' })
  if (run.status !== 0) fail('the packages could not be installed; see the lines above')
}

function compileIfChanged() {
  const stamp = fingerprint()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  console.log('gaung: compiling')
  rmSync('dist', { recursive: true, force: true })
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  })
  if (tsc.status !== 0) fail('the code could not be compiled')
  writeFileSync(stampFile, stamp)
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const file of ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...sources()]) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

function sources() {
  return ['src', 'db', 'scripts'].flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .map(file => join(folder, file))
      .toSorted(),
  )
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

function fail(why) {
  console.error(`gaung: ${why}`)
  process.exit(1)
}
