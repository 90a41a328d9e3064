/** Calls the interface for programs, and makes up bodies that no program should send. */
import type { ApiScope } from '../../src/domain/api-token.js'
import { makeApiToken } from '../../src/operations/keep-api-tokens.js'
import { randomStream, type RandomStream } from '../../src/statistics/random.js'
import { people } from './people.js'
import type { TestServer } from './server.js'

export async function newKey(
  { app }: Pick<TestServer, 'app'>,
  scopes: ApiScope[],
  days = 30,
): Promise<string> {
  const { id, name, role } = people.ratna
  const made = await makeApiToken(app, { kind: 'user', id, name, role }, { name: 'Uji', scopes, days })
  return made.secret
}

interface Call {
  method?: 'get' | 'post'
  key?: string
  json?: unknown
  body?: Buffer
  type?: string
  language?: 'id' | 'en'
}

export async function callApi({ url }: { url: string }, path: string, call: Call = {}) {
  const { method = 'get', key, json, type = 'application/json', language = 'id' } = call
  const body = json === undefined ? call.body : Buffer.from(JSON.stringify(json))
  const response = await fetch(`${url}/api/v1${path}`, {
    method: method.toUpperCase(),
    headers: {
      'Accept-Language': language,
      ...(key ? { Authorization: `Bearer ${key}` } : {}),
      ...(body ? { 'Content-Type': type } : {}),
    },
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  }
}

/** A body in order, to be spoilt in one place each. */
const sound = (random: RandomStream) => ({
  source: 'SIPP',
  counts: Array.from({ length: 1 + random.below(4) }, (_, i) => ({
    day: `2026-10-${String(1 + i).padStart(2, '0')}`,
    district: '18.71',
    stream: 'self',
    count: random.below(50),
  })),
})

const strange: unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e99,
  '',
  ' ',
  '0x10',
  '2026-02-31',
  '31/10/2026',
  '9999-12-31',
  [],
  {},
  [[]],
  { $gt: '' },
  "'; drop table registration_counts; --",
  '\u0000',
  '=1+1',
  'Jumlah',
  'x'.repeat(5000),
  '3273012345678901',
]

/** Bodies that must all be refused: spoilt values, missing and foreign fields, broken text, wrong types. */
export function* malformedBodies(count: number, seed: number): Generator<{ body: Buffer; type: string }> {
  const random = randomStream(seed)
  const json = 'application/json'
  for (let i = 0; i < count; i++) {
    const body = sound(random)
    const row = body.counts[random.below(body.counts.length)]! as Record<string, unknown>
    const value = strange[random.below(strange.length)]
    const text = () => Buffer.from(JSON.stringify(body))
    switch (random.below(8)) {
      case 0: {
        const field = ['day', 'district', 'stream'][random.below(3)]!
        row[field] = value
        break
      }
      case 1:
        row['count'] = value === null ? -5 : value
        break
      case 2:
        delete row[['day', 'district', 'stream', 'count'][random.below(4)]!]
        break
      case 3:
        row['surprise'] = value
        break
      case 4:
        Object.assign(body, { counts: value })
        break
      case 5:
        yield { body: text().subarray(0, random.below(text().length - 1)), type: json }
        continue
      case 6:
        yield {
          body: text(),
          type: ['text/plain', 'multipart/form-data', 'application/xml'][random.below(3)]!,
        }
        continue
      default: {
        const bytes = Buffer.from(Array.from({ length: 1 + random.below(60) }, () => random.below(256)))
        yield { body: bytes, type: json }
        continue
      }
    }
    yield { body: text(), type: json }
  }
}
