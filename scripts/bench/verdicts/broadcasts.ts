/** What the stations of a made-up season were asked to run, and what they said of it. */
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import type { Coverage } from '../../../src/domain/outlet.js'
import { addDays } from '../../../src/domain/time.js'
import type { RandomStream } from '../../../src/statistics/random.js'
import { districtCodes, type MadeCampaign } from './campaign.js'

const runsPerDay = 2

/** One station in each district; it is heard a little next door. */
export function drawBroadcasts(
  campaigns: readonly MadeCampaign[],
  chance: RandomStream,
): { coverage: Coverage[]; broadcasts: BroadcastState[] } {
  const figure = { source: 'made up', asOf: '2010-01-01' }
  const coverage = districtCodes.flatMap((code, i) => [
    { outletId: code, districtCode: code, share: 0.35 + 0.4 * chance.uniform(), ...figure },
    { outletId: code, districtCode: districtCodes[(i + 1) % 14]!, share: 0.01, ...figure },
  ])
  const broadcasts = campaigns.flatMap(campaign => broadcastsOf(campaign, chance))
  return { coverage, broadcasts }
}

/** How well a campaign is confirmed differs from campaign to campaign, as planners and stations do. */
function broadcastsOf(campaign: MadeCampaign, chance: RandomStream): BroadcastState[] {
  const silent = 0.02 + 0.15 * chance.uniform()
  const unverified = 0.3 * chance.uniform()
  const thin = 0.3 * chance.uniform()
  return campaign.districtCodes.flatMap(code =>
    Array.from({ length: campaign.days * runsPerDay }, (_, k): BroadcastState => {
      const id = `${campaign.id} ${code} ${k}`
      const answer = chance.uniform() < silent ? null : chance.uniform() < 0.05 ? 'did-not-run' : 'ran'
      const isVerified = answer !== null && chance.uniform() >= unverified
      return {
        id,
        orderId: campaign.id,
        lineKey: code,
        day: addDays(campaign.firstDay, Math.floor(k / runsPerDay)),
        ordinal: 1 + (k % runsPerDay),
        campaignId: campaign.id,
        outletId: code,
        materialId: 'material',
        format: 'spot',
        fromMinute: 360,
        toMinute: 480,
        seconds: 30,
        priceKind: 'paid',
        rupiah: 50_000,
        firstVersion: 1,
        lastVersion: 1,
        withdrawnAt: null,
        replacesId: null,
        outletName: code,
        medium: 'radio',
        orderClosedAt: null,
        campaignName: campaign.id,
        materialCode: '',
        materialTitle: '',
        confirmationId: answer && id,
        confirmationNumber: answer && 1,
        answer,
        actualDay: null,
        actualMinute: null,
        actualSeconds: null,
        actualMaterialId: null,
        answeredAt: null,
        verificationOf: isVerified ? id : null,
        decision: isVerified ? 'verified' : null,
        grade: isVerified ? (chance.uniform() < thin ? 'E1' : 'E2') : null,
      }
    }),
  )
}
