/** Streams as people write them: BPU, TK-LHK, "mandiri", "Penerima Upah". */
import type { Stream } from './stream.js'

const written: Record<Stream['kind'], readonly string[]> = {
  self: [
    'mandiri',
    'perorangan',
    'informal',
    'bpu',
    'bukan penerima upah',
    'tk lhk',
    'tklhk',
    'luar hubungan kerja',
    'self',
    'self enrolled',
  ],
  employer: [
    'perusahaan',
    'pemberi kerja',
    'badan usaha',
    'formal',
    'pu',
    'penerima upah',
    'tk dhk',
    'tkdhk',
    'dalam hubungan kerja',
    'employer',
    'company',
  ],
}

export type StreamAliases = ReadonlyMap<string, string>

/** Key of a written name → id of its stream. */
export function streamAliases(streams: readonly Stream[]): StreamAliases {
  const found = new Map<string, string>()
  const learn = (text: string, id: string) => {
    const key = streamKey(text)
    if (key && !found.has(key)) found.set(key, id)
  }
  for (const stream of streams) {
    const names = stream.names.flatMap(name => [name.nameId, name.nameEn])
    for (const text of [stream.id, ...names.flatMap(withParts)]) learn(text, stream.id)
  }
  for (const stream of streams) for (const text of written[stream.kind]) learn(text, stream.id)
  return found
}

export function streamKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The stream a heading speaks of: the heading itself, or the longest known name inside it ("Jumlah BPU"). */
export function streamOfHeading(heading: string, aliases: StreamAliases): string | undefined {
  const key = streamKey(heading)
  const inside = [...aliases.keys()].filter(name => ` ${key} `.includes(` ${name} `))
  const longest = inside.toSorted((a, b) => b.length - a.length)[0]
  return longest === undefined ? undefined : aliases.get(longest)
}

/** "Pendaftaran mandiri (BPU)" is also known by what stands in its brackets, and by what stands before them. */
function withParts(name: string): string[] {
  const parts = /^(.*?)\s*\(([^)]+)\)$/.exec(name)
  return parts ? [name, parts[1]!, parts[2]!] : [name]
}
