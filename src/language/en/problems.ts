import type { Words } from '../words.js'
import { broadcasts } from './broadcasts.js'

const kinds: Record<string, string> = broadcasts.proofKinds
const filesFor: Record<string, string> = {
  radio: 'radio runs audio',
  tv: 'TV runs video or a picture',
  print: 'print runs a picture or a PDF',
  online: 'online runs a picture, video, audio or a PDF',
}

export const problems: Words['problems'] = {
  required: () => 'Fill this in.',
  'too-short': v => `Write at least ${v['least']} characters.`,
  'too-long': v => `Shorten this to ${v['most']} characters.`,
  'not-a-number': () => 'Write a whole number without letters, for example 1500.',
  'too-small': v => `The smallest number is ${v['least']}.`,
  'too-large': v => `The largest number is ${v['most']}.`,
  'not-a-day': () => 'Write a date that exists, for example 2026-11-21.',
  'not-a-time': () => 'Write a time of day, for example 06:15.',
  'not-an-email': () => 'Write an e-mail address, for example name@example.com.',
  'not-an-address': () => 'Write a full web address that begins with https:// or http://.',
  'not-a-choice': () => 'Choose one from the list.',
  'choose-one': () => 'Choose at least one.',
  'unexpected-field': () =>
    'This form holds a field that is not known. Open the page again and fill it in anew.',
  'days-reversed': () => 'The last day cannot come before the first.',
  'already-taken': () => 'Already in use. Choose another.',
  'rate-overlaps': v =>
    v['to']
      ? `There is a rate for this format and length from ${v['from']} to ${v['to']}. A day can have one rate only.`
      : `There is a rate for this format and length from ${v['from']} on. Choose a later day, or remove that rate first.`,
  'no-outlet-headings': () =>
    'The headings are not recognised. A list of outlets needs the columns Name and Medium; coverage needs Outlet, District and Share.',
  'import-built-on': () =>
    'What this import brought has been used or changed since. It cannot be undone as a whole any more.',
  contradiction: () => 'Empty the name and e-mail of the successor, or untick this.',

  'file-missing': () => 'Choose a file.',
  'file-too-large': v => `The file is too large. The most is ${v['most']}.`,
  'file-kind-refused': () => 'This kind of file is not accepted. Send a photo, PDF, audio, video or CSV.',
  'file-unreadable': () => 'The file cannot be read. Save it anew and send it again.',

  'file-too-heavy': () => 'This file is too heavy to be checked. Send a smaller photo, or cut the recording.',
  'file-not-of-kind': v =>
    `This file is no ${kinds[String(v['wanted'])] ?? ''}. Send another file or choose another kind.`,
  'material-kind-refused': () =>
    'This kind of file is not accepted. Send audio, video, PDF or a picture (JPEG, PNG, WebP, TIFF).',
  'material-file-unsuited': v =>
    `This file cannot run in this medium: ${filesFor[String(v['medium'])] ?? ''}.`,
  'script-or-file': () => 'Write the script, or choose a file.',

  'sign-in-failed': () => 'The e-mail address or the password does not match.',
  'too-many-attempts': v => `Too many attempts. Try again in ${v['minutes']} minutes.`,
  'password-too-short': v =>
    `A password has at least ${v['length']} characters. A short sentence is easiest to remember.`,
  'password-too-common': () =>
    'This password is easy to guess. Use a few words that have nothing to do with you.',
  'passwords-differ': () => 'The two passwords are not the same.',
  'own-account': () => 'You cannot deactivate your own account.',
  'last-administrator': () => 'This is the only administrator. Appoint another first.',

  'changed-meanwhile': () =>
    'Somebody else changed this since you opened it. Open it again and repeat your change.',
  'wrong-state': () =>
    'This step is not possible in the present state. Open the page again to see where it stands.',
  'own-work': () => 'Who writes may not approve. Ask somebody else to check it.',
  'link-refused': () =>
    'This link is not valid: it has ended, was replaced, or was altered on its way. Ask the sender for a new one.',
  'not-allowed': () => 'You may not do this.',
  'cross-site': () =>
    'This request came from another site and was not carried out. Open the page in Gaung and repeat it.',
  'nothing-to-send': () => 'There is nothing to send.',
  'no-contact': v => `${v['outlet']} has no contact yet. Add one on the outlet's page.`,
  'outlet-unverified': v => `${v['outlet']} is not verified yet. Ask an administrator to check it.`,
  'outlet-not-ready': v => `${v['outlet']} is off air, or its licence ends, during this flight.`,
  'material-unchecked': v => `Material ${v['material']} has not been checked by a second person.`,
  'material-retired': v => `Material ${v['material']} is no longer used. Choose another, or its new version.`,
  'material-version-open': () =>
    'There is a new version of this material already. Change that one, or retire it first.',
  'flight-outside-campaign': () => 'The flight must lie within the campaign.',
  'no-weekday-in-flight': () => 'None of the chosen weekdays falls into this flight.',
  'daypart-empty': () => 'The end must come after the beginning.',
  'no-rate': v =>
    `This outlet has no rate for that format and length on ${v['day']}. Type the agreed price, or add the rate on the outlet's page.`,
  'warnings-stop': () => 'This order may not be sent yet. First mend what stops it on the order page.',
  'warnings-open': () => 'First give a reason for each warning on the order page, then send.',
  'campaign-not-approved': () => 'This campaign is not approved, or is over.',
  'campaign-incomplete': () => 'This plan is not complete. Fill in what is missing, then submit it.',
  'district-not-then': v =>
    `On these days ${v['names']} is no district. Choose other days, or take it out of the target districts first.`,
  'message-not-in-force': v =>
    `The message ${v['message']} is no longer in force. Choose its new version under Messages.`,
  'no-weekday-after-shift': v =>
    `With this date ${v['count']} order lines have no day left to run on, as their weekdays move. Try ${v['day']}.`,
  'shift-or-day': () => 'Fill in one of the two: a first day or a number of days.',
  'no-lines': () => 'This order has no lines yet.',
  'broadcast-locked': () => 'This broadcast is locked. Call the office if the answer must change.',
  'broadcast-in-future': () => 'This broadcast is still to come.',
  'observed-elsewhere': () =>
    'Too far from this broadcast. Check the day and the time, or note it with the right broadcast.',
  'difference-missing': () => 'Write what was different: day, time, length or material. One is enough.',
  'answer-incomplete': () => 'Answer every broadcast that you marked.',
  'unresolved-miss': v =>
    `${v['count']} missed ${v['count'] === 1 ? 'broadcast has' : 'broadcasts have'} no remedy. Agree on a replacement, note a credit, or waive with a reason.`,
  'unverified-runs': v =>
    `${v['count']} ${v['count'] === 1 ? 'broadcast is' : 'broadcasts are'} not verified. Verify first.`,
  'slot-past': () => 'Choose a day after today.',
  'slot-after-flight': () => 'That day is after the order’s flight. Choose a day within it.',
  'nothing-to-credit': () =>
    'Free airtime cannot be credited. Agree on a replacement, or waive with a reason.',

  'nothing-to-pay': () =>
    'The outlet has not accepted this order, or all of it is free: nothing is to be paid.',
  'payment-step-skipped': () => 'Note the step before this one first.',
  'payment-day-early': () => 'That is before the step before it. Check the day.',
  'day-ahead': () => 'Choose today or a day that has passed.',
  'nothing-answered': () => 'No answer is chosen yet. Choose one for at least one broadcast.',
  'nothing-open': () => 'Every broadcast of this week has been answered.',
  'more-time-asked': () => 'More time has been asked for this week.',

  'same-file-again': v =>
    `This file was already imported as ${v['file']}. Undo that import first to repeat it.`,
  'looks-like-names': v =>
    `Column ${v['column']} seems to hold people's names. Gaung keeps no names; delete that column and send the file again.`,
  'looks-like-national-ids': v =>
    `Column ${v['column']} seems to hold national ID numbers. Gaung keeps none; delete that column and send the file again.`,
  'column-missing': v =>
    `The column for ${v['what']} was not found. Give that column a heading and send the file again.`,
  'people-unknown': () => 'The population is not known for every district. Choose another basis.',
  'last-year-unknown': () =>
    'The year before is not complete: some month has no registrations. Choose another basis.',
  'nothing-to-import': () => 'There is no row that can be imported.',
  'looks-like-firms': v =>
    `Column ${v['column']} seems to hold names of firms. Gaung keeps none. For a list of employer lots, add columns for day, district and number of workers; otherwise delete that column.`,
  'not-a-table': () => 'This file is no table. Send an Excel workbook (XLSX) or CSV.',
  'log-to-be-read': () => 'This file can be read as a log. Send it on the page for station logs.',
  'log-missing': () => 'Choose the log file, or paste its text.',
  'log-file-or-text': () => 'Send only one of the two: a file or text.',
  'log-no-runs': () =>
    'No run could be read: each needs a day and a time. An example of a row: Monday 31/10 06.15 JHT.',
  'log-other-days': () => 'Every run in this log is outside the days asked for. Check its dates.',
  'log-again': v => `This log is kept already as ${v['file']}.`,
  'log-too-long': v => `One log may cover ${v['most']} days at most.`,
  'log-needs-columns': () => 'Choose at least the column of the day and that of the time aired.',
  'period-not-over': () => 'Choose a day that is over.',
  'workbook-old': () =>
    'This file is an XLS, the format of Excel before 2007. Open it in Excel, choose Save as, then Excel Workbook (XLSX).',
  'workbook-locked': () =>
    'This workbook is locked with a password. Take the password away in Excel (Info, Protect Workbook), save it and send it again.',
  'workbook-other-kind': () =>
    'This kind of file cannot be read. Open it in Excel or LibreOffice, save it as Excel Workbook (XLSX) or CSV, and send that.',
  'workbook-empty': () => 'No visible sheet holds any row. Unhide the sheet, save it and send it again.',
  'workbook-too-heavy': () =>
    'This workbook is too large to be read, or broken. Copy only the table into a new file and send that.',
  'quote-unclosed': v =>
    `A quotation mark on line ${v['line']} is not closed. Correct that line and send the file again.`,
  'open-questions': () => 'First answer the questions about this file.',
  'sheet-wrong': v => `${v['count']} rows are wrong. Correct the file and send it again.`,
  'has-errors': v =>
    `${v['count']} rows are wrong. Correct the file, or tick that these rows may be left out.`,
  'too-many-rows': v => `Too many rows. At most ${v['most']} rows at a time.`,
  'too-few-districts-to-draw': () =>
    'There are too few districts to draw from. A draw needs about ten districts, or fewer waves.',
  'not-the-latest-import': () =>
    'Some figures of this import were replaced by a later one. Undo the later one first.',
}

export const errors: Words['errors'] = {
  notFound: {
    title: 'Page not found',
    text: 'This address does not exist, or what it held was removed. Check the address or go back to the home page.',
  },
  forbidden: { title: 'Not allowed', text: 'Your role does not open this page.' },
  conflict: { title: 'Not possible', text: '' },
  broken: {
    title: 'Something went wrong on our side',
    text: 'Nothing was changed. Try again; if it happens again, tell an administrator this number:',
  },
  link: { title: 'This link is not valid' },
  tooMany: { title: 'Too often' },
  tooLarge: { title: 'Too large' },
  goHome: 'To the home page',
}
