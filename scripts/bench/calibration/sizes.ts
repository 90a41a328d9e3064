export type Size = 'quick' | 'middle' | 'full'

/** How often everything is tried. */
export interface Sizes {
  /** Panels per setting: of 14 districts, of 514, and with all checks. */
  panels: number
  panelsLarge: number
  panelsChecked: number
  seasons: number
  /** Panels of 14 districts and four years. */
  spikePanels: number
  provinces: number
  coinPlans: number
  nowcasts: number
  /** Days of ten years in 514 districts that are judged for spikes. */
  judgedDays: number
}

export const sizes: Record<Size, Sizes> = {
  quick: {
    panels: 200,
    panelsLarge: 20,
    panelsChecked: 60,
    seasons: 60,
    spikePanels: 6,
    provinces: 10,
    coinPlans: 500,
    nowcasts: 100,
    judgedDays: 28,
  },
  middle: {
    panels: 400,
    panelsLarge: 60,
    panelsChecked: 120,
    seasons: 300,
    spikePanels: 16,
    provinces: 60,
    coinPlans: 5000,
    nowcasts: 200,
    judgedDays: 182,
  },
  full: {
    panels: 600,
    panelsLarge: 100,
    panelsChecked: 200,
    seasons: 300,
    spikePanels: 24,
    provinces: 60,
    coinPlans: 10_000,
    nowcasts: 300,
    judgedDays: 365,
  },
}
