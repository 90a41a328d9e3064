import type { Lost } from '../../domain/makegood-proposal.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'
import { runTime } from '../partner/run-time.js'

/** "Bandar Lampung 0,4; Way Kanan 0,2" */
export function exposureList(
  formats: Formats,
  lost: readonly Lost[],
  districtNames: ReadonlyMap<string, string>,
): string {
  return lost
    .map(
      ({ districtCode, exposure }) =>
        `${districtNames.get(districtCode) ?? districtCode} ${formats.decimal(exposure)}`,
    )
    .join('; ')
}

export function slotTime(
  words: Words,
  formats: Formats,
  slot: { day: string | null; fromMinute: number | null; toMinute: number | null },
): string {
  if (slot.day === null || slot.fromMinute === null || slot.toMinute === null) return '–'
  return runTime(words, formats, { day: slot.day, fromMinute: slot.fromMinute, toMinute: slot.toMinute })
}

/** The same with the order and line it would run in: `2026-11-25 360 420 <order> <line>`; without them, its own. */
export function elsewhereValue(slot: {
  day: string
  fromMinute: number
  toMinute: number
  orderId?: string
  lineKey?: string
}): string {
  return [slotValue(slot), slot.orderId ?? '-', slot.lineKey ?? '-'].join(' ')
}

export function priceText(words: Words, formats: Formats, { rupiah }: { rupiah: number | null }): string {
  return rupiah ? formats.rupiah(rupiah) : words.makegoods.free
}

/** What a slot is called in a form: `2026-11-25 360 420`. */
export function slotValue(slot: { day: string; fromMinute: number; toMinute: number }): string {
  return `${slot.day} ${slot.fromMinute} ${slot.toMinute}`
}
