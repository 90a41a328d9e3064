/** Results out: what the pages show, for programs. */
import { Invalid } from '../../domain/errors.js'
import { scopeName, type PaceRow } from '../../domain/pace-board.js'
import { addDays, daysBetween, instantAt, justBefore, type Day, type Instant } from '../../domain/time.js'
import { paceFacts } from '../pace/facts.js'
import { apiRoute, type ApiRoute } from './api-route.js'
import { CountsAsked, CountsKnown, PaceAsked, PaceKnown, PlacesKnown, VerdictsKnown } from './schemas.js'

/** A quarter of a year of 514 districts and two streams is some hundred thousand counts. */
const longestPeriod = 92

export const resultApi: ApiRoute[] = [
  apiRoute({
    method: 'get',
    path: '/registrations',
    scope: 'results:read',
    summary: 'Counts by day, district and stream, as known now or at the end of a past day',
    query: CountsAsked,
    answer: CountsKnown,
    async handle({ app, query: { from, to, stream, district, asOf } }) {
      if (to < from) throw new Invalid({ to: { code: 'days-reversed' } })
      if (daysBetween(from, to) >= longestPeriod)
        throw new Invalid({ to: { code: 'too-large', values: { most: longestPeriod } } })
      const counts = await app.store.registrations.list(
        { from, to },
        {
          ...(stream ? { streamId: stream } : {}),
          ...(district ? { districtCode: district } : {}),
          ...(asOf ? { asOf: endOf(asOf, app.clock.zone) } : {}),
        },
      )
      return {
        counts: counts.map(({ districtCode, streamId, importId: _, knownTo: __, ...cell }) => ({
          ...cell,
          district: districtCode,
          stream: streamId,
        })),
      }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/pace',
    scope: 'results:read',
    summary: 'Target, realisation and forecast of a year, together and by part',
    query: PaceAsked,
    answer: PaceKnown,
    async handle({ app, query: { year, month, stream, asOf } }) {
      const last = (await app.store.registrations.lastDay()) ?? app.clock.today()
      const { board, through } = await paceFacts(app, {
        year: year ?? Number(last.slice(0, 4)),
        month: month ?? null,
        streamId: stream ?? '',
        branchId: null,
        asOf: asOf ?? null,
      })
      return { through, whole: rowOf(board.whole), parts: board.parts.map(rowOf) }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/verdicts',
    scope: 'results:read',
    summary: 'The verdicts in force, one by campaign and stream',
    answer: VerdictsKnown,
    async handle({ app: { store } }) {
      const [campaigns, analyses] = await Promise.all([
        store.campaigns.list(),
        store.analyses.current('verdict'),
      ])
      const byId = new Map(campaigns.map(({ id, code, name }) => [id, { id, code, name }]))
      return {
        verdicts: analyses.flatMap(
          ({ campaignId, streamId, finishedAt, methodVersion, inputFingerprint, result }) => {
            const campaign = byId.get(campaignId ?? '')
            if (!campaign || result === null) return []
            const verdict: unknown = JSON.parse(result)
            return [
              { campaign, stream: streamId, madeAt: finishedAt, methodVersion, inputFingerprint, verdict },
            ]
          },
        ),
      }
    },
  }),
  apiRoute({
    method: 'get',
    path: '/places',
    scope: 'results:read',
    summary: 'Districts as they were and are, and the streams of registration',
    answer: PlacesKnown,
    async handle({ app: { store } }) {
      const [districts, streams] = await Promise.all([store.districts.list(), store.streams.list()])
      return {
        districts: districts.map(({ code, name, validFrom, validTo, population }) => ({
          code,
          name,
          validFrom,
          validTo,
          population,
        })),
        streams: streams.map(({ id, kind }) => ({ id, kind })),
      }
    },
  }),
]

function rowOf({ scope, pace, forecast }: PaceRow) {
  return {
    scope: scopeName(scope),
    target: pace.target,
    targetToDate: pace.targetToDate,
    realised: pace.realised,
    pace: pace.share,
    weeklyNeeded: pace.weeklyNeeded,
    forecast: forecast && {
      low: forecast.low,
      estimate: forecast.estimate,
      high: forecast.high,
      chance: forecast.chance,
    },
  }
}

function endOf(day: Day, zone: string): Instant {
  return justBefore(instantAt(addDays(day, 1), 0, zone))
}
