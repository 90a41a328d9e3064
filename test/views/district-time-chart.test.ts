import { expect } from 'chai'
import fc from 'fast-check'
import { addDays } from '../../src/domain/time.js'
import { districtTimeChart } from '../../src/views/charts/district-time-chart.js'
import { anyDistrict, english, first, indonesian, plainDistrict } from './chart-inputs.js'
import {
  boxesOf,
  columnOf,
  drawingsOf,
  numberOf,
  pictureOf,
  strokes,
  valueAt,
  viewBox,
} from './svg-reader.js'

const t = indonesian.words.charts
const whole = (text: string) => Number(text.replaceAll('.', '').replace(',', '.'))

describe('The district time chart', () => {
  it('draws any district at all without a coordinate that is no number', () => {
    fc.assert(
      fc.property(anyDistrict, input => {
        for (const drawing of drawingsOf(districtTimeChart(indonesian, input))) {
          expect(drawing).not.to.match(/NaN|undefined|Infinity|null/)
        }
      }),
      { numRuns: 80 },
    )
  })

  it('keeps every bar, band and mark of lanes inside the axes', () => {
    fc.assert(
      fc.property(anyDistrict, input => {
        const chart = districtTimeChart(indonesian, input)
        for (const picture of [chart.svg, chart.narrow!].map(pictureOf)) {
          const axis = picture.querySelector('.axis')!
          const [left, right] = [numberOf(axis, 'x1'), numberOf(axis, 'x2')]
          for (const box of boxesOf(picture, 'rect.run, rect.holiday-band, rect.incomplete, rect.echo')) {
            expect(box.x).to.be.at.least(left - 0.11)
            expect(box.x + box.width).to.be.at.most(right + 0.11)
            expect(box.y + box.height).to.be.at.most(viewBox(picture).height)
          }
          for (const [x] of strokes(picture, '.observed, .band, .event').flat()) {
            expect(x).to.be.within(left - 0.11, right + 0.11)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('shows in the picture the figures of its table', () => {
    const counts = [12, 40, 0, 7, 33, 61, 18].map((count, i) => ({
      day: addDays(first, i),
      spanDays: 1,
      count,
    }))
    const chart = districtTimeChart(indonesian, plainDistrict(7, { counts }))
    for (const picture of [chart.svg, chart.narrow!].map(pictureOf)) {
      const value = valueAt(picture, whole)
      const drawn = strokes(picture, '.observed')
        .flat()
        .map(([, y]) => value(y))
      const printed = columnOf(chart, t.registrations).map(whole)
      expect(printed).to.deep.equal([12, 40, 0, 7, 33, 61, 18])
      drawn.forEach((figure, i) => expect(figure).to.be.closeTo(printed[i]!, 0.1))
    }
  })

  it('leaves a gap where a day was not reported, and never draws it as zero', () => {
    const counts = [20, null, 24, 25, null, null, 22, 23].map((count, i) => ({
      day: addDays(first, i),
      spanDays: 1,
      count,
    }))
    const chart = districtTimeChart(indonesian, plainDistrict(8, { counts }))
    const picture = pictureOf(chart.svg)
    const value = valueAt(picture, whole)
    expect(strokes(picture, '.observed').map(stroke => stroke.length)).to.deep.equal([1, 2, 2])
    for (const [, y] of strokes(picture, '.observed').flat()) expect(value(y)).to.be.greaterThan(19)
    expect(picture.querySelectorAll('.gap')).to.have.length(2)
    expect(columnOf(chart, t.registrations).filter(text => text === t.notReported)).to.have.length(3)
  })

  it('draws a sum of three days as their average with ends, and says so in the table', () => {
    const counts = [
      { day: addDays(first, 2), spanDays: 3, count: 63 },
      { day: addDays(first, 3), spanDays: 1, count: 30 },
    ]
    const chart = districtTimeChart(indonesian, plainDistrict(5, { counts }))
    const picture = pictureOf(chart.svg)
    const level = picture.querySelector('.span-level')!
    expect(valueAt(picture, whole)(numberOf(level, 'y1'))).to.be.closeTo(21, 0.1)
    expect(picture.querySelectorAll('.span-end')).to.have.length(2)
    expect(columnOf(chart, t.registrations)).to.deep.equal([
      t.inSum('7 Jan'),
      t.inSum('7 Jan'),
      t.sumOfDays('63', '3'),
      '30',
      t.notReported,
    ])
  })

  it('shows weeks beyond two hundred days, says so, and keeps a week without reports empty', () => {
    const days = 217
    const counts = Array.from({ length: days }, (_, i) => ({
      day: addDays(first, i),
      spanDays: 1,
      count: i >= 12 && i < 21 ? null : 14,
    }))
    const chart = districtTimeChart(indonesian, plainDistrict(days, { counts }))
    expect(chart.notes!.join(' ')).to.include('200')
    expect(districtTimeChart(indonesian, plainDistrict(200)).notes).to.deep.equal([])
    expect(new Set(columnOf(chart, t.average))).to.deep.equal(new Set(['14,0', t.notReported]))
    expect(columnOf(chart, t.reportedDays).slice(0, 4)).to.deep.equal(['5/5', '7/7', '0/7', '5/7'])
    const value = valueAt(pictureOf(chart.svg), whole)
    for (const [, y] of strokes(pictureOf(chart.svg), '.observed').flat())
      expect(value(y)).to.be.closeTo(14, 0.1)
  })

  it('explains only the marks it holds', () => {
    const labels = (chart: ReturnType<typeof districtTimeChart>) => chart.key.map(entry => entry.label)
    const bare = districtTimeChart(indonesian, plainDistrict(20))
    expect(labels(bare)).to.deep.equal([t.key.observed])
    const lane = { label: 'Rumah Pekerja', runs: [{ day: first, state: 'missed' as const }] }
    expect(labels(districtTimeChart(indonesian, plainDistrict(20, { lanes: [lane] })))).to.include(
      t.key.run(t.runStates.missed),
    )
  })

  it('writes what people wrote, and nothing they might have meant as markup', () => {
    const lanes = [{ label: '<script>"&', runs: [] }]
    const drawing = districtTimeChart(indonesian, plainDistrict(9, { lanes, title: '<b>' })).svg.toString()
    expect(drawing).to.include('&lt;script&gt;&quot;&amp;').and.not.include('<script').and.not.include('<b>')
  })

  it('names days and months in the language of the reader', () => {
    const names = (texts: typeof indonesian) =>
      pictureOf(districtTimeChart(texts, plainDistrict(150)).svg)
        .querySelectorAll('.tick-lower')
        .map(tick => tick.textContent)
    expect(names(indonesian)).to.include('Mei 2011')
    expect(names(english)).to.include('May 2011')
  })
})
