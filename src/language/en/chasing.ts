import type { Words } from '../words.js'

export const moreTime: Words['moreTime'] = {
  ask: 'Need more time',
  hint: day => `One tap: the deadline becomes ${day}. Once only for this week.`,
  lateHint: day => `The office is told, and sends no reminder before ${day}.`,
  moved: day => `More time was given until ${day}.`,
  noted: day => `The office knows that you answer by ${day}.`,
  saved: 'Saved. The office has been told.',
  until: (who, day) => `${who}, until ${day}`,
}

export const reminders: Words['reminders'] = {
  subject: (n, week) =>
    `Reminder: ${n} ${n === '1' ? 'broadcast waits' : 'broadcasts wait'} for an answer, ${week}`,
  forColleague: name => `${name} has not answered yet. You are a contact of this outlet too, so you can.`,
  waiting: (n, outlets, week) =>
    `${n} ${n === '1' ? 'broadcast' : 'broadcasts'} of ${outlets} in ${week} ${n === '1' ? 'has' : 'have'} no answer yet. One minute is enough: if all ran, one tap.`,
  until: day => `Please answer by ${day}.`,
  today: 'The deadline is today.',
  passed: day => `The deadline has passed, ${day}. Answers are still welcome.`,
  moreTime: 'More time needed? Tap “Need more time” on that page; the reminders stop.',
  missingSubject: (outlets, week) => `No answer yet from ${outlets}, ${week}`,
  missingText: ({ count, outlets, week, deadline }) =>
    `${count} ${count === '1' ? 'broadcast' : 'broadcasts'} of ${outlets} in ${week} ${count === '1' ? 'has' : 'have'} no answer. The deadline was ${deadline}; reminders were sent.`,
  missingContact: (name, reach) =>
    `Contact: ${name} (${reach}). Call them, or enter their answers from the paper form.`,
  missingButton: 'Open the outlet’s page',
}

export const newLink: Words['newLink'] = {
  title: 'Ask for a new link',
  lead: 'Write your e-mail address as the office has it on file. A new link is sent to that address.',
  email: 'E-mail address',
  send: 'Send a new link',
  sentTitle: 'Check your mail',
  sent: 'If that address is on file, a new link is on its way there. At most one mail an hour.',
  nothing: 'No mail? Call the office that ordered the broadcasts: another address may be on file.',
  askHere: 'Ask for a new link',
  mailSubject: 'A new link to confirm your broadcasts',
  mailText: 'Somebody, perhaps you, asked for a new link. Every week that is still open is behind this link.',
  mailOrder: (number, address) => `Media order ${number}, not answered yet: ${address}`,
}
