/** Who may import whom, and where each package is at home. The table in src/README.md says the same. */

/** Ring → the rings it may import; `app` stands for the types of the top-level files (app, config, log, tokens …). */
export const rings = {
  statistics: [],
  domain: ['statistics'],
  operations: ['domain', 'statistics', 'app'],
  db: ['domain'],
  files: ['domain'],
  mail: ['domain', 'views', 'language', 'app'],
  jobs: ['operations', 'mail', 'domain', 'statistics', 'app'],
  language: [],
  views: ['domain', 'statistics', 'language'],
  web: ['operations', 'domain', 'views', 'language', 'app'],
} as const satisfies Record<string, readonly string[]>

export type Ring = keyof typeof rings

/** Package → the rings that may import it. One that is not listed has no home yet, and is refused everywhere. */
export const homes: Record<string, readonly Ring[]> = {
  'better-sqlite3': ['db'],
  kysely: ['db'],
  pg: ['db'],
  'csv-parse': ['files', 'db'],
  'csv-stringify': ['files', 'web'],
  'file-type': ['files'],
  'music-metadata': ['files'],
  sharp: ['files'],
  nodemailer: ['mail'],
  'node-cron': ['jobs'],
  piscina: ['jobs'],
  'd3-scale': ['views'],
  'd3-shape': ['views'],
  ejs: ['views'],
  'ical-generator': ['views'],
  compression: ['web'],
  express: ['web'],
  'express-session': ['web'],
  helmet: ['web'],
  multer: ['web'],
  'rate-limiter-flexible': ['web'],
  zod: ['web', 'files', 'db'],
  'pure-rand': ['statistics'],
  adhan: ['domain'],
  'temporal-polyfill': ['domain'],
}

/** These are pure: nothing of Node may come in, but where the one named file reads. */
export const pure: readonly Ring[] = ['statistics', 'domain', 'language', 'views']
export const reads = ['src/views/render.ts']

/** The clock, chance and the environment come in here and are handed on from here. */
export const sources = [
  { what: /\bnew Date\b|\bDate\.now\b/, name: 'the time', allowed: ['src/domain/time.ts'] },
  { what: /\bMath\.random\b/, name: 'chance', allowed: ['src/statistics/random.ts'] },
  { what: /\bprocess\.env\b/, name: 'the environment', allowed: ['src/main.ts', 'src/config.ts'] },
]
