/** Files outlets send as proof, made here: newspaper pages, photos with a place, sounds. */
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { aTone } from '../../db/seeds/demo/tone.js'

/** A page of a newspaper: the same head and columns each day, other headlines, pictures and an advertisement. */
export async function aPage(number: number): Promise<Buffer> {
  let state = number * 7919 + 17
  const random = (below: number) => (state = (state * 48271) % 2147483647) % below
  const [width, height] = [600, 820]
  const pixels = Buffer.alloc(width * height, 238)
  const fill = (left: number, top: number, wide: number, high: number, grey: number) => {
    for (let y = top; y < Math.min(height, top + high); y++)
      pixels.fill(grey, y * width + left, y * width + Math.min(width, left + wide))
  }
  fill(20, 16, 560, 50, 70)
  for (let column = 0; column < 4; column++)
    for (let top = 90; top < height - 20; top += 9)
      fill(20 + column * 142, top, 100 + random(34), 4, 110 + random(70))
  for (let box = 0; box < 7; box++)
    fill(20 + 142 * random(3), 90 + random(600), 140 + 142 * random(2), 50 + random(160), 40 + random(190))
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 88 })
    .toBuffer()
}

/** As a telephone takes it: with the place it was taken at. */
export function withLocation(picture: Buffer): Promise<Buffer> {
  return sharp(picture)
    .withExif({
      IFD0: { Make: 'Telepon', Model: 'A1' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '5/1 25/1 46/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 15/1 41/1',
      },
    })
    .jpeg()
    .toBuffer()
}

/** So many seconds of silence, 8,000 bytes a second. */
export function aSound(seconds: number): Buffer {
  return aTone(seconds, 0)
}

/** A true PNG of so many pixels, one bit each, all of them black: small as a file, vast as a picture. */
export function anEmptyPicture(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** The check sum of PNG (ISO 3309). */
function crc32(bytes: Buffer): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  }
  return (rest ^ 0xffffffff) >>> 0
}
