import type { ChangesPart } from './import-changes.js'
import type { CommitPart } from './import-commit.js'
import type { FindingsPart } from './import-findings.js'
import type { NamesPart } from './import-names.js'
import type { ImportPage } from './import-page.js'
import type { ReadingPart } from './import-reading.js'
import type { ImportsPage, UploadModel } from './imports-page.js'
import type { RegistrationsPage } from './table-page.js'

export interface RegistrationViews {
  'registrations/show': RegistrationsPage
  'registrations/imports': ImportsPage
  'registrations/upload': UploadModel
  'registrations/import': ImportPage
  'registrations/reading': ReadingPart
  'registrations/names': NamesPart
  'registrations/findings': FindingsPart
  'registrations/changes': ChangesPart
  'registrations/commit': CommitPart
}
