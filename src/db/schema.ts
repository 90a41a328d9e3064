/** Every table, with its columns as the program names them (snake_case in the database). */
import type { AnalysisTable, BaselineTable } from './analyses.js'
import type { AudienceHabitTable } from './audience-habits.js'
import type { ApiTokenTable } from './api-tokens.js'
import type { AuditEventTable, AuditHeadTable } from './audit.js'
import type { BroadcastTable } from './broadcasts.js'
import type { CalendarFeedTable } from './calendar-feeds.js'
import type {
  CampaignDistrictTable,
  CampaignMessageTable,
  CampaignStreamTable,
  CampaignTable,
} from './campaigns.js'
import type { ConfirmationTable } from './confirmations.js'
import type { ContactTable, OutletContactTable } from './contacts.js'
import type {
  BranchTable,
  DistrictAliasTable,
  DistrictChangeTable,
  DistrictNeighbourTable,
  DistrictTable,
} from './districts.js'
import type { DigestWishTable } from './digest-wishes.js'
import type { EvidenceAlarmTable, PictureBandTable } from './evidence-alarms.js'
import type { EvidenceBroadcastTable, EvidenceTable, FileTable } from './evidence.js'
import type { FieldEventDistrictTable, FieldEventTable } from './field-events.js'
import type { ReportingDelayTable, YearEndForecastTable } from './forecasts.js'
import type { FormDraftTable } from './form-drafts.js'
import type { HolidayTable, RamadanTable } from './holidays.js'
import type { JobRunTable, JobTable } from './jobs.js'
import type { LinkTable } from './links.js'
import type { MakegoodPolicyTable, MakegoodTable } from './makegoods.js'
import type { MaterialTable } from './materials.js'
import type {
  MediaOrderTable,
  OrderLineAnswerTable,
  OrderLineMaterialTable,
  OrderLineTable,
  OrderVersionTable,
} from './media-orders.js'
import type { MessageTable } from './messages.js'
import type { MoreTimeTable } from './more-time.js'
import type { ObservationTable } from './observations.js'
import type { OutboxTable } from './outbox.js'
import type { CoverageTable, OutletOffAirTable, OutletTable } from './outlets.js'
import type { OutletImportTable } from './outlet-imports.js'
import type { PaymentStepTable } from './payments.js'
import type { PeriodLockTable } from './period-locks.js'
import type { RateTable } from './rates.js'
import type { EmployerLotTable } from './employer-lots.js'
import type { RegistrationCountTable } from './registrations.js'
import type { PlanMeasurementTable } from './plan-measurements.js'
import type { RegistrationImportTable } from './registration-imports.js'
import type { SessionTable } from './sessions.js'
import type { SettingTable } from './settings.js'
import type { SpikeNoteTable } from './spike-notes.js'
import type { SpikeTable } from './spikes.js'
import type { OutletLogHabitTable, StationLogRunTable, StationLogTable } from './station-logs.js'
import type { StreamNameTable, StreamTable } from './streams.js'
import type { PublishedFigureTable, TargetTable, TargetTotalTable, TargetVersionTable } from './targets.js'
import type { UserTable } from './users.js'
import type { VerificationTable } from './verifications.js'
import type { WaveDrawTable } from './wave-draws.js'
import type { OrderWarningReasonTable } from './warning-reasons.js'

export interface Schema {
  analyses: AnalysisTable
  audienceHabits: AudienceHabitTable
  apiTokens: ApiTokenTable
  auditEvents: AuditEventTable
  auditHead: AuditHeadTable
  baselines: BaselineTable
  branches: BranchTable
  calendarFeeds: CalendarFeedTable
  broadcasts: BroadcastTable
  campaignDistricts: CampaignDistrictTable
  campaignMessages: CampaignMessageTable
  campaignStreams: CampaignStreamTable
  campaigns: CampaignTable
  confirmations: ConfirmationTable
  contacts: ContactTable
  coverage: CoverageTable
  digestWishes: DigestWishTable
  districtAliases: DistrictAliasTable
  districtChanges: DistrictChangeTable
  districtNeighbours: DistrictNeighbourTable
  districts: DistrictTable
  employerLots: EmployerLotTable
  evidence: EvidenceTable
  evidenceAlarms: EvidenceAlarmTable
  evidenceBroadcasts: EvidenceBroadcastTable
  fieldEventDistricts: FieldEventDistrictTable
  fieldEvents: FieldEventTable
  files: FileTable
  formDrafts: FormDraftTable
  holidays: HolidayTable
  jobRuns: JobRunTable
  jobs: JobTable
  links: LinkTable
  makegoodPolicies: MakegoodPolicyTable
  makegoods: MakegoodTable
  materials: MaterialTable
  mediaOrders: MediaOrderTable
  messages: MessageTable
  moreTime: MoreTimeTable
  observations: ObservationTable
  orderLineAnswers: OrderLineAnswerTable
  orderLineMaterials: OrderLineMaterialTable
  orderLines: OrderLineTable
  orderWarningReasons: OrderWarningReasonTable
  orderVersions: OrderVersionTable
  outbox: OutboxTable
  outletContacts: OutletContactTable
  outletImports: OutletImportTable
  outletLogHabits: OutletLogHabitTable
  outletOffAir: OutletOffAirTable
  outlets: OutletTable
  paymentSteps: PaymentStepTable
  periodLocks: PeriodLockTable
  pictureBands: PictureBandTable
  planMeasurements: PlanMeasurementTable
  publishedFigures: PublishedFigureTable
  ramadans: RamadanTable
  rates: RateTable
  registrationCounts: RegistrationCountTable
  registrationImports: RegistrationImportTable
  reportingDelays: ReportingDelayTable
  sessions: SessionTable
  settings: SettingTable
  spikeNotes: SpikeNoteTable
  spikes: SpikeTable
  stationLogRuns: StationLogRunTable
  stationLogs: StationLogTable
  streamNames: StreamNameTable
  streams: StreamTable
  targetTotals: TargetTotalTable
  targetVersions: TargetVersionTable
  targets: TargetTable
  users: UserTable
  verifications: VerificationTable
  waveDraws: WaveDrawTable
  yearEndForecasts: YearEndForecastTable
}
