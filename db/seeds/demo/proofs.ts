/** What outlets show for their answers: station logs, photographed pages, screenshots and addresses, all made here. */
import { stringify } from 'csv-stringify/sync'
import sharp from 'sharp'
import type { BroadcastState } from '../../../src/domain/broadcast.js'
import type { EvidenceKind } from '../../../src/domain/confirmation.js'
import { groupBy } from '../../../src/domain/group.js'
import type { Medium } from '../../../src/domain/outlet.js'
import { addProof } from '../../../src/operations/add-proof.js'
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
    const proof = shared ? screenshot(shared, runs) : await proofOf(given, runs, stream)
    await addProof(story.app, contactOf(given), given.link, { outletId, ...proof })
  }
}

interface Shown {
  kind: EvidenceKind
  upload: { bytes: Buffer; name: string } | undefined
  url: string
}

async function proofOf(given: ContactWeek, runs: BroadcastState[], stream: RandomStream): Promise<Shown> {
  const makers: Record<Medium, () => Shown | Promise<Shown>> = {
    radio: () => stationLog(given, runs, stream),
    tv: () => stationLog(given, runs, stream),
    print: async () => ({ ...screenshot(await picture(stream), runs), kind: 'page' }),
    online: async () =>
      weekNumber(given.week) % addressEvery === 0 ? address(runs) : screenshot(await picture(stream), runs),
  }
  return makers[runs[0]!.medium]()
}

function screenshot(bytes: Buffer, runs: BroadcastState[]): Shown {
  return { kind: 'screenshot', upload: { bytes, name: `bukti-${runs[0]!.day}.jpg` }, url: '' }
}

function address(runs: BroadcastState[]): Shown {
  const { outletName, day } = runs[0]!
  return { kind: 'address', upload: undefined, url: `https://${outletName}/iklan/${day}` }
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
  return { kind: 'log', upload: { bytes: Buffer.from(text), name: `log-siar-${runs[0]!.day}.csv` }, url: '' }
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
