import { importCounts } from '../../operations/import-counts.js'
import { countAttempt } from '../rate-limits.js'
import { apiRoute, type ApiRoute } from './api-route.js'
import { CountsAnswer, CountsSent } from './schemas.js'

export const registrationApi: ApiRoute[] = [
  apiRoute({
    method: 'post',
    path: '/registrations',
    scope: 'registrations:write',
    summary: 'Bring counts in: all of them are kept, or none; sent again, they change nothing',
    body: CountsSent,
    answer: CountsAnswer,
    async handle({ app, actor, body, visit }) {
      await countAttempt(visit, 'upload', actor.id)
      return importCounts(app, actor, body)
    },
  }),
]
