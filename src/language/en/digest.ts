import type { Words } from '../words.js'

export const digest: Words['digest'] = {
  subject: week => `Digest of the week ${week}`,
  lead: week => `This is what changed on ${week}.`,
  registrations: v =>
    `${v.count} registrations on record; ${v.before} the week before. Figures of the last week usually still grow.`,
  broadcasts: v =>
    `Broadcasts: ${v.ran} ran, ${v.missed} did not run, ${v.unanswered} without an answer yet.`,
  verdictChanged: v => `The verdict on ${v.name} changed: ${v.kind} (before: ${v.before}).`,
  verdictNew: v => `A new verdict on ${v.name}: ${v.kind}.`,
  alerts: n =>
    `${n} spikes of self-enrolled registrations at alert level. Coinciding with broadcasts does not mean caused by them.`,
  button: 'Open the overview',
  stop: address => `This mail is sent once a week. Stop it at ${address}`,
  heading: 'Weekly digest by mail',
  wanted: 'Every Monday morning',
  yes: 'Send it when something changed',
  no: 'Do not send it',
  save: 'Save the digest choice',
  saved: 'The digest choice was saved.',
}
