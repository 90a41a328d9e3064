/** Holds src/ to the table in src/README.md: who imports whom, which package lives where, what is pure, and no circles. */
import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { circles } from './circles.js'
import { importsOf, linesWith, type Import } from './imports.js'
import { homes, pure, reads, rings, sources, type Ring } from './rings.js'

/** Path → text, as in `src/domain/user.ts`. */
export type Sources = ReadonlyMap<string, string>

export function ringProblems(files: Sources): string[] {
  const each = [...files].flatMap(([file, text]) => [
    ...importsOf(text).flatMap(found => problem(file, found)),
    ...impurities(file, text),
  ])
  return [...each, ...circles(graph(files)).map(circle => `a circle of imports: ${circle.join(' → ')}`)]
}

function problem(file: string, found: Import): string[] {
  const ring = ringOf(file)
  const refuse = (why: string) => [`${file}:${found.line} ${ring} may not import ${found.from}: ${why}`]
  if (ring === 'top') return []
  if (!(ring in rings)) return [`${file}:1 ${ring} is no ring; scripts/rings.ts lists them`]
  if (found.from.startsWith('.')) return refuseInner(file, found).flatMap(refuse)
  if (isBuiltin(found.from)) return refuseNode(file, ring as Ring).flatMap(refuse)
  return refusePackage(found.from, ring as Ring).flatMap(refuse)
}

function refuseInner(file: string, { from, typeOnly }: Import): string[] {
  const ring = ringOf(file) as Ring
  const target = resolve(file, from)
  const other = ringOf(target)
  if (other === ring) return []
  const allowed: readonly string[] = rings[ring]
  if (other !== 'top')
    return allowed.includes(other) ? [] : [`it may import ${allowed.join(', ') || 'nothing'}`]
  if (/^src\/(compose|main)\.ts$/.test(target)) return ['only the process and the scripts compose']
  if (!allowed.includes('app')) return ['this ring is given what it needs']
  return typeOnly ? [] : ['of the top level only types; the app is handed in']
}

function refuseNode(file: string, ring: Ring): string[] {
  return pure.includes(ring) && !reads.includes(file) ? ['this ring is pure'] : []
}

function refusePackage(from: string, ring: Ring): string[] {
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
  const at = homes[name]
  if (!at) return ['this package has no home; give it one in scripts/rings.ts']
  return at.includes(ring) ? [] : [`its home is ${at.join(', ')}`]
}

function impurities(file: string, text: string): string[] {
  return sources
    .filter(({ allowed }) => !allowed.includes(file))
    .flatMap(({ what, name, allowed }) =>
      linesWith(text, what).map(
        line => `${file}:${line} takes ${name} by itself; it comes from ${allowed.join(', ')}`,
      ),
    )
}

/** Types are gone when the program runs: a table may name the schema and the schema the table. */
function graph(files: Sources): Map<string, string[]> {
  const edges = [...files].map(([file, text]): [string, string[]] => {
    const kept = importsOf(text).filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
    return [file, kept.map(({ from }) => resolve(file, from)).filter(target => files.has(target))]
  })
  return new Map(edges)
}

function ringOf(file: string): string {
  const parts = file.split('/')
  return parts.length === 2 ? 'top' : parts[1]!
}

function resolve(file: string, from: string): string {
  return path.posix.join(path.posix.dirname(file), from).replace(/\.js$/, '.ts')
}

export function sourcesOf(root: string): Sources {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => `src/${file.replaceAll(path.sep, '/')}`)
  return new Map(files.toSorted().map(file => [file, readFileSync(path.join(root, file), 'utf8')]))
}

if (process.argv[1] === import.meta.filename) {
  const files = sourcesOf(path.resolve(import.meta.dirname, '..'))
  const problems = ringProblems(files)
  for (const line of problems) console.error(line)
  console.log(`${files.size} files, ${problems.length} problems`)
  process.exitCode = problems.length > 0 || files.size === 0 ? 1 : 0
}
