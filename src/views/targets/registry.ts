import type { NewTargetsPage } from './forms.js'
import type { TargetsPage } from './targets-page.js'
import type { VersionPage } from './version-page.js'

export interface TargetViews {
  'targets/show': TargetsPage
  'targets/version': VersionPage
  'targets/new': NewTargetsPage
}
