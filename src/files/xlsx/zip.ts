/** The ZIP container of a workbook, read by its directory: what an entry claims to unpack to is known beforehand. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { Invalid } from '../../domain/errors.js'

export interface Zip {
  names: string[]
  /** The bytes of an entry; nothing where there is no such entry. */
  read(name: string): Buffer | undefined
}

interface Entry {
  method: number
  packed: number
  unpacked: number
  at: number
}

/** All entries together; a real log of a year stays under a tenth of it. */
const mostUnpacked = 120_000_000
const endMark = 0x06054b50
const entryMark = 0x02014b50
const unreadable = () => new Invalid({ file: { code: 'file-unreadable' } })

export function readZip(bytes: Buffer): Zip {
  const entries = directory(bytes)
  const claimed = [...entries.values()].reduce((sum, entry) => sum + entry.unpacked, 0)
  if (claimed > mostUnpacked) throw new Invalid({ file: { code: 'workbook-too-heavy' } })
  return {
    names: [...entries.keys()],
    read: name => {
      const entry = entries.get(name)
      return entry && unpack(bytes, entry)
    },
  }
}

function directory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || bytes.readUInt32LE(end) !== endMark || end + 22 > bytes.length) throw unreadable()
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw unreadable()
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** An entry that unpacks to more than it claims is refused by the unpacker itself. */
function unpack(bytes: Buffer, { method, packed, unpacked, at }: Entry): Buffer {
  if (at + 30 > bytes.length) throw unreadable()
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(start, start + packed)
  try {
    if (method === 0) return content
    return inflateRawSync(content, { maxOutputLength: Math.max(1, unpacked) })
  } catch {
    throw unreadable()
  }
}

/** 1 January 1980, the first day a ZIP file knows: the same rows always give the same bytes. */
const firstDay = 0x00210000

export function writeZip(entries: readonly { name: string; text: string }[]): Buffer {
  const parts: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const { name, text } of entries) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const facts = factsOf(plain, packed, name)
    const head = Buffer.concat([number(0x04034b50, 4), number(20, 2), facts, number(0, 2), Buffer.from(name)])
    const place = Buffer.concat([number(0, 2), number(0, 2), number(0, 2), number(0, 2), number(0, 4)])
    listed.push(number(entryMark, 4), number(20, 2), number(20, 2), facts, place, number(at, 4))
    listed.push(Buffer.from(name))
    parts.push(head, packed)
    at += head.length + packed.length
  }
  const list = Buffer.concat(listed)
  const count = number(entries.length, 2)
  const end = [number(endMark, 4), number(0, 4), count, count, number(list.length, 4), number(at, 4)]
  return Buffer.concat([...parts, list, ...end, number(0, 2)])
}

/** What an entry and its line in the directory say alike: flags (UTF-8), method, time, checksum, sizes, name. */
function factsOf(plain: Buffer, packed: Buffer, name: string): Buffer {
  return Buffer.concat([
    number(0x0800, 2),
    number(8, 2),
    number(firstDay, 4),
    number(crc32(plain), 4),
    number(packed.length, 4),
    number(plain.length, 4),
    number(Buffer.byteLength(name), 2),
  ])
}

function number(value: number, length: 2 | 4): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}
