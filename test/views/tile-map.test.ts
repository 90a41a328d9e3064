import { expect } from 'chai'
import fc from 'fast-check'
import { tileMap, type TileMapInput } from '../../src/views/charts/tile-map.js'
import { quantileClasses, stepOf } from '../../src/views/charts/tiles/classes.js'
import { indonesian } from './chart-inputs.js'
import { cellText, drawingsOf, pictureOf } from './svg-reader.js'

const t = indonesian.words.charts
const broken = /NaN|undefined|Infinity|null/

describe('The tile map', () => {
  const map = (values: readonly (number | null)[]): TileMapInput => ({
    id: 'tiles',
    title: 'Pendaftaran',
    measure: 'pendaftaran',
    format: indonesian.formats.number,
    tiles: values.map((value, i) => ({
      code: `18.${i}`,
      name: `Kabupaten ${i}`,
      shortName: `Nama Panjang Sekali ${i}`,
      column: i % 5,
      row: Math.floor(i / 5),
      value,
      marks: i === 1 ? ['silent', 'exposed'] : [],
      href: `/districts/18.${i}`,
    })),
  })

  it('gives equal values one class, every value a class, and larger values no smaller a step', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 60 }), values => {
        const classes = quantileClasses(values)
        const steps = values.toSorted((a, b) => a - b).map(value => stepOf(classes, value))
        expect(steps).to.deep.equal(steps.toSorted((a, b) => a - b))
        expect(steps.every(step => step >= 1 && step <= 5)).to.equal(true)
        expect(new Set(values.map(value => `${value} ${stepOf(classes, value)}`)).size).to.equal(
          new Set(values).size,
        )
      }),
    )
  })

  it('makes every district a link that says its name, its number and its marks', () => {
    const chart = tileMap(indonesian, map([4, 9, null, 9, 1]))
    const links = pictureOf(chart.svg)
      .querySelectorAll('a')
      .map(link => link.getAttribute('aria-label'))
    expect(links).to.deep.equal([
      'Kabupaten 0, 4',
      `Kabupaten 1, 9, ${t.tileMarks.silent}, ${t.tileMarks.exposed}`,
      `Kabupaten 2, ${t.noFigure}`,
      'Kabupaten 3, 9',
      'Kabupaten 4, 1',
    ])
  })

  it('ranks the same numbers in its table, equal ones alike, unknown ones last', () => {
    const { table } = tileMap(indonesian, map([4, 9, null, 9, 1]))
    expect(table.rows.map(row => cellText(row.cells[0]))).to.deep.equal(['1', '1', '3', '4', '–'])
    expect(table.rows.map(row => cellText(row.cells[2]))).to.deep.equal(['9', '9', '4', '1', t.noFigure])
  })

  it('tells the steps apart by texture, not by tint alone', () => {
    const picture = pictureOf(tileMap(indonesian, map([1, 2, 3, 4, 5])).svg)
    const feet = picture.querySelectorAll('.tile').map(tile => {
      const foot = tile.querySelector('.tile-foot')
      return foot ? (foot.getAttribute('fill') ?? 'full') : 'empty'
    })
    expect(new Set(feet).size).to.equal(5)
  })

  it('stays one scrolling picture where a country has too many columns for a phone', () => {
    const wide = map(Array.from({ length: 12 }, (_, i) => i))
    expect(tileMap(indonesian, wide).narrow).not.to.equal(undefined)
    const country = { ...wide, tiles: wide.tiles.map((tile, i) => ({ ...tile, column: i, row: 0 })) }
    expect(tileMap(indonesian, country).narrow).to.equal(undefined)
  })

  it('draws an empty province and one of a single value', () => {
    for (const values of [[], [null], [0], [7, 7, 7]]) {
      for (const drawing of drawingsOf(tileMap(indonesian, map(values)))) expect(drawing).not.to.match(broken)
    }
  })
})
