import { inflateRawSync } from 'node:zlib'

/** A file in a ZIP archive, as the directory at the archive's end lists it. */
export interface ZipEntry {
  readonly name: string
  /** Bytes when unpacked, as the archive says. */
  readonly size: number
  readonly packedSize: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Where its header begins. */
  readonly at: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff

/** The files of an archive; undefined when it has no directory: cut short, damaged, or no archive. */
export function listEntries(zip: Buffer): readonly ZipEntry[] | undefined {
  const end = findEnd(zip)
  if (end < 0) return undefined
  const entries: ZipEntry[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return undefined
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + 46, nameEnd),
      size: zip.readUInt32LE(at + 24),
      packedSize: zip.readUInt32LE(at + 20),
      method: zip.readUInt16LE(at + 10),
      at: zip.readUInt32LE(at + 42)
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

/** The text of one file. Undefined when it cannot be unpacked, or is larger than `most` bytes. */
export function entryText(zip: Buffer, entry: ZipEntry, most: number): string | undefined {
  if (entry.at + 30 > zip.length) return undefined
  const from = entry.at + 30 + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
  const packed = zip.subarray(from, from + entry.packedSize)
  if (entry.method === 0) return packed.toString('utf8')
  try {
    return inflateRawSync(packed, { maxOutputLength: most }).toString('utf8')
  } catch {
    return undefined
  }
}

/** The directory's end stands last, but for a comment. */
function findEnd(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT)
  for (let at = zip.length - END_SIZE; at >= lowest; at--) {
    if (zip.readUInt32LE(at) === END) return at
  }
  return -1
}
