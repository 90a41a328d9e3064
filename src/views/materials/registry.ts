import type { MaterialFormPage } from './form.js'
import type { MaterialPage } from './show.js'

export interface MaterialViews {
  'materials/form': MaterialFormPage
  'materials/show': MaterialPage
}
