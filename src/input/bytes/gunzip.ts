import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../problems.ts'
import { NEWLINE } from './count.ts'
import { asBuffer } from './peek.ts'

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b
}

/**
 * Unpacks gzip data. When it is cut short or damaged, `onDamage` is told and the data ends after the last whole
 * line: a line cut in two would look like a message that somebody sent.
 */
export async function* gunzip(
  bytes: AsyncIterable<Uint8Array>,
  onDamage: () => void
): AsyncGenerator<Buffer> {
  const unpacked = createGunzip({ chunkSize: 1 << 16 })
  // An error of the source or of the data ends `unpacked` too, where the loop below meets it.
  pipeline(bytes, unpacked, () => {})
  let held: Buffer | undefined
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      if (held) yield held
      held = asBuffer(chunk)
    }
    if (held) yield held
  } catch (error) {
    if (!errorCode(error)?.startsWith('Z_')) throw error
    onDamage()
    if (held) yield held.subarray(0, held.lastIndexOf(NEWLINE) + 1)
  }
}
