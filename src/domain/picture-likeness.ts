/**
 * When two pictures are the same one. A picture is known by a hash of 256 bits that saving it again at another quality
 * or size changes little; how many bits differ is its distance from another.
 */

/** Beyond it two pictures are two pictures. The bands below find every pair up to 31. */
export const sameWithin = 20

const bands = 16
const bitsPerBand = 16

/** How many bits two hashes (64 hexadecimal digits each) differ in. */
export function hashDistance(a: string, b: string): number {
  if (a.length !== b.length) throw new RangeError('hashes of different lengths')
  let distance = 0
  for (let at = 0; at < a.length; at += 8)
    distance += bitCount(parseInt(a.slice(at, at + 8), 16) ^ parseInt(b.slice(at, at + 8), 16))
  return distance
}

/** A key per band of a hash: what an index can look up. */
export function bandKeys(hash: string): number[] {
  return bandValues(hash).map((value, band) => band * 2 ** bitsPerBand + value)
}

/**
 * The keys a similar picture may have. Of two hashes that differ in at most 31 bits, one of 16 bands differs in at
 * most one bit (the pigeonhole of multi-index hashing: Norouzi, Punjani and Fleet, CVPR 2012), so that every band with
 * every one of its bits turned finds it.
 */
export function nearbyKeys(hash: string): number[] {
  return bandValues(hash).flatMap((value, band) => {
    const turned = Array.from({ length: bitsPerBand }, (_, bit) => value ^ (1 << bit))
    return [value, ...turned].map(near => band * 2 ** bitsPerBand + near)
  })
}

function bandValues(hash: string): number[] {
  return Array.from({ length: bands }, (_, band) => parseInt(hash.slice(band * 4, band * 4 + 4), 16))
}

function bitCount(word: number): number {
  let rest = word >>> 0
  let count = 0
  for (; rest !== 0; rest &= rest - 1) count++
  return count
}
