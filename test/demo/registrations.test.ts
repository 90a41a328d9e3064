import { expect } from 'chai'
import { season } from '../../db/seeds/demo/season.js'
import type { Period } from '../../src/db/registrations.js'
import { groupBy } from '../../src/domain/group.js'
import { weekdayOf } from '../../src/domain/time.js'
import { theDemo } from './season.js'

const year: Period = { from: '2011-01-01', to: season.published.throughDay }

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)

async function known(period = year) {
  const { store } = (await theDemo()).app
  return store.registrations.list(period)
}

describe('Registrations of the demo season', function () {
  this.timeout(300_000)

  it('come from the fourteen districts of 2011, in both streams', async () => {
    const cells = await known()
    expect(new Set(cells.map(cell => cell.districtCode)).size).to.equal(14)
    expect(cells.some(cell => cell.districtCode === '18.13')).to.equal(false)
    expect([...new Set(cells.map(cell => cell.streamId))].toSorted()).to.deep.equal(['employer', 'self'])
  })

  it('come near the figure that was printed and are not it', async () => {
    const total = sum((await known()).map(cell => cell.count ?? 0))
    expect(total).not.to.equal(season.published.amount)
    expect(total).to.be.within(0.98 * season.published.amount, 1.02 * season.published.amount)
  })

  it('add up: districts to the province, lots to no more than the counts they are part of', async () => {
    const { store } = (await theDemo()).app
    const cells = await known()
    const totals = await store.registrations.monthTotals(year)
    expect(sum(totals.map(({ total }) => total))).to.equal(sum(cells.map(cell => cell.count ?? 0)))
    const counts = new Map(
      cells
        .filter(({ streamId }) => streamId === 'employer')
        .map(cell => [`${cell.districtCode} ${cell.day}`, cell.count ?? 0]),
    )
    const lots = groupBy(await store.registrations.lots(year), lot => `${lot.districtCode} ${lot.day}`)
    expect(lots.size).to.be.above(500)
    for (const [place, here] of lots)
      expect(sum(here.map(lot => lot.size)), place).to.be.at.most(counts.get(place)!)
  })

  it('nearly stop on Sundays and over Lebaran', async () => {
    const cells = await known()
    const perDay = groupBy(cells, cell => cell.day)
    const mean = (days: [string, typeof cells][]) =>
      sum(days.flatMap(([, of]) => of.map(c => c.count ?? 0))) / days.length
    const mondays = mean([...perDay].filter(([day]) => weekdayOf(day) === 0))
    expect(mean([...perDay].filter(([day]) => weekdayOf(day) === 6))).to.be.below(0.1 * mondays)
    expect(mean([...perDay].filter(([day]) => day >= '2011-08-30' && day <= '2011-09-01'))).to.be.below(
      0.2 * mondays,
    )
  })

  it('come late in part: a week looks smaller on the Monday after it than three weeks later', async () => {
    const { store } = (await theDemo()).app
    const week = { from: '2011-10-03', to: '2011-10-09' }
    const at = async (asOf: string) =>
      sum((await store.registrations.list(week, { asOf })).map(c => c.count ?? 0))
    const [first, last] = [await at('2011-10-10T05:00:00.000Z'), await at('2011-11-01T05:00:00.000Z')]
    expect(first / last).to.be.within(0.75, 0.93)
  })

  it('have gaps that are known to be gaps, and one import that was taken back', async () => {
    const cells = await known({ from: '2011-01-01', to: season.today })
    expect(cells.filter(cell => cell.state === 'not-reported').length).to.be.above(4)
    const imports = await (await theDemo()).app.store.registrationImports.list(1000)
    expect(imports.filter(batch => batch.undoneAt)).to.have.length(1)
  })
})

describe('Targets of the demo season', function () {
  this.timeout(300_000)

  it('add up to 46,906 in every version, by district, stream and month', async () => {
    const { store } = (await theDemo()).app
    const versions = await store.targets.versions(season.year)
    expect(versions.map(version => Boolean(version.approvedAt))).to.deep.equal([true, true])
    for (const { id } of versions) {
      const rows = await store.targets.ofVersion(id)
      expect(rows).to.have.length(14 * 2 * 12)
      expect(sum(rows.map(({ amount }) => amount))).to.equal(46_906)
    }
  })
})
