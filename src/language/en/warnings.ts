import type { Words } from '../words.js'

export const warnings: Words['warnings'] = {
  title: 'Warnings before sending',
  none: 'Nothing stands in the way of sending.',
  severities: { stop: 'stops sending', reason: 'asks for a reason' },
  lead: 'What stops sending has to be mended. The rest may be sent all the same once the reason is written; it is kept with the order.',
  mend: {
    outlet: 'Open the outlet',
    line: 'Change the line',
    material: 'Open the material',
    campaign: 'Open the campaign',
  },
  days: days => `Days: ${days}.`,
  andMore: n => `and ${n} more`,
  reason: 'Why it is sent all the same',
  reasonGiven: reason => `Reason: ${reason}`,
  saveReasons: 'Save the reasons',
  reasonsSaved: 'The reasons are kept with the order.',
  ruleNames: {
    'outlet-retired': 'outlet no longer used',
    'outlet-unverified': 'outlet not verified',
    'outlet-off-air': 'outlet off air',
    'licence-lapsed': 'licence ended',
    'flight-outside-campaign': 'outside the campaign',
    'material-unchecked': 'material not checked',
    'material-late': 'material past its deadline',
    'material-retired': 'material no longer used',
    'same-break': 'twice in one break',
    'prayer-time': 'prayer times',
    ramadan: 'Ramadan programmes',
    'past-fiscal-year': 'past the budget year',
    'rate-changed': 'rates changed',
    'budget-exceeded': 'budget exceeded',
    'district-uncovered': 'districts without an outlet',
  },
  rules: {
    'outlet-retired': v => `${v['outlet']} is no longer used.`,
    'outlet-unverified': v => `${v['outlet']} is not verified yet.`,
    'outlet-off-air': v => `${v['outlet']} is off air on some of the days.`,
    'licence-lapsed': v => `The licence of ${v['outlet']} ends before some of the days.`,
    'flight-outside-campaign': () => 'Some days lie outside the campaign.',
    'material-unchecked': v => `Material ${v['material']} has not been checked by a second person.`,
    'material-late': v =>
      `Order at risk: material ${v['material']} is unchecked and its deadline has passed.`,
    'material-retired': v =>
      `Material ${v['material']} is no longer used. Change the line to another, or to its new version.`,
    'same-break': () => 'The same material may run twice within one break.',
    'prayer-time': v =>
      `${v['count']} ${v['count'] === '1' ? 'broadcast falls' : 'broadcasts fall'} on prayer times in ${v['place']}.`,
    ramadan: v =>
      `${v['count']} ${v['count'] === '1' ? 'broadcast falls' : 'broadcasts fall'} on Ramadan programmes before dawn or at sunset.`,
    'past-fiscal-year': v => `Some days lie after the budget year ${v['year']}.`,
    'rate-changed': () =>
      'The outlet’s rates have changed since this line was written. Save the line again to use the new ones.',
    'budget-exceeded': v => `The campaign’s orders exceed its budget by ${v['over']}.`,
    'district-uncovered': v => `Target districts that no ordered outlet covers: ${v['districts']}.`,
  },
}
