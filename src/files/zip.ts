/** Archives that come out the same every time: entries in the order given, stored as they are, at one fixed time. */
import { crc32 } from 'node:zlib'

export interface ArchiveEntry {
  /** With `/` between folders; plain ASCII. */
  path: string
  bytes: Buffer
}

/** 1 January 2000, 00.00, in the format of MS-DOS: when something was packed is no part of what it says. */
const fixedTime = 0
const fixedDate = ((2000 - 1980) << 9) | (1 << 5) | 1
const utf8Names = 0x0800

/**
 * A ZIP file piece by piece (PKWARE APPNOTE 6.3): local headers with their bytes, the directory, its end. One entry is
 * in memory at a time. Up to 4 GB and 65,535 entries; beyond that it throws.
 */
export async function* zip(
  entries: AsyncIterable<ArchiveEntry> | Iterable<ArchiveEntry>,
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = []
  let offset = 0
  for await (const { path: name, bytes } of entries) {
    const facts = factsOf(name, bytes)
    const local = Buffer.concat([uint32(0x04034b50), facts, Buffer.from(name)])
    directory.push(
      Buffer.concat([
        uint32(0x02014b50),
        uint16(20),
        facts,
        uint16(0),
        uint16(0),
        uint16(0),
        uint32(0),
        uint32(offset),
        Buffer.from(name),
      ]),
    )
    offset += local.length + bytes.length
    yield local
    yield bytes
  }
  const index = Buffer.concat(directory)
  yield index
  yield Buffer.concat([
    uint32(0x06054b50),
    uint32(0),
    uint16(directory.length),
    uint16(directory.length),
    uint32(index.length),
    uint32(offset),
    uint16(0),
  ])
}

/** What the local header and the directory say alike: version, flags, method, time, sum, sizes, length of the name. */
function factsOf(name: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(utf8Names),
    uint16(0),
    uint16(fixedTime),
    uint16(fixedDate),
    uint32(crc32(bytes)),
    uint32(bytes.length),
    uint32(bytes.length),
    uint16(Buffer.byteLength(name)),
    uint16(0),
  ])
}

function uint16(value: number): Buffer {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16LE(value)
  return buffer
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4)
  buffer.writeUInt32LE(value)
  return buffer
}
