/** Every page and every act of the product, by noun. */
import { languageRoutes } from './accounts/language.js'
import { passwordRoutes } from './accounts/passwords.js'
import { signInRoutes } from './accounts/sign-in.js'
import { userRoutes } from './accounts/users.js'
import { observationRoutes } from './broadcasts/observations.js'
import { verificationRoutes } from './broadcasts/verification.js'
import { broadcastRoutes } from './broadcasts/routes.js'
import { calendarRoutes } from './calendar/routes.js'
import { campaignRoutes } from './campaigns/routes.js'
import { answerRoutes } from './answers/routes.js'
import { auditPackRoutes } from './audit-packs/routes.js'
import { apiTokenRoutes } from './api-tokens/routes.js'
import { auditRoutes } from './audit/routes.js'
import { jobRoutes } from './jobs/routes.js'
import { mailboxRoutes } from './mailbox/routes.js'
import { settingsRoutes } from './settings/routes.js'
import { galleryRoutes } from './gallery/routes.js'
import { evidenceAlarmRoutes } from './evidence-alarms/routes.js'
import { districtRoutes } from './districts/routes.js'
import { homeRoutes } from './home/routes.js'
import { makegoodRoutes } from './makegoods/routes.js'
import { materialRoutes } from './materials/routes.js'
import { measurabilityRoutes } from './measurability/routes.js'
import { methodRoutes } from './method/routes.js'
import { messageRoutes } from './messages/routes.js'
import { orderRoutes } from './orders/routes.js'
import { outletRoutes } from './outlets/routes.js'
import { paceRoutes } from './pace/routes.js'
import { partnerRoutes } from './partner/routes.js'
import { weekRoutes } from './weeks/routes.js'
import { paymentRoutes } from './payments/routes.js'
import { statementRoutes } from './statements/routes.js'
import { periodLockRoutes } from './period-locks/routes.js'
import { reachRoutes } from './reach/routes.js'
import { resultRoutes } from './results/routes.js'
import { targetRoutes } from './targets/routes.js'
import { fieldEventRoutes } from './field-events/routes.js'
import { registrationRoutes } from './registrations/routes.js'
import { searchRoutes } from './search/routes.js'
import type { Route } from './route.js'
import { stationLogRoutes } from './station-logs/routes.js'
import { spikeRoutes } from './spikes/routes.js'

export const routes: Route[] = [
  ...signInRoutes,
  ...passwordRoutes,
  ...languageRoutes,
  ...userRoutes,
  ...homeRoutes,
  ...searchRoutes,
  ...outletRoutes,
  ...messageRoutes,
  ...campaignRoutes,
  ...measurabilityRoutes,
  ...makegoodRoutes,
  ...materialRoutes,
  ...statementRoutes,
  ...weekRoutes,
  ...orderRoutes,
  ...paymentRoutes,
  ...calendarRoutes,
  ...broadcastRoutes,
  ...observationRoutes,
  ...verificationRoutes,
  ...stationLogRoutes,
  ...periodLockRoutes,
  ...evidenceAlarmRoutes,
  ...districtRoutes,
  ...reachRoutes,
  ...methodRoutes,
  ...answerRoutes,
  ...spikeRoutes,
  ...resultRoutes,
  ...partnerRoutes,
  ...apiTokenRoutes,
  ...auditRoutes,
  ...auditPackRoutes,
  ...jobRoutes,
  ...mailboxRoutes,
  ...settingsRoutes,
  ...galleryRoutes,
  ...registrationRoutes,
  ...paceRoutes,
  ...targetRoutes,
  ...fieldEventRoutes,
]
