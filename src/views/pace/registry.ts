import type { PacePage } from './page.js'

export interface PaceViews {
  'pace/show': PacePage
}
