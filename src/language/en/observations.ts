import type { Words } from '../words.js'

export const observations: Words['observations'] = {
  title: 'Seen or heard by others',
  none: 'Nobody outside the outlet has observed it.',
  add: 'Note an observation',
  lead: 'What somebody outside the outlet saw or heard. Whoever notes it does not verify this broadcast.',
  observer: 'Who observed it',
  observers: {
    office: 'our own staff',
    monitor: 'a monitoring service',
    authority: 'an authority, such as the broadcasting commission',
    public: 'a listener, viewer or reader',
  },
  seen: 'What was observed',
  seens: { ran: 'it ran', 'did-not-run': 'waited for it, it did not run' },
  day: 'Day',
  minute: 'Time',
  minuteHint: 'For radio and TV, when it was heard or seen, such as 06:25.',
  note: 'What was heard or seen',
  noteHint: 'Do not write people’s names.',
  file: 'Recording or photo',
  fileHint: 'Photo, PDF, audio or video; 25 MB at most. The location in photos is removed.',
  save: 'Save the observation',
  saved: 'The observation is saved.',
  entry: (who, what, when) => `${who}: ${what}, ${when}`,
  notedBy: (name, when) => `noted by ${name}, ${when}`,
  openFile: 'Open the recording or photo',
  withdraw: 'Withdraw the observation',
  withdrawReason: 'Why it is withdrawn',
  withdrawn: 'The observation is withdrawn.',
  withdrawnBecause: (name, reason) => `withdrawn by ${name}: ${reason}`,
  contradicts: 'What others observed does not fit the outlet’s answer. Look at both before you decide.',
  rules: {
    unanswered: 'There is no answer yet, so there is nothing to prove.',
    contradicted: 'What others observed does not fit the answer, so only the outlet’s word counts.',
    independent: 'Somebody outside the outlet observed the same.',
    miss: 'The outlet says it did not run; no file can prove that.',
    artefact: 'There is a recording, a photo, a page or a screenshot.',
    log: 'There is a station log that was read and matched to the order.',
    'log-repeats-plan':
      'The log’s times repeat the plan too often for a log, so it counts as the outlet’s word.',
    'log-unread': 'The file was never read and matched as a log, so it counts as the outlet’s word.',
    address: 'A web address alone is the outlet’s word until there is a screenshot of it.',
    word: 'Only the outlet’s answer, without proof.',
  },
  now: grade => `What the proof is worth now: ${grade}.`,
  verifiedAt: (then, now) =>
    `Verified at ${then}; its proof is now worth ${now}. Reopen it to have it judged again.`,
  seeLog: 'See the station log',
}

export const observationActions: Words['observationActions'] = {
  'observation-added': 'Observation by others noted',
  'observation-withdrawn': 'Observation by others withdrawn',
}
