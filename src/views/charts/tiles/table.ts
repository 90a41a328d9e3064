import type { TableModel } from '../../components/registry.js'
import type { Cell } from '../../page.js'
import type { Texts } from '../texts.js'
import type { TileInput, TileMapInput } from './input.js'
import { valueText } from './tile.js'

/** The same values, ranked; equal ones share a rank. */
export function tileTable({ words, formats }: Texts, input: TileMapInput): TableModel {
  const t = words.charts
  const ranked = input.tiles.toSorted(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.name < b.name ? -1 : 1),
  )
  const marks = (tile: TileInput) => tile.marks.map(mark => t.tileMarks[mark]).join(', ')
  const name = (tile: TileInput): Cell => ({ strong: tile.shortName, soft: marks(tile), to: tile.href })
  return {
    caption: input.title,
    showCaption: false,
    columns: [
      { label: t.rank, numeric: true },
      { label: words.common.district, numeric: false },
      { label: input.measure, numeric: true },
    ],
    rows: ranked.map(tile => ({
      cells: [
        tile.value === null ? '–' : formats.number(1 + ranked.findIndex(other => other.value === tile.value)),
        name(tile),
        valueText(words, input, tile),
      ],
      strong: false,
    })),
    empty: words.common.nothingYet,
    grid: true,
  }
}
