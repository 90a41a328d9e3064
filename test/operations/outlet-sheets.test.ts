import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import type { OutletPlan } from '../../src/domain/outlet-import.js'
import { lookAtImport, receiveOutlets } from '../../src/operations/import-outlets.js'
import { actorOf } from '../support/planned.js'
import { problemsOf } from '../support/refusal.js'
import { startServer, type TestServer } from '../support/server.js'

const folder = path.resolve('test/known-values/outlets')
const files = readdirSync(folder).toSorted((a, b) => (a < b ? -1 : 1))

/** What each file brings, `line name` or `line outlet district share`, and what it refuses, `line heading: reason detail`. */
interface Expected {
  takes?: string[]
  refuses?: string[]
  notes?: string[]
  skips?: number[]
  whole?: string
}

const expected: Record<string, Expected> = {
  '01': {
    takes: ['2 new Radio Suara Pringsewu radio 2027-12-31', '3 new TV Siger tv 2027-06-30'],
    notes: ['period-assumed'],
  },
  '02': { takes: ['2 new Radio Liwa Jaya radio', '3 new Portal Sai Bumi online'], notes: ['period-assumed'] },
  '03': { takes: ['2 new Radio “Gema” Krui radio'], notes: ['period-assumed'] },
  '04': { takes: ['5 new Radio Menggala radio 2028-12-31'], notes: ['period-assumed'] },
  '05': {
    takes: ['3 new Radio Way Jepara radio', '5 new Harian Tanggamus print'],
    notes: ['period-assumed'],
  },
  '06': {
    takes: ['2 new Radio Kembar radio', '3 new Radio Sendiri radio'],
    refuses: ['4 Nama media: name-twice 2'],
    notes: ['period-assumed'],
  },
  '07': { refuses: ['2 Nama media: name-like-known Radio Gema Saburai'] },
  '08': { refuses: ['2 Jenis: medium-unknown', '3 Jenis: medium-unknown', '4 Jenis: medium-missing'] },
  '09': {
    takes: [
      '2 changed Radio Gema Saburai radio 2029-12-31 city',
      '3 same Radio Pesisir Selatan radio 2029-12-31',
    ],
  },
  '10': {
    takes: ['2 new Radio Satu radio', '4 new Radio Dua radio'],
    notes: ['period-assumed'],
    skips: [3, 5],
  },
  '11': {
    takes: ['2 Radio Gema Saburai 18.71 0.42 2026-03-01', '3 Radio Gema Saburai 18.01 0.125 2026-03-01'],
  },
  '12': {
    takes: [
      '2 Radio Gema Saburai 18.71 0.4 2026-11-01',
      '2 Radio Gema Saburai 18.01 0.15 2026-11-01',
      '3 Harian Warta Way Kanan 18.71 0.03 2026-11-01',
      '3 Harian Warta Way Kanan 18.72 0.02 2026-11-01',
    ],
  },
  '13': { takes: ['3 Radio Gema Saburai 18.10 0.2 2026-11-01'], refuses: ['2 Persen: share-over-100'] },
  '14': {
    takes: ['2 Radio Gema Saburai 18.71 0.42 2026-11-01', '3 Radio Gema Saburai 18.01 0.05 2026-11-01'],
    notes: ['parts-of-one'],
  },
  '15': {
    takes: [
      '2 Radio Gema Saburai 18.71 0.4 2026-11-01',
      '3 Radio Gema Saburai 18.01 0.1 2026-11-01',
      '4 Radio Gema Saburai 18.09 0.05 2026-11-01',
      '5 Harian Warta Way Kanan 18.08 0.09 2026-11-01',
    ],
    notes: ['filled-down'],
  },
  '16': {
    refuses: [
      '2 Nama media: outlet-unknown Radio Antah Berantah',
      '3 Kabupaten: district-unknown',
      '4 Kabupaten: district-missing',
    ],
  },
  '17': {
    takes: ['2 Radio Gema Saburai 18.71 0.4 2026-11-01'],
    refuses: ['3 Jangkauan: share-twice 2'],
  },
  '18': {
    takes: ['4 Radio Gema Saburai 18.09 0.08 2026-11-01'],
    refuses: ['2 Jangkauan: share-unreadable', '3 Jangkauan: share-unreadable'],
  },
  '19': { whole: 'no-outlet-headings' },
  '20': { whole: 'looks-like-national-ids' },
  '21': {
    takes: ['3 Radio Pesisir Selatan 18.04 0.3 2010-11-30'],
    refuses: ['2 Kabupaten: district-not-then Pesisir Barat'],
  },
  '22': {
    takes: ['3 new Radio Baru radio 2029-12-31'],
    refuses: ['2 Berlaku s/d: day-unreadable'],
    notes: ['period-assumed'],
  },
}

describe('Lists of outlets and coverage as people make them', () => {
  let office: TestServer
  before(async () => {
    office = await startServer()
  })
  after(() => office.stop())

  it('are told apart one by one: twenty-two files', () => {
    expect(files.map(file => file.slice(0, 2))).to.deep.equal(Object.keys(expected).toSorted())
  })

  for (const file of files) {
    it(`${file}: imports or refuses, with line and reason`, async () => {
      const { takes = [], refuses = [], notes = [], skips = [], whole } = expected[file.slice(0, 2)]!
      const bytes = readFileSync(path.join(folder, file))
      const sheet = { name: file, bytes, source: 'Perkiraan kantor', asOf: '2026-11-01' }
      if (whole) {
        const problems = await problemsOf(() => receiveOutlets(office.app, actorOf('bayu'), sheet))
        expect(problems['file']?.code).to.equal(whole)
        return
      }
      const batch = await receiveOutlets(office.app, actorOf('bayu'), sheet)
      const plan = await lookAtImport(office.app, batch)
      expect(taken(plan)).to.deep.equal(takes)
      expect(refused(plan)).to.deep.equal(refuses)
      expect(plan.notes).to.deep.equal(notes)
      expect(plan.skipped.map(row => row.line)).to.deep.equal(skips)
    })
  }
})

function taken(plan: OutletPlan): string[] {
  const outlets = plan.outlets.map(({ line, change, facts, differs }) =>
    [line, change, facts.name, facts.medium, facts.licenceUntil ?? '', ...differs].filter(Boolean).join(' '),
  )
  const shares = plan.coverage.map(({ line, outletName, coverage }) =>
    [line, outletName, coverage.districtCode, coverage.share, coverage.asOf].join(' '),
  )
  return [...outlets, ...shares]
}

function refused(plan: OutletPlan): string[] {
  return plan.refused.map(row => `${row.line} ${row.heading}: ${row.reason} ${row.detail}`.trim())
}
