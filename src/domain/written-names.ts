/** Names of months and weekdays in Indonesian and English, in full and as people shorten them. */

const months = [
  'januari january jan',
  'februari february pebruari feb peb',
  'maret march mar mrt',
  'april apr',
  'mei may',
  'juni june jun',
  'juli july jul',
  'agustus august agt agu ags agst aug',
  'september sept sep',
  'oktober october okt oct',
  'november nopember nov nop',
  'desember december des dec',
]

/** Monday first, as weeks begin here. */
const weekdays = [
  'senin sen monday mon',
  'selasa sel tuesday tue tues',
  'rabu rab wednesday wed',
  'kamis kam thursday thu thur thurs',
  "jumat jum'at jum jum’at friday fri",
  'sabtu sab saturday sat',
  'minggu min ahad sunday sun',
]

const monthNumbers = indexed(months)
const weekdayNumbers = indexed(weekdays)

/** 1 for January. */
export function monthNumber(name: string): number | undefined {
  const index = monthNumbers.get(name.toLowerCase())
  return index === undefined ? undefined : index + 1
}

/** 0 for Monday. */
export function weekdayNumber(name: string): number | undefined {
  return weekdayNumbers.get(name.toLowerCase())
}

function indexed(lines: readonly string[]): Map<string, number> {
  return new Map(lines.flatMap((line, index) => line.split(' ').map(name => [name, index] as const)))
}
