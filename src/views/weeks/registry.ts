import type { AnswersPage } from './answers.js'
import type { WeekPaper } from './paper.js'
import type { OutletWeekPage } from './show.js'

export interface WeekViews {
  'weeks/show': OutletWeekPage
  'weeks/paper': WeekPaper
  'weeks/answers': AnswersPage
}
