/** Why something is refused: a code that every language has a sentence for, and the values the sentence needs. */
export interface Problem {
  code: ProblemCode
  values?: Record<string, string | number>
}

export type Decision = { ok: true } | { ok: false; problem: Problem }

export const allowed: Decision = { ok: true }

export function refused(code: ProblemCode, values?: Record<string, string | number>): Decision {
  return { ok: false, problem: values ? { code, values } : { code } }
}

export type ProblemCode = (typeof problemCodes)[number]

export const problemCodes = [
  // fields
  'required',
  'too-short',
  'too-long',
  'not-a-number',
  'too-small',
  'too-large',
  'not-a-day',
  'not-a-time',
  'not-an-email',
  'not-an-address',
  'not-a-choice',
  'choose-one',
  'unexpected-field',
  'days-reversed',
  'already-taken',
  'rate-overlaps',
  'no-outlet-headings',
  'import-built-on',
  'contradiction',
  // files
  'file-missing',
  'file-too-large',
  'file-kind-refused',
  'file-unreadable',
  'file-too-heavy',
  'file-not-of-kind',
  'material-kind-refused',
  'material-file-unsuited',
  'script-or-file',
  // accounts
  'sign-in-failed',
  'too-many-attempts',
  'password-too-short',
  'password-too-common',
  'passwords-differ',
  'own-account',
  'last-administrator',
  // moves that the state does not allow
  'changed-meanwhile',
  'wrong-state',
  'own-work',
  'link-refused',
  'not-allowed',
  'cross-site',
  'nothing-to-send',
  'no-contact',
  'outlet-unverified',
  'outlet-not-ready',
  'material-unchecked',
  'material-retired',
  'material-version-open',
  'flight-outside-campaign',
  'no-weekday-in-flight',
  'daypart-empty',
  'no-rate',
  'warnings-stop',
  'warnings-open',
  'campaign-not-approved',
  'campaign-incomplete',
  'district-not-then',
  'message-not-in-force',
  'no-weekday-after-shift',
  'shift-or-day',
  'no-lines',
  'broadcast-locked',
  'broadcast-in-future',
  'answer-incomplete',
  'difference-missing',
  'unresolved-miss',
  'unverified-runs',
  'slot-past',
  'slot-after-flight',
  'nothing-to-credit',
  'nothing-open',
  'more-time-asked',
  // registrations
  'same-file-again',
  'not-a-table',
  'log-missing',
  'log-file-or-text',
  'log-no-runs',
  'log-other-days',
  'log-again',
  'log-too-long',
  'log-needs-columns',
  'period-not-over',
  'workbook-old',
  'workbook-locked',
  'workbook-other-kind',
  'workbook-empty',
  'workbook-too-heavy',
  'quote-unclosed',
  'looks-like-firms',
  'open-questions',
  'sheet-wrong',
  'looks-like-names',
  'looks-like-national-ids',
  'column-missing',
  'nothing-to-import',
  'has-errors',
  'too-many-rows',
  'not-the-latest-import',
  // measuring
  'too-few-districts-to-draw',
] as const
