/** Fills a new database with what every office shares: districts, calendar, streams, the catalogue of messages. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { aliasKey, type District } from '../domain/district.js'
import { groupBy } from '../domain/group.js'
import type { Holiday } from '../domain/holiday.js'
import type { Instant } from '../domain/time.js'
import type { Store } from './store.js'

type Row = Record<string, string>

export async function loadReference(store: Store, root: string, now: Instant): Promise<void> {
  if ((await store.streams.list()).length > 0) return
  const read = (name: string): Row[] =>
    parse(readFileSync(path.join(root, 'db/reference', `${name}.csv`), 'utf8'), { columns: true, bom: true })
  await store.write(async tx => {
    const districts = read('districts')
    await tx.districts.insert(districts.map(toDistrict))
    await tx.districts.insertNeighbours(read('neighbours').flatMap(bothWays))
    await tx.districts.insertAliases(
      districts
        .flatMap(namesOf)
        .map(([alias, districtCode]) => ({ alias, districtCode, learnedFrom: 'reference', createdAt: now })),
    )
    await tx.districts.insertChanges(
      read('district-changes').map(row => ({
        day: row['day']!,
        fromCode: row['from']!,
        toCode: row['to']!,
        share: Number(row['share']),
        shareBack: Number(row['share_back'] || 1),
        source: row['source']!,
      })),
    )
    await tx.holidays.insert(read('holidays').map(toHoliday))
    await tx.holidays.insertRamadans(
      read('ramadans').map(row => ({
        hijriYear: Number(row['hijri_year']),
        firstDay: row['first_day']!,
        lastDay: row['last_day']!,
        eidDay: row['eid_day']!,
      })),
    )
    await tx.messages.insert(read('messages').map(row => toMessage(row, now)))
    for (const [id, rows] of groupBy(read('streams'), row => row['stream']!)) {
      await tx.streams.insert({
        id,
        kind: rows[0]!['kind'] as 'self',
        position: Number(rows[0]!['position']),
        names: rows.map(toStreamName),
      })
    }
  })
}

function toDistrict(row: Row): District {
  const population = number(row['population_2010']) ?? number(row['population_2020'])
  return {
    code: row['code']!,
    bpsCode: row['bps_code']!,
    name: row['name']!,
    shortName: row['short_name']!,
    kind: row['kind'] as District['kind'],
    branchId: null,
    capital: row['capital']!,
    population,
    populationYear: row['population_2010'] ? 2010 : 2020,
    workingAge: null,
    longitude: number(row['longitude']),
    latitude: number(row['latitude']),
    tileColumn: number(row['tile_column']),
    tileRow: number(row['tile_row']),
    validFrom: row['valid_from']!,
    validTo: null,
  }
}

/** What a district is found by: its names, its abbreviations in use, its codes. */
function namesOf(row: Row): [alias: string, code: string][] {
  const code = row['code']!
  const names = [
    row['name']!,
    row['short_name']!,
    ...row['aliases']!.split('|').filter(Boolean),
    code,
    `BPS ${row['bps_code']}`,
  ]
  return names.map(name => [aliasKey(name), code])
}

function bothWays(row: Row) {
  const [a, b] = [row['district']!, row['neighbour']!]
  return [
    { districtCode: a, neighbourCode: b },
    { districtCode: b, neighbourCode: a },
  ]
}

function toHoliday(row: Row): Holiday {
  return {
    day: row['day']!,
    nameId: row['name_id']!,
    nameEn: row['name_en']!,
    kind: row['kind'] as Holiday['kind'],
    family: row['family']!,
    provisional: row['provisional'] === '1',
  }
}

function toMessage(row: Row, now: Instant) {
  return {
    id: row['id']!,
    programme: row['programme']!,
    titleId: row['title_id']!,
    titleEn: row['title_en']!,
    claimId: row['claim_id']!,
    claimEn: row['claim_en']!,
    legalSource: row['legal_source']!,
    sourceSeen: row['source_seen'] === '1',
    authors: [],
    createdAt: now,
    approvedAt: now,
    approvedBy: null,
    returnedAt: null,
    returnedBy: null,
    returnReason: null,
    retiredAt: null,
    retiredBy: null,
    retireReason: null,
    replacesId: null,
    version: 1,
  }
}

function toStreamName(row: Row) {
  return {
    nameId: row['name_id']!,
    nameEn: row['name_en']!,
    validFrom: row['valid_from']!,
    validTo: row['valid_to'] || null,
  }
}

function number(text: string | undefined): number | null {
  return text ? Number(text) : null
}
