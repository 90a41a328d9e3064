import type { ComparisonPage } from './comparison-page.js'
import type { NextPage } from './next-page.js'

export interface AnswerViews {
  'answers/comparison': ComparisonPage
  'answers/next': NextPage
}
