import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parse } from 'node-html-parser'
import { drawPng } from '../../src/files/png.js'
import { words } from '../../src/language/words.js'
import { pictureStyle } from '../../src/views/charts/picture-style.js'
import { chartsOf, withPictures } from '../../src/views/charts/pictures.js'
import { standalone } from '../../src/views/charts/standalone.js'
import { verdictChart } from '../../src/views/charts/verdict-chart.js'
import { formats } from '../../src/views/formats.js'
import { chartStyles } from '../../src/web/assets.js'
import { sampleVerdict } from '../../src/views/gallery/sample-verdict.js'

const sheet = (name: string) => readFileSync(`views/assets/${name}.css`, 'utf8')
const style = pictureStyle(sheet('tokens'), chartStyles.map(sheet))
const texts = { words: words.id, formats: formats('id', 'Asia/Jakarta') }

describe('A chart as a file', () => {
  const chart = verdictChart(texts, sampleVerdict())
  const svg = standalone(chart, { style, source: 'Jamsostek Lampung & mitra, 14 November 2011' })

  it('brings its title, its key, its source and its colours, and needs nothing else', () => {
    const shown = parse(svg)
      .querySelectorAll('text')
      .map(text => text.text)
    expect(shown.join(' ')).to.include(chart.title)
    for (const { label } of chart.key) expect(shown).to.include(label)
    expect(svg).to.include('Jamsostek Lampung &amp; mitra')
    expect(svg).not.to.match(/var\(|@media|@container|href=|undefined|NaN/)
  })

  it('draws the very paths of the screen', () => {
    const drawn = (text: string) =>
      parse(text)
        .querySelectorAll('path')
        .map(path => path.getAttribute('d'))
    const onScreen = drawn(chart.svg.toString())
    expect(onScreen.length).to.be.above(3)
    expect(drawn(svg)).to.include.members(onScreen)
  })

  it('gives every shape of the screen a colour that the screen gives it', () => {
    expect(style).to.match(/\.lane-2 \.run-verified[^{]*\{[^}]*fill: #2f4fa8/)
    expect(style).to.match(/\.chart text \{ fill: #1a1f24 \}/)
  })

  it('is drawn as a PNG of twice its size by a process of its own, and refuses what is no drawing', async function () {
    this.timeout(30_000)
    const png = await drawPng(svg)
    expect(png.subarray(1, 4).toString()).to.equal('PNG')
    const [, width] = /width="([\d.]+)"/.exec(svg)!
    expect(png.readUInt32BE(16)).to.be.closeTo(2 * Number(width), 2)
    const refused = await drawPng('no drawing').catch((error: unknown) => error)
    expect(refused).to.be.instanceOf(Error)
  })

  it('is found in its page by the id of its picture, and linked from there', () => {
    const linked = withPictures(words.id, chart, kind => `/campaigns/1/result.${kind}?stream=self`)
    const [[name, found]] = [...chartsOf({ streams: [{ chart: linked }] })] as [[string, typeof linked]]
    expect(found).to.equal(linked)
    expect(linked.pictures!.map(({ href }) => href)).to.deep.equal([
      `/campaigns/1/result.svg?stream=self&chart=${name}`,
      `/campaigns/1/result.png?stream=self&chart=${name}`,
    ])
  })
})
