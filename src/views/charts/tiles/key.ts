import { keyEntry, type KeyEntry } from '../key.js'
import { texture } from '../patterns.js'
import { group, path, rect } from '../svg.js'
import type { Texts } from '../texts.js'
import type { ValueClass } from './classes.js'
import { tileMarks, type TileMapInput } from './input.js'
import { drawTexture, markShape, textures } from './tile.js'

/** The classes with their ranges, and the marks that occur. */
export function tileKey(
  { words }: Texts,
  { id, format, tiles }: TileMapInput,
  classes: readonly ValueClass[],
): KeyEntry[] {
  const box = { x: 0.5, y: 0.5, width: 17, height: 11 }
  const entry = ({ step, least, most }: ValueClass) => {
    const label = least === most ? format(least) : words.charts.range(format(least), format(most))
    const kind = textures[step]
    const key = `${id}-key-${step}`
    const foot = drawTexture(key, step, { x: 0.5, y: 6, width: 17, height: 5.5 })
    return keyEntry(
      label,
      group(`tile tile-${step}`, [
        rect('tile-ground', box),
        ...(kind ? [texture(key, kind, 'texture-ink')] : []),
        ...foot,
      ]),
    )
  }
  const missing = tiles.some(tile => tile.value === null)
  const marks = tileMarks.filter(mark => tiles.some(tile => tile.marks.includes(mark)))
  return [
    ...classes.map(entry),
    ...(missing ? [keyEntry(words.charts.noFigure, group('tile tile-0', [rect('tile-ground', box)]))] : []),
    ...marks.map(mark =>
      keyEntry(words.charts.tileMarks[mark], path(`tile-mark tile-${mark}`, markShape(mark, 9, 2))),
    ),
  ]
}
