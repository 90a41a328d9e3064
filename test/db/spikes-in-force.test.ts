import { expect } from 'chai'
import { loadReference } from '../../src/db/load-reference.js'
import type { Store } from '../../src/db/store.js'
import type { Analysis, Spike } from '../../src/domain/analysis.js'
import { onEachDatabase, type Opened } from '../support/each-database.js'

const at = '2026-11-16T02:00:00.000Z'

function searched(id: string, streamId: string): Analysis {
  return {
    id,
    kind: 'spikes',
    campaignId: null,
    streamId,
    asOf: at,
    methodVersion: 'any',
    parameters: '{}',
    seed: 0,
    inputFingerprint: id,
    requestedBy: 'find-spikes',
    requestedAt: at,
    startedAt: at,
    progress: 1,
    finishedAt: at,
    failedAt: null,
    cancelledAt: null,
    error: null,
    result: '{"spikes":3}',
    isCurrent: true,
  }
}

/** What two districts had in common, and the spikes of their own it is made of. */
function spikes(analysisId: string, streamId: string): Spike[] {
  const figures = { observed: 40, expected: 20, excess: 20, low: 10, high: 30, pValue: 0.001 }
  const days = { firstDay: '2026-11-01', lastDay: '2026-11-02' }
  const found = { ...figures, ...days, analysisId, streamId, level: 'alert' as const }
  const commonId = `${analysisId}-common`
  return [
    { ...found, id: commonId, districtCode: null, scope: 'common', kind: 'common-shock', commonId: null },
    ...['18.01', '18.71'].map((districtCode): Spike => {
      const id = `${analysisId}-${districtCode}`
      return { ...found, id, districtCode, scope: 'district', kind: 'spike', commonId }
    }),
  ]
}

async function keep(store: Store, id: string, streamId: string): Promise<void> {
  const baseline = { analysisId: id, streamId, districtCode: '18.71', firstDay: '2026-11-01' }
  await store.write(async tx => {
    await tx.analyses.insertCurrent(searched(id, streamId))
    await tx.spikes.insert(spikes(id, streamId))
    await tx.analyses.insertBaselines([{ ...baseline, status: 'modelled', series: '[]' }])
    await tx.analyses.dropOldSpikes(streamId)
  })
}

onEachDatabase('Spikes that are no longer in force', fresh => {
  let opened: Opened
  before(async () => {
    opened = await fresh()
    await loadReference(opened.store, process.cwd(), at)
    await keep(opened.store, 'first', 'self')
    await keep(opened.store, 'other', 'employer')
    await keep(opened.store, 'second', 'self')
  })

  it('are deleted with their baselines once the stream is searched anew, and no others are', async () => {
    const { reader } = opened.connection
    for (const table of ['spikes', 'baselines'] as const) {
      const rows = await reader
        .selectFrom(table)
        .select('analysisId')
        .distinct()
        .orderBy('analysisId')
        .execute()
      expect(
        rows.map(row => row.analysisId),
        table,
      ).to.deep.equal(['other', 'second'])
    }
    expect(await opened.store.spikes.since('2026-01-01')).to.have.length(6)
  })

  it('leave a record of what was searched and how much was found', async () => {
    const rows = await opened.connection.reader.selectFrom('analyses').select(['id', 'result']).execute()
    expect(rows.map(({ id }) => id)).to.have.members(['first', 'other', 'second'])
    expect(rows.map(({ result }) => result)).to.include('{"spikes":3}')
  })
})
