import { reportPage, reportTables } from '../../views/results/report.js'
import { show } from '../respond.js'
import { sendTables } from '../send-tables.js'
import type { StaffVisit } from '../visit.js'
import { resultFacts } from './facts.js'

export async function showReport(visit: StaffVisit): Promise<void> {
  show(visit, 'results/report', await pageOf(visit))
}

/** Exactly the tables of the page. */
export async function sendReport(visit: StaffVisit, kind: 'csv' | 'xlsx'): Promise<void> {
  const page = await pageOf(visit)
  const above = [page.head.title, page.head.updated].filter(Boolean)
  sendTables(visit, kind, { name: visit.words.report.fileName, tables: reportTables(page), above })
}

async function pageOf(visit: StaffVisit) {
  const facts = await resultFacts(visit)
  const broadcasts = await visit.app.store.broadcasts.listStates({ campaignId: facts.campaign.id })
  return reportPage(visit, facts, broadcasts)
}
