/** Numbers, money, days and times as people write them in each language. */
import type { Day, Instant, Minute, Month } from '../domain/time.js'
import { addDays, dayOf, dayNumber, minuteOf } from '../domain/time.js'
import type { Language } from '../domain/user.js'

export type Formats = ReturnType<typeof makeFormats>

const made = new Map<string, Formats>()

export function formats(language: Language, zone: string): Formats {
  const key = `${language} ${zone}`
  const known = made.get(key)
  if (known) return known
  const fresh = makeFormats(language, zone)
  made.set(key, fresh)
  return fresh
}

const zoneNames: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
}

function makeFormats(language: Language, zone: string) {
  const locale = language === 'id' ? 'id-ID' : 'en-GB'
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const thousandths = new Intl.NumberFormat(locale, { minimumFractionDigits: 3, maximumFractionDigits: 3 })
  const percentTenths = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (day: Day) => format.format(dayNumber(day) * 86_400_000)
  }
  const long = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const medium = dates({ day: 'numeric', month: 'short', year: 'numeric' })
  const short = dates({ day: 'numeric', month: 'short' })
  const weekdayLong = dates({ weekday: 'long' })
  const weekdayShort = dates({ weekday: 'short' })
  const monthLong = dates({ month: 'long', year: 'numeric' })
  const monthShort = dates({ month: 'short' })
  const zoneName = zoneNames[zone] ?? ''
  const sign = language === 'id' ? '.' : ':'
  const thousands = /\B(?=(\d{3})+(?!\d))/g

  const time = (minute: Minute) => {
    const ofDay = ((minute % 1440) + 1440) % 1440
    return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}${sign}${String(ofDay % 60).padStart(2, '0')}`
  }
  const number = (value: number) => whole.format(value).replace(/^-0$/, '0').replace('-', '−')

  return {
    language,
    number,
    decimal: (value: number) => tenths.format(value).replace('-', '−'),
    /** 2,9 % where whole per cents would hide a difference. */
    percentTenth: (share: number) => percentTenths.format(share).replace('-', '−'),
    percent: (share: number) => percents.format(share).replace('-', '−'),
    /** 0,012; a p-value is never 0. */
    probability: (p: number) => (p < 0.001 ? `< ${thousandths.format(0.001)}` : thousandths.format(p)),
    /** 12,5 for a share of 0.125: as a form shows it and reads it back. */
    shareTyped: (share: number) =>
      String(Math.round(share * 10_000) / 100).replace('.', language === 'id' ? ',' : '.'),
    signedPercent: (share: number) => `${share > 0 ? '+' : ''}${percents.format(share).replace('-', '−')}`,
    rupiah: (value: number) =>
      `Rp\u00a0${String(Math.round(value)).replace(thousands, language === 'id' ? '.' : ',')}`,
    /** 21 November 2026 */
    day: long,
    /** 21 Nov 2026 */
    dayMedium: medium,
    /** 21 Nov */
    dayShort: short,
    weekday: weekdayLong,
    weekdayShort,
    /** Sabtu, 21 November 2026 */
    dayWithWeekday: (day: Day) => `${weekdayLong(day)}, ${long(day)}`,
    month: (month: Month) => monthLong(`${month}-01`),
    monthShort: (month: Month) => monthShort(`${month}-01`),
    /** 14.05 */
    time,
    /** 06.15–09.45; a daypart past midnight stays readable by its clock times */
    daypart: (from: Minute, to: Minute) => (to - from >= 1439 ? '' : `${time(from)}–${time(to)}`),
    days: (first: Day, last: Day) =>
      first === last
        ? medium(first)
        : `${sameYear(first, last) ? short(first) : medium(first)} – ${medium(last)}`,
    week: (monday: Day) => `${short(monday)} – ${medium(addDays(monday, 6))}`,
    /** 21 November 2026, 14.05 WIB */
    instant: (instant: Instant) => `${long(dayOf(instant, zone))}, ${clockTime(instant)}`,
    instantShort: (instant: Instant) => `${short(dayOf(instant, zone))}, ${clockTime(instant)}`,
    zoneName,
    bytes: (count: number) =>
      count < 1_000_000 ? `${number(Math.ceil(count / 1000))} kB` : `${tenths.format(count / 1e6)} MB`,
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  }

  function clockTime(instant: Instant): string {
    return `${time(minuteOf(instant, zone))}${zoneName && ` ${zoneName}`}`
  }
}

function sameYear(a: Day, b: Day): boolean {
  return a.slice(0, 4) === b.slice(0, 4)
}
