import type { Words } from '../words.js'

export const setUp: Words['setUp'] = {
  title: 'Setting up the office',
  lead: 'What is still needed. This list goes away once all is done.',
  done: steps => `Done: ${steps}.`,
  others: 'A colleague who may does this.',
  steps: {
    office: { label: 'Name of the office', hint: 'It stands on orders and mails to outlets.' },
    people: {
      label: 'Planner and manager',
      hint: 'Who writes never approves: at least one planner and one manager are needed.',
    },
    districts: { label: 'Districts', hint: 'The official list is loaded; look whether yours are in it.' },
    targets: {
      label: 'Targets of this year',
      hint: 'Per district, month and stream; approved by a manager.',
    },
    outlets: {
      label: 'Outlets and their contacts',
      hint: 'Add them one by one or import CSV or XLSX; an administrator verifies them.',
    },
    coverage: { label: 'Coverage', hint: 'The share of each district’s people that each outlet reaches.' },
    registrations: {
      label: 'Registrations',
      hint: 'Import daily counts; the longer the history, the sharper the verdicts.',
    },
    campaign: { label: 'First campaign', hint: 'Write the plan in four parts, then submit it.' },
  },
}
