/**
 * Reads every EJS view with the compiler: each becomes a TypeScript function of its model, line for line, in the ignored
 * folder `.views`, so that a misspelt property is found with its file and line before anybody opens the page.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Problems as `views/accounts/form.ejs:12 what is wrong`. */
export function viewProblems(root: string): string[] {
  const target = path.join(root, '.views')
  const names = viewNames(root)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const name of names) {
    const source = readFileSync(path.join(root, 'views', `${name}.ejs`), 'utf8')
    writeFileSync(path.join(target, fileOf(name)), asTypeScript(name, source))
  }
  writeFileSync(path.join(target, 'every-view.ts'), everyView(names))
  writeFileSync(path.join(target, 'tsconfig.json'), JSON.stringify(settings))
  return compile(root).flatMap(line => inWords(line, names))
}

export function viewNames(root: string): string[] {
  return readdirSync(path.join(root, 'views'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ejs'))
    .map(file => file.replace(/\.ejs$/, '').replaceAll(path.sep, '/'))
    .toSorted()
}

const settings = {
  extends: '../tsconfig.json',
  compilerOptions: { noEmit: true, rootDir: '..', types: [] },
  include: ['*.ts'],
}

function fileOf(view: string): string {
  return `${view.replaceAll('/', '__')}.ts`
}

/** What the templates print is text, a number or safe HTML; `<%-` takes safe HTML only; an include gets the model of its view. */
const given = [
  `import type { Views } from '../src/views/registry.js'`,
  `import type { SafeHtml } from '../src/views/html.js'`,
  `declare function include<Name extends keyof Views>(name: \`/\${Name}\`, model: Views[Name]): SafeHtml`,
  `declare function print(value: string | number | SafeHtml): void`,
  `declare function raw(value: SafeHtml): void`,
].join('; ')

const tag = /<%(=|-|#|_)?([\s\S]*?)[-_]?%>/g

export function asTypeScript(view: string, source: string): string {
  let body = ''
  let at = 0
  for (const { 0: whole, 1: kind, 2: code, index } of source.matchAll(tag)) {
    body += linesOf(source.slice(at, index)) + statement(kind, code!)
    at = index + whole.length
  }
  return `${given}; export default function (view: Views['${view}']) {${body}${linesOf(source.slice(at))}}\n`
}

function statement(kind: string | undefined, code: string): string {
  if (kind === '=') return `;print(${code});`
  if (kind === '-') return `;raw(${code});`
  return kind === '#' ? linesOf(code) : code
}

/** Nothing but the line breaks: lines keep their numbers. */
function linesOf(text: string): string {
  return text.replace(/[^\n]/g, '')
}

/** Does not compile when the registry names a view that has no file. */
function everyView(names: string[]): string {
  const files = names.map(name => `'${name}'`).join(' | ')
  return `import type { Views } from '../src/views/registry.js'
declare const missing: Exclude<keyof Views, ${files}>
export const none: never = missing
`
}

function compile(root: string): string[] {
  const tsc = path.resolve(import.meta.dirname, '../node_modules/typescript/bin/tsc')
  const args = [tsc, '-p', '.views', '--pretty', 'false']
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const lines = run.stdout.split('\n').filter(line => /^\S/.test(line))
  if (run.status !== 0 && lines.length === 0) throw new Error(`the compiler failed: ${run.stderr}`)
  return lines
}

/** Problems of the program itself are the business of `check:types`. */
function inWords(line: string, names: string[]): string[] {
  const [, file, row, text] = /^\.views\/(.+?\.ts)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line) ?? []
  if (!file) return line.startsWith('src/') ? [] : [line]
  const view = names.find(name => fileOf(name) === file)
  if (view)
    return [text!.includes("on type 'Views'") ? unregistered(view) : `views/${view}.ejs:${row} ${text}`]
  const missing = [...text!.matchAll(/"([^"]+)"/g)].map(found => found[1]!)
  return missing.map(name => `src/views/registry.ts names ${name}, and views/${name}.ejs is missing`)
}

function unregistered(view: string): string {
  return `views/${view}.ejs:1 is not in src/views/registry.ts`
}

if (process.argv[1] === import.meta.filename) {
  const root = path.resolve(import.meta.dirname, '..')
  const problems = viewProblems(root)
  for (const problem of problems) console.error(problem)
  console.log(`${viewNames(root).length} views, ${problems.length} problems`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
