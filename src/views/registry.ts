/** Every view and the model it is given. `npm run check` reads each view against it. */
import type { BareLayout, PartnerLayout, StaffLayout } from './layout.js'
import type { ComponentViews } from './components/registry.js'
import type { AccountViews } from './accounts/registry.js'
import type { AnswerViews } from './answers/registry.js'
import type { AuditPackViews } from './audit-packs/page.js'
import type { ApiTokenViews } from './api-tokens/pages.js'
import type { AuditViews } from './audit/pages.js'
import type { JobsViews } from './jobs/pages.js'
import type { MailboxViews } from './mailbox/pages.js'
import type { SettingsViews } from './settings/pages.js'
import type { GalleryViews } from './gallery/pages.js'
import type { EvidenceAlarmViews } from './evidence-alarms/page.js'
import type { ErrorViews } from './errors/pages.js'
import type { BroadcastViews } from './broadcasts/registry.js'
import type { CalendarViews } from './calendar/page.js'
import type { CampaignViews } from './campaigns/pages.js'
import type { DistrictViews } from './districts/registry.js'
import type { FieldEventViews } from './field-events/pages.js'
import type { FormViews } from './forms/page.js'
import type { HomeViews } from './home/pages.js'
import type { MailViews } from './mail/content.js'
import type { MakegoodViews } from './makegoods/remedy.js'
import type { MaterialViews } from './materials/registry.js'
import type { MeasurabilityViews } from './measurability/page.js'
import type { MethodViews } from './method/page.js'
import type { MessageViews } from './messages/pages.js'
import type { OrderViews } from './orders/pages.js'
import type { OutletViews } from './outlets/registry.js'
import type { PaceViews } from './pace/registry.js'
import type { PaymentViews } from './payments/page.js'
import type { StatementViews } from './statements/page.js'
import type { WeekViews } from './weeks/registry.js'
import type { PartnerViews } from './partner/registry.js'
import type { ReachViews } from './reach/page.js'
import type { RegistrationViews } from './registrations/registry.js'
import type { ResultViews } from './results/registry.js'
import type { SearchViews } from './search/page.js'
import type { SpikeViews } from './spikes/pages.js'
import type { StationLogViews } from './station-logs/list.js'
import type { TargetViews } from './targets/registry.js'

interface LayoutViews {
  'layouts/bare': BareLayout
  'layouts/staff': StaffLayout
  'layouts/partner': PartnerLayout
}

export interface Views
  extends
    LayoutViews,
    ComponentViews,
    AccountViews,
    ApiTokenViews,
    BroadcastViews,
    CalendarViews,
    CampaignViews,
    DistrictViews,
    ErrorViews,
    EvidenceAlarmViews,
    FieldEventViews,
    FormViews,
    GalleryViews,
    SettingsViews,
    MailboxViews,
    JobsViews,
    AnswerViews,
    AuditPackViews,
    AuditViews,
    HomeViews,
    MailViews,
    MakegoodViews,
    MaterialViews,
    MeasurabilityViews,
    MethodViews,
    MessageViews,
    OrderViews,
    OutletViews,
    PaceViews,
    PartnerViews,
    PaymentViews,
    StatementViews,
    WeekViews,
    ReachViews,
    RegistrationViews,
    ResultViews,
    SearchViews,
    SpikeViews,
    StationLogViews,
    TargetViews {}
