import { expect } from 'chai'
import { addDays, daysFrom } from '../../src/domain/time.js'
import { districtTimeChart } from '../../src/views/charts/district-time-chart.js'
import { barHeight } from '../../src/views/charts/district-time/layout.js'
import { english, first, indonesian, plainDistrict } from './chart-inputs.js'
import { boxesOf, columnOf, numberOf, pictureOf, strokes } from './svg-reader.js'

const t = indonesian.words.charts

describe('What the district time chart marks', () => {
  it('stacks as many broadcasts on a day as there were, told apart by state', () => {
    const day = addDays(first, 3)
    const runs = (['verified', 'verified', 'confirmed', 'planned', 'missed'] as const).map(state => ({
      day,
      state,
    }))
    const chart = districtTimeChart(
      indonesian,
      plainDistrict(10, { lanes: [{ label: 'Rumah Pekerja', runs }] }),
    )
    const picture = pictureOf(chart.svg)
    const unit = barHeight / 5
    const heightOf = (state: string) =>
      boxesOf(picture, `rect.run-${state}`).map(box => Math.round(box.height / unit))
    expect([heightOf('verified'), heightOf('confirmed'), heightOf('planned')]).to.deep.equal([[2], [1], [1]])
    const bars = boxesOf(picture, 'rect.run')
    expect(bars[1]!.y + bars[1]!.height).to.be.closeTo(bars[0]!.y, 0.2)
    expect(bars[2]!.y + bars[2]!.height).to.be.closeTo(bars[1]!.y, 0.2)
    expect(picture.querySelectorAll('path.run-missed')).to.have.length(1)
    expect(columnOf(chart, t.broadcasts)[3]).to.equal(
      `Rumah Pekerja: 2 ${t.runStates.verified}, 1 ${t.runStates.confirmed}, 1 ${t.runStates.planned}, 1 ${t.runStates.missed}`,
    )
  })

  it('stands the days on air under the same days of the plot', () => {
    const runs = daysFrom(addDays(first, 10), addDays(first, 14)).map(day => ({
      day,
      state: 'verified' as const,
    }))
    const picture = pictureOf(
      districtTimeChart(indonesian, plainDistrict(40, { lanes: [{ label: 'Rumah Pekerja', runs }] })).svg,
    )
    const [echo] = boxesOf(picture, 'rect.echo')
    const bars = boxesOf(picture, 'rect.run-verified')
    const points = strokes(picture, '.observed').flat()
    expect(echo!.x).to.be.at.most(points[10]![0]).and.at.most(bars[0]!.x)
    expect(echo!.x + echo!.width).to.be.at.least(points[14]![0])
    expect(points[9]![0]).to.be.lessThan(echo!.x)
    expect(points[15]![0]).to.be.greaterThan(echo!.x + echo!.width)
  })

  it('marks a spike over its days and names its excess', () => {
    const spikes = [
      {
        firstDay: addDays(first, 4),
        lastDay: addDays(first, 6),
        level: 'alert' as const,
        kind: 'spike' as const,
        excess: 71,
      },
    ]
    const baseline = daysFrom(first, addDays(first, 19)).map(day => ({ day, expected: 8, low: 4, high: 12 }))
    const chart = districtTimeChart(english, plainDistrict(20, { spikes, baseline }))
    const picture = pictureOf(chart.svg)
    expect(picture.querySelector('.spike-alert .spike-text')!.textContent).to.equal('+71')
    const reach = picture.querySelector('.spike-reach')!
    const points = strokes(picture, '.observed').flat()
    expect(numberOf(reach, 'x1')).to.be.lessThan(points[4]![0])
    expect(numberOf(reach, 'x2')).to.be.greaterThan(points[6]![0])
    const said = columnOf(chart, english.words.charts.spike)
    expect(said.map(Boolean)).to.deep.equal(said.map((_, i) => i >= 4 && i <= 6))
  })

  it('hatches the days whose figures are still coming in', () => {
    const chart = districtTimeChart(indonesian, plainDistrict(20, { incompleteFrom: addDays(first, 15) }))
    const picture = pictureOf(chart.svg)
    const [box] = boxesOf(picture, 'rect.incomplete')
    const points = strokes(picture, '.observed').flat()
    expect(box!.x).to.be.within(points[14]![0], points[15]![0])
    expect(picture.querySelector('rect.incomplete')!.getAttribute('fill')).to.equal(
      `url(#${picture.querySelector('pattern')!.id})`,
    )
    expect(columnOf(chart, t.notes).filter(text => text === t.incomplete)).to.have.length(5)
  })
})
