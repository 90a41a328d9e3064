/** What papers and sites show for their answers: photographed pages, screenshots and addresses, all made here. */
import sharp from 'sharp'
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import { groupBy } from '../../../src/domain/group.js'
import { hasRun } from '../../../src/domain/exposure.js'
import { noProofFacts } from '../../../src/domain/proof.js'
import { addProof, type Proof } from '../../../src/operations/add-proof.js'
import type { RandomStream } from '../../../src/statistics/random.js'
import { broadcastsOf, contactOf, weekNumber, type ContactWeek } from './contact-week.js'
import { hasLog } from './station-logs.js'
import { chance } from './season.js'
import type { Story } from './story.js'

/** Every so many proofs of an online outlet is an address alone. */
const addressEvery = 4

/** Proof of what ran in papers and on sites; stations send their log instead. */
export async function proveWeek(story: Story, given: ContactWeek): Promise<void> {
  const ran = (await broadcastsOf(story, given)).filter(run => hasRun(run) && !hasLog(run))
  const stream = chance('proof', given.index, weekNumber(given.week))
  const shared = given.oddity === 'same-file' ? await picture(stream) : undefined
  for (const [outletId, runs] of groupBy(ran, broadcast => broadcast.outletId)) {
    const proof = await proofOf(given, runs, { stream, shared })
    await addProof(story.app, contactOf(given), given.link, { ...nothingMore, outletId, ...proof })
  }
}

type Shown = Pick<Proof, 'kind' | 'upload'> & Partial<Proof>

const nothingMore = { ...noProofFacts, broadcastIds: [], archivedText: '' }

async function proofOf(
  given: ContactWeek,
  runs: BroadcastState[],
  { stream, shared }: { stream: RandomStream; shared: Buffer | undefined },
): Promise<Shown> {
  const number = weekNumber(given.week)
  if (runs[0]!.medium === 'print')
    return newspaperPage(shared ?? (await picture(stream)), runs, 1 + (number % 12))
  const isAlone = !shared && number % addressEvery === 0
  return address(runs, isAlone ? undefined : (shared ?? (await picture(stream))))
}

function newspaperPage(bytes: Buffer, runs: BroadcastState[], page: number): Shown {
  const { day } = runs[0]!
  return { kind: 'page', upload: { bytes, name: `halaman-${day}.jpg` }, edition: day, page: String(page) }
}

/** Where it stood from its first morning to its last evening, mostly with a picture of it. */
function address(runs: BroadcastState[], bytes: Buffer | undefined): Shown {
  const { outletName, day } = runs[0]!
  return {
    kind: 'address',
    upload: bytes && { bytes, name: `bukti-${day}.jpg` },
    url: `https://${outletName}/iklan/${day}`,
    firstSeen: `${day}T08:00`,
    lastSeen: `${runs.at(-1)!.day}T16:30`,
  }
}

const page = { width: 240, height: 320, column: 70, line: 6 }

/** A page as a telephone sees it: columns of grey lines, a picture, one advertisement. */
async function picture(stream: RandomStream): Promise<Buffer> {
  const { width, height } = page
  const pixels = Buffer.alloc(width * height, 236)
  for (let top = 34; top < height - 14; top += page.line)
    for (let left = 10; left + page.column <= width - 8; left += page.column + 6)
      fill(pixels, {
        left,
        top,
        width: page.column - stream.below(20),
        height: 3,
        grey: 120 + stream.below(40),
      })
  fill(pixels, { left: 10, top: 8, width: 190, height: 16, grey: 60 })
  const advertisement = {
    left: 10 + 76 * stream.below(2),
    top: 120 + stream.below(100),
    width: 146,
    height: 70,
  }
  fill(pixels, { ...advertisement, grey: 200 })
  fill(pixels, { left: advertisement.left + 8, top: advertisement.top + 12, width: 90, height: 12, grey: 40 })
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 80 })
    .toBuffer()
}

function fill(
  pixels: Buffer,
  box: { left: number; top: number; width: number; height: number; grey: number },
): void {
  for (let row = box.top; row < box.top + box.height; row++) {
    const start = row * page.width + box.left
    pixels.fill(box.grey, start, start + box.width)
  }
}
