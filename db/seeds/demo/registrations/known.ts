/** Makes the season's registrations known, file by file; one file was wrong and was taken back within the hour. */
import { createHmac } from 'node:crypto'
import { system } from '../../../../src/domain/actor.js'
import { addMinutes } from '../../../../src/domain/time.js'
import { commitRegistrationImport } from '../../../../src/operations/commit-registration-import.js'
import { receiveRegistrations } from '../../../../src/operations/receive-registrations.js'
import { seedRegistrations } from '../../../../src/operations/seed-registrations.js'
import { undoRegistrationImport } from '../../../../src/operations/undo-registration-import.js'
import { person } from '../people.js'
import { allPushes } from '../pushes.js'
import { at, season } from '../season.js'
import type { Story } from '../story.js'
import { deliveriesOf, type SeasonDelivery } from './deliveries.js'
import { drawCells, type DrawnCell } from './draw.js'
import { expectation, readLevels } from './expected.js'
import { addDays } from '../../../../src/domain/time.js'

export function planRegistrations(story: Story): void {
  const cells = drawSeason(story)
  for (const delivery of deliveriesOf(story.app.config.root, cells))
    story.at(delivery.at, () => deliver(story, delivery))
  planWrongFile(story, cells)
}

function drawSeason({ app, holidays, ramadans }: Story): DrawnCell[] {
  const { root } = app.config
  const levels = readLevels(root)
  const days = { firstDay: season.historyFrom, lastDay: addDays(season.today, -1) }
  const expected = expectation({ levels, pushes: allPushes(root), holidays, ramadans, ...days })
  return drawCells(root, levels, { expectation: expected, ...days })
}

async function deliver(story: Story, { name, at: moment, cells, lots }: SeasonDelivery): Promise<void> {
  const seeded = lots.map(({ district, day, size, firm }) => ({
    districtCode: district,
    streamId: 'employer',
    day,
    size,
    firmKey: firmKey(story, district, firm),
  }))
  await seedRegistrations(story.app, system('demo'), { name, at: moment, cells, lots: seeded })
}

/** Firms are known by a keyed hash of their number only; here the numbers are invented too. */
function firmKey({ app }: Story, district: string, firm: number): string {
  return createHmac('sha256', app.tokens.key('firms')).update(`${district} ${firm}`).digest('hex')
}

const wrong = { day: '2011-06-14', firstDay: '2011-06-06', lastDay: '2011-06-12', factor: 10 }

/** A sheet in which a nought had slipped into every count: imported in the morning, noticed, undone. */
function planWrongFile(story: Story, cells: readonly DrawnCell[]): void {
  const received = at(wrong.day, '09.10')
  const planner = () => person(story, 'rizky')
  let id = ''
  story.at(received, async () => {
    const file = {
      name: 'pendaftaran-minggu-23-ralat.csv',
      bytes: wrongFile(story, cells),
      source: 'upload' as const,
    }
    id = (await receiveRegistrations(story.app, planner(), file)).id
  })
  story.at(addMinutes(received, 6), () =>
    commitRegistrationImport(story.app, planner(), id, { leaveOutRefused: false }),
  )
  story.at(addMinutes(received, 46), () => undoRegistrationImport(story.app, planner(), id))
}

function wrongFile({ app }: Story, cells: readonly DrawnCell[]): Buffer {
  const ofWeek = cells.filter(
    ({ day, stream }) => stream === 'self' && day >= wrong.firstDay && day <= wrong.lastDay,
  )
  const rows = ofWeek.map(({ day, district, known }) => [
    day,
    district,
    wrong.factor * known.reduce((sum, part) => sum + part, 0),
  ])
  return Buffer.from(app.tables.csv([['Tanggal', 'Kabupaten/Kota', 'TK-LHK'], ...rows], ';'))
}
