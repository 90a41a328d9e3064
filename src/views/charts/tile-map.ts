/**
 * The province as tiles: every district the same size, neighbours beside each other, so that a small city is seen
 * as well as a large regency. Tint, texture and the number itself say the same thing.
 */
import type { ChartModel } from '../components/registry.js'
import type { SafeHtml } from '../html.js'
import { defs, texture } from './patterns.js'
import { linkedPicture, type Size } from './svg.js'
import type { Texts } from './texts.js'
import { quantileClasses, stepOf, type ValueClass } from './tiles/classes.js'
import type { TileMapInput } from './tiles/input.js'
import { tileKey } from './tiles/key.js'
import { tileTable } from './tiles/table.js'
import { drawTile, textures, tileSizes } from './tiles/tile.js'

export type { TileMapInput } from './tiles/input.js'

export function tileMap(texts: Texts, input: TileMapInput): ChartModel {
  const classes = quantileClasses(input.tiles.flatMap(tile => tile.value ?? []))
  const columns = 1 + Math.max(0, ...input.tiles.map(tile => tile.column))
  const svg = draw(texts, input, { classes, size: 'wide' })
  return {
    title: input.title,
    svg,
    // A country's many columns do not fit a phone: there the one picture scrolls.
    ...(columns <= 5 ? { narrow: draw(texts, input, { classes, size: 'narrow' }) } : {}),
    key: tileKey(texts, input, classes),
    tableLabel: texts.words.common.asTable,
    table: tileTable(texts, input),
    tableBeside: true,
  }
}

interface Drawing {
  classes: readonly ValueClass[]
  size: Size
}

function draw({ words }: Texts, input: TileMapInput, { classes, size }: Drawing): SafeHtml {
  const { width, height, gap } = tileSizes[size]
  const id = size === 'wide' ? input.id : `${input.id}-narrow`
  const across = 1 + Math.max(0, ...input.tiles.map(tile => tile.column))
  const down = 1 + Math.max(0, ...input.tiles.map(tile => tile.row))
  const patterns = Object.entries(textures).map(([step, kind]) =>
    texture(`${id}-step-${step}`, kind, 'texture-ink'),
  )
  const tiles = input.tiles.map(tile =>
    drawTile(tile, input, { id, size, step: stepOf(classes, tile.value), words }),
  )
  const frame = {
    id,
    title: input.title,
    description: words.charts.tileDescription(input.measure),
    width: across * (width + gap) - gap + 2,
    height: down * (height + gap) - gap + 2,
  }
  return linkedPicture(frame, [defs(patterns), ...tiles])
}
