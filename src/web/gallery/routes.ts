/** The component gallery: only where screens are built, never in production. */
import { NotFound } from '../../domain/errors.js'
import { basicsPage, chartsPage, confirmExample, formsPage, tablesPage } from '../../views/gallery/pages.js'
import { paths } from '../../views/paths.js'
import { show, showPartner } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'

export const galleryRoutes: Route[] = [
  inGallery(paths.gallery, visit => show(visit, 'gallery/basics', basicsPage(visit.words))),
  inGallery(paths.galleryPart('basics'), visit => show(visit, 'gallery/basics', basicsPage(visit.words))),
  inGallery(paths.galleryPart('forms'), visit =>
    show(visit, 'gallery/forms', formsPage(visit.words, 'forms')),
  ),
  inGallery(paths.galleryPart('tables'), visit => show(visit, 'gallery/tables', tablesPage(visit.words))),
  inGallery(paths.galleryPart('charts'), visit => show(visit, 'gallery/charts', chartsPage(visit))),
  inGallery(paths.galleryPart('confirm'), visit =>
    show(visit, 'components/confirm', confirmExample(visit.words)),
  ),
  inGallery(paths.galleryPart('partner'), visit =>
    showPartner(visit, 'gallery/partner', formsPage(visit.words, 'partner')),
  ),
]

function inGallery(path: string, showPart: (visit: StaffVisit) => void): Route {
  return {
    method: 'get',
    path,
    access: 'signed-in',
    handle(visit) {
      if (visit.app.config.mode === 'production') throw new NotFound('page')
      showPart(visit)
    },
  }
}
