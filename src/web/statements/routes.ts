import { statementPage } from '../../views/statements/page.js'
import { paths, withQuery } from '../../views/paths.js'
import { show } from '../respond.js'
import type { Route } from '../route.js'
import type { StaffVisit } from '../visit.js'
import { param, query } from '../visit.js'
import { sendSheet, statementFacts } from './statement.js'

export const statementRoutes: Route[] = [
  { method: 'get', path: '/outlets/:id/statement', access: 'readPlans', handle: showStatement },
  { method: 'get', path: '/outlets/:id/statement.xlsx', access: 'readPlans', handle: sendStatement },
]

async function showStatement(visit: StaffVisit): Promise<void> {
  const id = param(visit, 'id')
  const facts = await statementFacts(visit.app, id, query(visit, 'month'))
  const sheet = withQuery(paths.outletStatementSheet(id), { month: facts.month })
  const page = statementPage(visit.words, visit.formats, facts, { sheet, back: paths.outlet(id) })
  show(visit, 'statements/show', page)
}

async function sendStatement(visit: StaffVisit): Promise<void> {
  sendSheet(visit, await statementFacts(visit.app, param(visit, 'id'), query(visit, 'month')))
}
