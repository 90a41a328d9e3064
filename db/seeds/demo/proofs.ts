/** What outlets show for their answers: station logs, photographed pages, screenshots and addresses, all made here. */
import { stringify } from 'csv-stringify/sync'
import sharp from 'sharp'
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import { groupBy } from '../../../src/domain/group.js'
import type { Medium } from '../../../src/domain/outlet.js'
import { noProofFacts } from '../../../src/domain/proof.js'
import { addProof, type Proof } from '../../../src/operations/add-proof.js'
import type { RandomStream } from '../../../src/statistics/random.js'
import { broadcastsOf, contactOf, weekNumber, type ContactWeek } from './contact-week.js'
import { chance } from './season.js'
import type { Story } from './story.js'

/** Every so many proofs of an online outlet is an address alone. */
const addressEvery = 4

export async function proveWeek(story: Story, given: ContactWeek): Promise<void> {
  const ran = (await broadcastsOf(story, given)).filter(
    ({ answer }) => answer === 'ran' || answer === 'ran-differently',
  )
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
  const makers: Record<Medium, () => Shown | Promise<Shown>> = {
    radio: () => stationLog(given, runs, stream),
    tv: () => stationLog(given, runs, stream),
    print: async () =>
      newspaperPage(shared ?? (await picture(stream)), runs, 1 + (weekNumber(given.week) % 12)),
    online: async () => {
      const isAlone = !shared && weekNumber(given.week) % addressEvery === 0
      return address(runs, isAlone ? undefined : (shared ?? (await picture(stream))))
    },
  }
  return makers[runs[0]!.medium]()
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

/** The station's own list. Honest ones wander around the plan; one of them only copies it. */
function stationLog({ row, oddity }: ContactWeek, runs: BroadcastState[], stream: RandomStream): Shown {
  const jitter = oddity === 'repeats-plan' ? 0 : Number(row.jitter)
  const lines = runs.map(run => {
    const planned = Math.round((run.fromMinute + run.toMinute) / 2)
    const minute = run.actualMinute ?? clamp(planned + Math.round(jitter * stream.normal()), run)
    return [
      run.actualDay ?? run.day,
      clockTime(minute),
      run.materialCode,
      run.materialTitle,
      run.seconds ?? '',
    ]
  })
  const text = stringify([['Tanggal', 'Jam', 'Kode', 'Materi', 'Detik'], ...lines], { delimiter: ';' })
  return { kind: 'log', upload: { bytes: Buffer.from(text), name: `log-siar-${runs[0]!.day}.csv` } }
}

function clamp(minute: number, { fromMinute, toMinute }: BroadcastState): number {
  return Math.min(toMinute - 1, Math.max(fromMinute, minute))
}

function clockTime(minute: number): string {
  const inDay = minute % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}.${String(inDay % 60).padStart(2, '0')}`
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
