/** How long a spot ran, as logs hold it: `30`, `30"`, `30 detik`, `0:30`, `00:00:30`, `1 menit 30 detik`, `1'30"`. */

const named =
  /^(?:(\d{1,3})\s*(?:'|’|menit|mnt|mnt\.|min|m)\s*)?(?:(\d{1,4})\s*(?:"|”|''|detik|dtk|dt|det|secs?|s)\.?)?$/i

/** Seconds; nothing for what is no length. `1:30` is a minute and a half; `00:30:00` is thirty seconds in frames. */
export function writtenLength(text: string): number | undefined {
  const plain = text.trim()
  if (/^\d{1,4}$/.test(plain)) return within(Number(plain))
  const clock = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?$/.exec(plain)
  if (clock) return within(fromClock(clock.slice(1, 4).map(part => Number(part ?? Number.NaN))))
  const parts = named.exec(plain)
  if (!parts || plain === '') return undefined
  return within(Number(parts[1] ?? 0) * 60 + Number(parts[2] ?? 0))
}

/** Two parts are minutes and seconds. Of three, playout systems write hours first or frames last. */
function fromClock([first, second, third]: readonly number[]): number {
  if (Number.isNaN(third)) return first! * 60 + second!
  const asHours = first! * 3600 + second! * 60 + third!
  return third === 0 && asHours >= 600 ? first! * 60 + second! : asHours
}

const longest = 4 * 3600

function within(seconds: number): number | undefined {
  return seconds > 0 && seconds <= longest ? seconds : undefined
}

/** The length that stands within a text, such as `Spot JHT 30 detik`. */
export function lengthWithin(text: string): number | undefined {
  const found = /(?:^|[^\d.:])(\d{1,3})\s*(?:"|”|''|detik|dtk|det\b|secs?\b|s\b)/i.exec(text)
  return found ? within(Number(found[1])) : undefined
}
