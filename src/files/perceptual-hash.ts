/**
 * What a picture looks like, in 256 bits: the signs of its low frequencies against their median (the DCT hash of
 * Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010, with 16 × 16 frequencies of
 * 64 × 64 pixels instead of 8 × 8 of 32 × 32, so that two pages of one newspaper stay two pages).
 */
const side = 64
const frequencies = 16
/** Greys that vary less than this (standard deviation) show nothing to be known by. */
const blank = 4

export const hashSide = side

/** `greys`: 64 × 64 bytes, row by row. Nothing for a picture without anything on it. */
export function perceptualHash(greys: Uint8Array): string | null {
  if (greys.length !== side * side) throw new RangeError('the hash is taken of 64 × 64 greys')
  if (deviation(greys) < blank) return null
  const found = lowFrequencies(greys)
  const middle = median(found)
  const bits = found.map(value => (value > middle ? '1' : '0')).join('')
  return bits.replace(/.{4}/g, nibble => parseInt(nibble, 2).toString(16))
}

/** Cosine transform, rows then columns, of frequencies 1 to 16 both ways; the average grey is left out. */
function lowFrequencies(greys: Uint8Array): number[] {
  const rows = Array.from({ length: side }, (_, y) =>
    cosines.map(wave => wave.reduce((sum, factor, x) => sum + factor * greys[y * side + x]!, 0)),
  )
  return cosines.flatMap(wave =>
    cosines.map((_, u) => wave.reduce((sum, factor, y) => sum + factor * rows[y]![u]!, 0)),
  )
}

const cosines = Array.from({ length: frequencies }, (_, u) =>
  Array.from({ length: side }, (_, x) => Math.cos((Math.PI * (u + 1) * (2 * x + 1)) / (2 * side))),
)

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[sorted.length / 2 - 1]! + sorted[sorted.length / 2]!) / 2
}

function deviation(greys: Uint8Array): number {
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length
  return Math.sqrt(greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length)
}
