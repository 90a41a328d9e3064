/** One district: its name, its value, a foot with the texture of its class, and marks. */
import type { Words } from '../../../language/words.js'
import { html, type SafeHtml } from '../../html.js'
import { textured, type Texture } from '../patterns.js'
import { group, path, rect, tenth, text, type Size } from '../svg.js'
import type { TileInput, TileMapInput, TileMark } from './input.js'
import { wrapped } from './wrap.js'

export const tileSizes = {
  wide: { width: 108, height: 78, gap: 6, letters: 14, line: 14, inset: 6 },
  narrow: { width: 61, height: 86, gap: 5, letters: 8, line: 12, inset: 4 },
}

export /** Step 1 has an empty foot, step 5 a full one. */
const textures: Record<number, Texture> = { 2: 'dots', 3: 'hatch', 4: 'cross' }

export interface TilePlace {
  id: string
  size: Size
  step: number
  words: Words
}

export function drawTile(
  tile: TileInput,
  input: TileMapInput,
  { id, size, step, words }: TilePlace,
): SafeHtml {
  const { width, height, gap, letters, line, inset } = tileSizes[size]
  const x = 1 + tile.column * (width + gap)
  const y = 1 + tile.row * (height + gap)
  const value = valueText(words, input, tile)
  const content = group(`tile tile-${step}`, [
    rect('tile-ground', { x, y, width, height }),
    ...drawTexture(`${id}-step-${step}`, step, { x, y: y + height - 9, width, height: 9 }),
    ...wrapped(tile.shortName, letters).map((part, i) =>
      text('tile-name', [x + inset, y + 14 + i * line], part),
    ),
    text('tile-value', [x + inset, y + height - 15], tile.value === null ? '–' : value),
    ...tile.marks.map((mark, i) =>
      path(`tile-mark tile-${mark}`, markShape(mark, x + width - 11 - i * 15, y + height - 20)),
    ),
  ])
  const label = [tile.name, value, ...tile.marks.map(mark => words.charts.tileMarks[mark])].join(', ')
  if (!tile.href) return html`<g role="img" aria-label="${label}">${content}</g>`
  return html`<a href="${tile.href}" aria-label="${label}">${content}</a>`
}

/** The foot of a tile: empty, dots, lines, crossed lines, full. */
export function drawTexture(
  id: string,
  step: number,
  box: { x: number; y: number; width: number; height: number },
): SafeHtml[] {
  if (step < 2) return []
  if (step === 5) return [rect('tile-foot tile-foot-full', box)]
  return [textured('tile-foot', id, box)]
}

/** Exposed: a mast with its waves. Spike: a triangle. Silent: a struck-out circle. */
export function markShape(mark: TileMark, x: number, y: number): string {
  const at = `M${tenth(x)},${tenth(y)}`
  if (mark === 'spike') return `${at}l5,8h-10z`
  if (mark === 'silent') return `${at}m-5,4a5,5 0 1,0 10,0a5,5 0 1,0 -10,0m1.5,3.5l7,-7`
  return `${at}m-1.5,2a2.5,2.5 0 0,0 0,4m3,0a2.5,2.5 0 0,0 0,-4m-5.5,-2.5a6,6 0 0,0 0,9m8,0a6,6 0 0,0 0,-9m-4,4v5`
}

export function valueText(words: Words, { format }: TileMapInput, { value }: TileInput): string {
  return value === null ? words.charts.noFigure : format(value)
}
