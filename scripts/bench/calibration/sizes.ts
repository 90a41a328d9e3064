export type Size = 'quick' | 'full'

/** How often everything is tried. */
export interface Sizes {
  /** Panels per setting for rates without a flight, with one, and with all checks. */
  panels: number
  panelsLarge: number
  panelsChecked: number
}

export const sizes: Record<Size, Sizes> = {
  quick: { panels: 200, panelsLarge: 20, panelsChecked: 60 },
  full: { panels: 1000, panelsLarge: 200, panelsChecked: 300 },
}
