import { messagesPage } from '../../views/messages/pages.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'

export const messageRoutes: Route[] = [
  { method: 'get', path: '/messages', access: 'readPlans', handle: listMessages },
]

async function listMessages(visit: StaffVisit): Promise<void> {
  const messages = await visit.app.store.messages.list()
  show(visit, 'messages/list', messagesPage(visit.words, visit.formats, messages))
}
