/** What is asked of 2011: 46,906 new members by district, stream and month, and the figure that was printed. */
import { wholeScope } from '../../../src/domain/published-figure.js'
import type { Target } from '../../../src/domain/target.js'
import { notePublishedFigure } from '../../../src/operations/note-published-figure.js'
import { approveTargets, proposeTargets, submitTargets } from '../../../src/operations/propose-targets.js'
import { person } from './people.js'
import type { StreamId } from './registrations/calendar.js'
import { readLevels } from './registrations/expected.js'
import { at, season } from './season.js'
import type { Story } from './story.js'

/** ANTARA, November 2011. */
const yearTarget = 46_906
const source = 'https://antaranews.com/berita/286023/target-peserta-jamsostek-lampung-tercapai'

/** Shares of the months, January to December: fewer in the fasting month, more towards the end of the year. */
const months = [0.072, 0.076, 0.084, 0.083, 0.084, 0.084, 0.084, 0.07, 0.085, 0.094, 0.095, 0.089]
const streams: readonly StreamId[] = ['self', 'employer']
const names: Record<StreamId, string> = { self: 'TK-LHK', employer: 'TK-DHK' }

/** `moved` is the part of the whole that a version moves from employers to people who enrol themselves. */
const versions = [
  {
    drafted: '2010-12-20',
    approved: '2010-12-23',
    reason: 'Target tahun 2011 dari kantor wilayah.',
    moved: 0,
  },
  {
    drafted: '2011-07-18',
    approved: '2011-07-20',
    reason: 'Setelah semester I: sebagian target perusahaan dipindah ke perorangan; jumlahnya tetap.',
    moved: 0.03,
  },
]

export function planTargets(story: Story): void {
  for (const version of versions) {
    let id = ''
    const { app } = story
    story.at(at(version.drafted, '10.00'), async () => {
      id = await propose(story, version)
    })
    story.at(at(version.drafted, '10.15'), () => submitTargets(app, person(story, 'dewi'), id))
    story.at(at(version.approved, '14.00'), () => approveTargets(app, person(story, 'bambang'), id))
  }
  story.at(at('2011-11-11', '16.10'), () => notePrinted(story))
}

async function propose(story: Story, { reason, moved }: (typeof versions)[number]): Promise<string> {
  const { app } = story
  const rows = targetsOf(app.config.root, moved).map(({ districtCode, streamId, month, amount }) => [
    districtCode,
    month,
    names[streamId as StreamId],
    amount,
  ])
  const bytes = Buffer.from(app.tables.csv([['Kode', 'Bulan', 'Jalur', 'Target'], ...rows], ';'))
  const proposed = await proposeTargets(app, person(story, 'dewi'), { year: season.year, reason, bytes })
  if (!('version' in proposed)) throw new Error(`targets refused: ${JSON.stringify(proposed)}`)
  return proposed.version.id
}

/** Cells in proportion to what districts usually bring; rounded so that they add up to the year's target exactly. */
function targetsOf(root: string, moved: number): Target[] {
  const levels = readLevels(root)
  const sum = (stream: StreamId) => levels.reduce((total, { mean }) => total + mean[stream], 0)
  const own = sum('self') / (sum('self') + sum('employer')) + moved
  const share: Record<StreamId, number> = { self: own, employer: 1 - own }
  const cells = levels.flatMap(({ district, mean }) =>
    streams.flatMap(streamId =>
      months.map((ofMonth, index) => ({
        districtCode: district,
        streamId,
        month: `${season.year}-${String(index + 1).padStart(2, '0')}`,
        exact: (yearTarget * ofMonth * share[streamId] * mean[streamId]) / sum(streamId),
      })),
    ),
  )
  return roundedTo(yearTarget, cells)
}

/** Largest remainders (Hamilton's method). */
function roundedTo(total: number, cells: (Omit<Target, 'amount'> & { exact: number })[]): Target[] {
  const rows = cells.map(({ exact, ...cell }) => ({ ...cell, amount: Math.floor(exact), rest: exact % 1 }))
  const left = total - rows.reduce((sum, { amount }) => sum + amount, 0)
  for (const row of rows.toSorted((a, b) => b.rest - a.rest).slice(0, left)) row.amount++
  return rows.map(({ rest: _, ...row }) => row)
}

async function notePrinted(story: Story): Promise<void> {
  await notePublishedFigure(story.app, person(story, 'dewi'), {
    ...season.published,
    scope: wholeScope,
    source: 'ANTARA, November 2011',
    note: `${source} · 39.088 sama dengan 46.906 × 10/12 sampai satuannya: mungkin target pro rata yang tercetak sebagai realisasi.`,
  })
}
