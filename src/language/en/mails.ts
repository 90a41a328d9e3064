import type { Words } from '../words.js'

export const mails: Words['mails'] = {
  greeting: name => `Dear ${name},`,
  linkUntil: when => `The link works until ${when}.`,
  ignoreIfUnexpected: 'If you did not expect this mail, leave it. Without this link nothing changes.',
  invitationSubject: office => `Invitation to Gaung, ${office}`,
  invitationText: (office, role) =>
    `${office} invites you to use Gaung as ${role.toLowerCase()}. Gaung plans awareness campaigns, gathers proof of what ran, and counts the registrations that came back.`,
  invitationButton: 'Choose a password',
  stoppedSubject: file => `Import stopped: ${file}`,
  stoppedText: (file, day) =>
    `The file ${file} from the watched folder, ${day}, does not count. No figure has changed.`,
  stoppedWaiting: (refused, questions) =>
    `It waits as a preview: ${refused} rows were refused, ${questions} questions are open.`,
  stoppedButton: 'Open the preview',
  resetSubject: 'A new password for Gaung',
  resetText: 'Somebody, perhaps you, asked for a new password for this account.',
  resetButton: 'Choose a new password',
}
