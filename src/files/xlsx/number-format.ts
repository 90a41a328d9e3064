/**
 * A number of a workbook as its format shows it. Days come out as `2011-10-31` whatever their format: the number knows
 * the day, and a shown `03/10/2011` would not. Times keep the parts their format has: `13:05`, `00:30`, `25:10:00`.
 * Formats: ECMA-376, part 1, 18.8.30–31.
 */
import { dayFromNumber } from '../../domain/time.js'

interface Piece {
  code: string
  literal: boolean
}

/** Formats that a workbook names by number only. */
const builtIn: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd/m/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

export function builtInFormat(id: number): string {
  const isEastAsianDay = (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
  return builtIn[id] ?? (isEastAsianDay ? 'd/m/yyyy' : 'General')
}

export interface Calendar {
  /** Workbooks made on old Macintoshes count days from 1904. */
  from1904: boolean
}

export function shownNumber(value: number, format: string, calendar: Calendar): string {
  const pieces = piecesOf(format)
  const codes = pieces.filter(piece => !piece.literal).map(piece => piece.code)
  if (codes.length === 0 || /^general$/i.test(codes.join(''))) return plainNumber(value)
  if (codes.some(code => /^\[?[ymdhs]/i.test(code))) return shownTime(value, codes, calendar)
  return codes.some(code => /[0#?]/.test(code)) ? shownDigits(value, pieces) : plainNumber(value)
}

/** What the first section of a format is made of; colours, conditions, paddings and currency marks are left out. */
function piecesOf(format: string): Piece[] {
  const pieces: Piece[] = []
  const parts =
    /"([^"]*)"|\\(.)|[_*].|(\[(?:h+|m+|s+)\])|\[[^\]]*\]|(general|y+|m+|d+|h+|s+|am\/pm|a\/p|[0#?.,%]+|e[+-]0+)|(;)|(.)/giu
  for (const [, quoted, escapedSign, elapsed, code, end, other] of format.matchAll(parts)) {
    if (end) break
    const literal = quoted ?? escapedSign ?? other
    if (literal !== undefined) pieces.push({ code: literal, literal: true })
    else if (elapsed ?? code) pieces.push({ code: (elapsed ?? code)!.toLowerCase(), literal: false })
  }
  return pieces
}

/** Fifteen digits are what a workbook keeps of a number; the sixteenth is noise. */
function plainNumber(value: number): string {
  const kept = Number(value.toPrecision(15))
  return Math.abs(kept) >= 1e21 || !Number.isFinite(kept) ? String(value) : withoutExponent(kept)
}

function withoutExponent(value: number): string {
  const text = String(value)
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text
}

const secondsPerDay = 86_400
/** The number of 1970-01-01 in a workbook. */
const epoch = 25_569
const lastDay = 2_958_465

function shownTime(value: number, codes: readonly string[], { from1904 }: Calendar): string {
  const seconds = Math.round(value * secondsPerDay)
  const serial = Math.floor(seconds / secondsPerDay) + (from1904 ? 1462 : 0)
  if (seconds < 0 || serial > lastDay) return plainNumber(value)
  const time = timeParts(codes)
    .map(part => shownPart(part, seconds))
    .join(':')
  const hasDay = codes.some((code, i) => /^[yd]/.test(code) || (code[0] === 'm' && !isMinute(codes, i)))
  if (!hasDay || serial === 0) return time || clock(seconds)
  const day = dayFromNumber(serial - epoch + (serial < 60 ? 1 : 0))
  const shown = codes.some(code => code[0] === 'd') ? day : day.slice(0, 7)
  return [shown, time].filter(Boolean).join(' ')
}

function timeParts(codes: readonly string[]): string[] {
  return codes.filter((code, i) => /^(?:\[?[hs]|\[m)/.test(code) || isMinute(codes, i))
}

/** `m` means minutes behind hours and before seconds, and months everywhere else. */
function isMinute(codes: readonly string[], index: number): boolean {
  if (!/^m{1,2}$/.test(codes[index]!)) return false
  const others = codes.map((code, i) => ({ code, i })).filter(({ code }) => /^\[?[ymdhs]/.test(code))
  const place = others.findIndex(({ i }) => i === index)
  return /^\[?h/.test(others[place - 1]?.code ?? '') || (others[place + 1]?.code ?? '').startsWith('s')
}

/** Workbooks cut what their format does not show: 13:05:59 is shown as 13:05. */
function shownPart(part: string, seconds: number): string {
  const whole = { h: 3600, m: 60, s: 1 }[part.replace('[', '')[0] as 'h' | 'm' | 's']
  const count = Math.floor(seconds / whole)
  if (part.startsWith('[')) return twoDigits(count)
  return twoDigits(count % (whole === 3600 ? 24 : 60))
}

function clock(seconds: number): string {
  return ['h', 'm', 's'].map(part => shownPart(part, seconds)).join(':')
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

const currency = /^\s*(?:rp\.?|idr|usd|[$€£¥])\s*$/i

/** Digits with the decimals of the format, no sign between thousands, and the words around them as they are shown. */
function shownDigits(value: number, pieces: readonly Piece[]): string {
  const pattern = pieces
    .filter(p => !p.literal)
    .map(p => p.code)
    .join('')
  const percent = pattern.includes('%')
  const [whole = '', decimals = ''] = pattern.replace(/,|%|e[+-]0+/g, '').split('.')
  if (/e[+-]0/.test(pattern)) return plainNumber(value)
  const digits = Math.abs(percent ? value * 100 : value).toFixed(Math.min(decimals.length, 15))
  const least = (whole.match(/0/g)?.length ?? 0) + (decimals.length > 0 ? decimals.length + 1 : 0)
  const text = digits.padStart(least, '0')
  const sign = value < 0 && Number(text) !== 0 ? '-' : ''
  return sign + spread(trimmedDecimals(text, decimals), pieces) + (percent ? '%' : '')
}

/** `0.##` shows no empty decimals. */
function trimmedDecimals(text: string, decimals: string): string {
  const optional = decimals.match(/[#?]*$/)?.[0].length ?? 0
  let kept = text
  for (let i = 0; i < optional && kept.endsWith('0'); i++) kept = kept.slice(0, -1)
  return kept.replace(/\.$/, '')
}

/** Digits into their places from the right: 1305 in `00":"00` is 13:05. */
function spread(text: string, pieces: readonly Piece[]): string {
  const shown = pieces.filter(piece => !piece.literal || !currency.test(piece.code))
  const last = shown.findLastIndex(piece => /[0#?]/.test(piece.code) && !piece.literal)
  const first = shown.findIndex(piece => /[0#?]/.test(piece.code) && !piece.literal)
  let left = text
  const placed = shown.toReversed().map((piece, back) => {
    const index = shown.length - 1 - back
    if (piece.literal) return piece.code
    if (index > last || index < first) return ''
    const size = index === first ? left.length : (piece.code.match(/[0#?.]/g)?.length ?? 0)
    const part = left.slice(Math.max(0, left.length - size))
    left = left.slice(0, left.length - part.length)
    return part
  })
  return placed.toReversed().join('').trim()
}
