/** Times of day as logs hold them: `13.05`, `13:05:30`, `1305`, `pkl 6.15 WIB`, `1:05 PM`, `06.15 - 06.16`, `25:10`. */
import type { Minute } from './time.js'

export interface WrittenTime {
  /** Minutes since midnight; past 1,440 where a station counts on after midnight. */
  minute: Minute
  /** Null where none are written. */
  second: number | null
}

const words = /^(?:pukul|pkl|jam|at)\.?\s*/i
const zone = /\s*\b(?:wib|wita|wit|gmt\+?\d*)\b\.?$/i
const range = /\s*(?:-|–|—|s\/d|s\.d\.?|sd|sampai|hingga|to)\s*\d.*$/i
const clock =
  /^(\d{1,2})\s?[.:,h]\s?(\d{1,2})(?:[.:,](\d{2})(?:[.,]\d+)?)?\s*(am|pm|pagi|siang|sore|malam)?$/i

/** Of a span of times, when it begins. Nothing for what is no time. */
export function writtenTime(text: string): WrittenTime | undefined {
  const plain = text.trim().replace(words, '').replace(range, '').replace(zone, '').replace(/['’]$/, '')
  const parts = clock.exec(plain)
  if (parts) return fromParts(parts)
  const whole = /^(\d{1,2})(\d{2})$/.exec(plain)
  if (whole && plain.length >= 3) return timeOf(Number(whole[1]), Number(whole[2]), null)
  if (/^\d{1,2}$/.test(plain)) return timeOf(Number(plain), 0, null)
  return /^0[.,]\d{3,}$/.test(plain) ? fromShare(Number(plain.replace(',', '.'))) : undefined
}

/** Spreadsheets cut 13.10 to 13.1: one digit behind a dot is tens of minutes, behind a colon it is minutes. */
function fromParts([text, hours, minutes, seconds, half]: RegExpExecArray): WrittenTime | undefined {
  const tens = minutes!.length === 1 && /^\d{1,2}[.,]/.test(text)
  const minute = Number(minutes) * (tens ? 10 : 1)
  return timeOf(afternoon(Number(hours), half), minute, seconds === undefined ? null : Number(seconds))
}

function afternoon(hour: number, half: string | undefined): number {
  const word = half?.toLowerCase()
  if ((word === 'am' || word === 'pagi') && hour === 12) return 0
  const isLater = word === 'pm' || word === 'sore' || word === 'malam' || (word === 'siang' && hour < 6)
  return isLater && hour < 12 ? hour + 12 : hour
}

/** A time that a spreadsheet shows as the share of a day it is. */
function fromShare(share: number): WrittenTime {
  const seconds = Math.round(share * 86_400)
  return { minute: Math.floor(seconds / 60), second: seconds % 60 || null }
}

const lastHour = 29

function timeOf(hour: number, minute: number, second: number | null): WrittenTime | undefined {
  if (hour > lastHour || minute > 59 || (second ?? 0) > 59) return undefined
  return { minute: hour * 60 + minute, second }
}

/** Several times in one cell: `06.15, 07.20 dan 13.05`. Nothing unless every part is one. */
export function writtenTimes(text: string): WrittenTime[] {
  const one = writtenTime(text)
  if (one) return [one]
  const parts = text.split(/\s*(?:;|,(?!\d)|&|\+|\bdan\b|\n)\s*|,\s*(?=\d{1,2}[.:]\d{2})/).filter(Boolean)
  const times = parts.map(writtenTime)
  return parts.length > 1 && times.every(time => time !== undefined) ? times : []
}
