import type { ReportPage } from './report.js'
import type { ResultPage } from './show.js'
import type { StreamResult } from './stream.js'

export interface ResultViews {
  'results/show': ResultPage
  'results/report': ReportPage
  'results/stream': StreamResult
}
