// Checks an audit pack: every file against the manifest, every row against its hash, every event against its chain.
// Needs nothing but Node.js 20 or later. In the unpacked folder: node verify.mjs
// Memeriksa paket audit. Di folder hasil ekstrak: node verify.mjs
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = path.resolve(process.argv[2] ?? path.dirname(fileURLToPath(import.meta.url)))
const sha256 = bytes => createHash('sha256').update(bytes).digest('hex')
const problems = []

const manifest = readManifest()
if (manifest) {
  const found = filesIn(folder).filter(name => name !== 'manifest.json')
  const listed = new Map(manifest.files.map(file => [file.path, file]))
  for (const name of found) if (!listed.has(name)) problems.push(`${name}: not in the manifest`)
  for (const file of manifest.files) {
    if (!found.includes(file.path)) problems.push(`${file.path}: missing`)
    else checkFile(file)
  }
  if (found.includes('events.jsonl')) checkEvents()
  console.log(`${manifest.subject}: ${manifest.files.length} files, digest ${manifest.digest}`)
}
for (const problem of problems) console.log(`WRONG  ${problem}`)
console.log(problems.length === 0 ? 'Everything is as it was packed.' : `${problems.length} problems found.`)
process.exitCode = problems.length === 0 ? 0 : 1

/** The digest in the manifest is taken of the manifest itself, without the digest. */
function readManifest() {
  try {
    const text = readFileSync(path.join(folder, 'manifest.json'), 'utf8')
    const { digest, ...rest } = JSON.parse(text)
    const whole = `${JSON.stringify({ ...rest, digest }, null, 1)}\n`
    if (whole !== text || sha256(JSON.stringify(rest)) !== digest) problems.push('manifest.json: changed')
    return { ...rest, digest }
  } catch (error) {
    problems.push(`manifest.json: cannot be read (${error.message})`)
    return undefined
  }
}

function checkFile(file) {
  const bytes = readFileSync(path.join(folder, file.path))
  if (bytes.length === file.bytes && sha256(bytes) === file.sha256) return
  problems.push(`${file.path}: ${file.rows ? changedRows(bytes, file.rows) : 'changed'}`)
}

function changedRows(bytes, hashes) {
  const rows = bytes.toString('latin1').split('\n')
  const wrong = hashes.flatMap((hash, i) =>
    sha256(Buffer.from(rows[i] ?? '', 'latin1')).startsWith(hash) ? [] : [i + 1],
  )
  return wrong.length > 0 ? `row ${wrong.join(', ')} changed` : 'changed beside its rows'
}

/** Each event's hash covers what it says and the event before it in the office's chain. */
function checkEvents() {
  const lines = readFileSync(path.join(folder, 'events.jsonl'), 'utf8').split('\n').filter(Boolean)
  for (const [i, line] of lines.entries()) {
    try {
      const event = JSON.parse(line)
      const said = [
        'previousHash',
        'sequence',
        'at',
        'actorKind',
        'actorId',
        'actorName',
        'action',
        'subjectKind',
      ]
      const text = sorted([...said, 'subjectId', 'before', 'after'].map(name => event[name]))
      if (sha256(text) !== event.hash) problems.push(`events.jsonl: row ${i + 1} does not match its own hash`)
    } catch {
      problems.push(`events.jsonl: row ${i + 1} cannot be read`)
    }
  }
}

function sorted(value) {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function filesIn(place, before = '') {
  return readdirSync(place, { withFileTypes: true })
    .flatMap(entry => {
      const name = before + entry.name
      return entry.isDirectory() ? filesIn(path.join(place, entry.name), `${name}/`) : [name]
    })
    .toSorted((a, b) => (a < b ? -1 : 1))
}
