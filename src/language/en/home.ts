import type { Words } from '../words.js'

export const home: Words['home'] = {
  overviewTitle: office => office,
  overviewLead: day => `As of ${day}`,
  paceTitle: 'Pace against target',
  paceCaption: (toDate, target, percent, until) =>
    `${toDate} registered of a target of ${target} up to ${until}: ${percent}.`,
  paceRest: (weekly, target, year) =>
    `Reaching the target of ${year} (${target}) takes ${weekly} registrations a week from now on.`,
  paceChart: year => `Registrations of ${year} against the target`,
  paceNone: 'No target is approved for this year yet.',
  deliveryTitle: 'Delivery',
  deliveryLead: 'Broadcasts of campaigns that are live or have just ended.',
  verdictsTitle: 'Latest verdicts',
  verdictsNone: 'No campaign has been judged yet.',
  silentTitle: 'Silent districts this week',
  silentLead: 'No campaign broadcast reaches these districts from Monday to Sunday of this week.',
  silentNone: 'Every district is reached this week.',
  mapTitle: 'Map of districts',
  deskTitle: 'Desk',
  deskLead: 'What waits for you.',
  deskEmpty: 'Nothing waits for you.',
  tasks: {
    'campaign-decide': 'Campaign awaiting your approval',
    'campaign-returned': 'Campaign returned',
    'order-at-risk': 'Orders at risk: material past its deadline is not checked',
    'message-decide': 'Messages awaiting your approval',
    'material-check': 'Material to check',
    'order-decide': 'Order awaiting your approval',
    'order-send': 'Order ready to send',
    'order-unanswered': 'Order not answered by the outlet',
    'order-declined': 'Order declined by the outlet',
    'answers-waiting': 'Answers to verify',
    'proofs-alike': 'Proofs that look alike on two orders',
    'answers-overdue': 'Confirmations past their deadline',
  },
  taskCount: n => `${n} ${n === '1' ? 'broadcast' : 'broadcasts'}`,
}
