import type { Day } from './time.js'

export interface Branch {
  id: string
  name: string
}

/** The administrative unit registrations are counted in. Valid from/to, because districts split and merge. */
export interface District {
  code: string
  bpsCode: string | null
  name: string
  shortName: string
  kind: 'regency' | 'city' | 'other'
  branchId: string | null
  capital: string
  population: number | null
  populationYear: number | null
  workingAge: number | null
  longitude: number | null
  latitude: number | null
  tileColumn: number | null
  tileRow: number | null
  validFrom: Day
  validTo: Day | null
}

export function existsOn(district: District, day: Day): boolean {
  return district.validFrom <= day && (district.validTo === null || day <= district.validTo)
}

/**
 * The key under which a written name is looked up: lower case, no type words, no spaces or signs. `18.02` is a
 * Kemendagri code and `BPS 1805` a BPS code; a bare `1802` could be either, so it finds nothing and has to be asked.
 */
export function aliasKey(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, ' ')
    .trim()
  const code = /^(?:kemendagri )?(\d{2}\.\d{2})$/.exec(plain)
  if (code) return code[1]!
  const joined = plain.replace(/[ .]/g, '')
  const bare = plain
    .replace(/^(kabupaten|kab|kota|kotamadya|regency|city|w\.?p)[. ]+(?=\S)/, '')
    .replace(/[ .]/g, '')
  return bare.length > 2 ? bare : joined
}
