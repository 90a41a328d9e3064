import type { Words } from '../words.js'

export const report: Words['report'] = {
  title: name => `Report: ${name}`,
  open: 'One-page report',
  fileName: 'campaign-report',
  delivery: 'What was on air',
  verdicts: 'What came back',
  verdict: 'Verdict',
  what: 'Broadcasts',
  count: 'Count',
  planned: 'Planned',
  ran: 'Ran, by the outlet’s word',
  verified: 'Verified',
  proven: 'Proven at E2 or better',
  missed: 'Did not run',
  unanswered: 'No answer yet',
  spent: 'Cost of what ran',
}
