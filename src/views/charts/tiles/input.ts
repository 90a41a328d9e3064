export type TileMark = 'silent' | 'spike' | 'exposed'
export const tileMarks = ['exposed', 'spike', 'silent'] as const satisfies readonly TileMark[]

export interface TileInput {
  code: string
  name: string
  shortName: string
  column: number
  row: number
  /** Null where nothing is known. */
  value: number | null
  marks: readonly TileMark[]
  /** Where the tile leads; empty for nowhere. */
  href: string
}

export interface TileMapInput {
  id: string
  title: string
  /** What the values are, with their unit. */
  measure: string
  /** A value as text: one for the tile, the table and the classes. */
  format: (value: number) => string
  tiles: readonly TileInput[]
}
