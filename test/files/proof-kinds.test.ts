import { expect } from 'chai'
import sharp from 'sharp'
import { Invalid } from '../../src/domain/errors.js'
import { hashDistance, nearbyKeys, bandKeys, sameWithin } from '../../src/domain/picture-likeness.js'
import { createProofChecker } from '../../src/files/proof-checker.js'
import { anEmptyPicture, aPage, aSound, withLocation } from '../support/proof-files.js'

describe('A proof’s file', function () {
  this.timeout(20_000)
  const checker = createProofChecker()
  after(() => checker.close())

  const refusal = async (bytes: Uint8Array) => {
    try {
      await checker.check(bytes)
    } catch (error) {
      if (error instanceof Invalid) return error.problems['file']?.code
      throw error
    }
    return 'accepted'
  }

  it('that is a photo loses where it was taken, and everything else hidden in it', async () => {
    const photo = await withLocation(await aPage(1))
    expect((await sharp(photo).metadata()).exif).to.be.instanceOf(Buffer)
    const { bytes, mediaType, width, height } = await checker.check(photo)
    const kept = await sharp(bytes).metadata()
    expect([kept.exif, kept.xmp, kept.icc, kept.iptc]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(Buffer.from(bytes).includes('GPS')).to.equal(false)
    expect([mediaType, width, height]).to.deep.equal(['image/jpeg', kept.width, kept.height])
  })

  it('that is two things at once stays only the picture', async () => {
    const script = '<html><script>alert(document.domain)</script></html>'
    const polyglot = Buffer.concat([await aPage(2), Buffer.from(script)])
    const { bytes } = await checker.check(polyglot)
    expect(Buffer.from(bytes).includes('<script')).to.equal(false)
    const inFront = Buffer.concat([Buffer.from('GIF89a/*'), Buffer.from(script)])
    expect(await refusal(inFront)).to.equal('file-kind-refused')
  })

  it('is refused as SVG, as a web page, as a program, as nothing, as half a picture', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    for (const text of [
      svg,
      `<?xml version="1.0"?>\n${svg}`,
      `\n\n <!DOCTYPE html><p>log`,
      'log\n<iframe src=x>',
      '',
    ])
      expect(await refusal(Buffer.from(text)), text).to.equal('file-kind-refused')
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)])
    expect(await refusal(program)).to.equal('file-kind-refused')
    const page = await aPage(3)
    expect(await refusal(page.subarray(0, page.length / 3))).to.equal('file-unreadable')
  })

  it('of a hundred million pixels is refused, and the next one is looked at as if nothing had been', async () => {
    const bomb = anEmptyPicture(10_000, 10_001)
    expect(bomb.length).to.be.below(1_000_000)
    expect(await refusal(bomb)).to.equal('file-unreadable')
    expect((await checker.check(await aPage(1))).mediaType).to.equal('image/jpeg')
  })

  it('that never ends is given up alone', async () => {
    const impatient = createProofChecker({ milliseconds: 1, heapMegabytes: 128, idleMilliseconds: 1000 })
    const error = await impatient.check(await aPage(1)).catch((reason: unknown) => reason)
    expect((error as Invalid).problems).to.deep.equal({ file: { code: 'file-too-heavy' } })
    impatient.close()
  })

  it('that plays is measured, and refused when nothing in it plays', async () => {
    const spot = await checker.check(aSound(31))
    expect([spot.mediaType, spot.seconds]).to.deep.equal(['audio/wav', 31])
    expect(await refusal(aSound(0))).to.equal('file-unreadable')
    expect(await refusal(Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom'))).to.equal('file-unreadable')
  })

  it('is known again after it was saved at another quality, size or kind', async () => {
    const page = await aPage(4)
    const again = [
      await sharp(page).jpeg({ quality: 30 }).toBuffer(),
      await sharp(page).resize({ width: 300 }).jpeg({ quality: 60 }).toBuffer(),
      await sharp(page).png().toBuffer(),
      await sharp(page).modulate({ brightness: 1.15 }).webp({ quality: 50 }).toBuffer(),
    ]
    const known = (await checker.check(page)).perceptualHash!
    for (const copy of again) {
      const { perceptualHash } = await checker.check(copy)
      const distance = hashDistance(known, perceptualHash!)
      expect(distance).to.be.at.most(sameWithin)
      const near = new Set(nearbyKeys(known))
      expect(bandKeys(perceptualHash!).some(key => near.has(key))).to.equal(true)
    }
  })

  it('is not taken for another page of the same newspaper, and nothing is known of a blank one', async () => {
    const hashes: string[] = []
    for (let number = 10; number < 30; number++)
      hashes.push((await checker.check(await aPage(number))).perceptualHash!)
    const distances = hashes.flatMap((a, i) => hashes.slice(i + 1).map(b => hashDistance(a, b)))
    expect(Math.min(...distances)).to.be.above(sameWithin)
    const blank = await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eee' } })
      .jpeg()
      .toBuffer()
    expect((await checker.check(blank)).perceptualHash).to.equal(null)
  })

  it('is found by one of its bands whenever it differs in 31 bits or less', () => {
    let state = 12345
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below
    for (let round = 0; round < 300; round++) {
      const hash = Array.from({ length: 64 }, () => random(16).toString(16)).join('')
      const bits = new Set<number>()
      while (bits.size < 31) bits.add(random(256))
      const other = hash
        .split('')
        .map((digit, at) => {
          const flips = [0, 1, 2, 3].filter(bit => bits.has(at * 4 + bit))
          return flips.reduce((value, bit) => value ^ (1 << bit), parseInt(digit, 16)).toString(16)
        })
        .join('')
      expect(hashDistance(hash, other)).to.equal(31)
      const near = new Set(nearbyKeys(hash))
      expect(bandKeys(other).some(key => near.has(key))).to.equal(true)
    }
  })
})
