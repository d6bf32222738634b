import { isUtf8 } from 'node:buffer'

/** The encodings that are told apart without help; others are named by the user. */
export type Detected = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252'

/** What the first bytes say by a byte order mark, or by the zero bytes that UTF-16 has in ASCII characters. */
export function detectByStart(head: Buffer): { encoding: Detected; mark: number } | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 }
  if (head[0] === 0x84 && head[1] === 0x31 && head[2] === 0x95 && head[3] === 0x33) {
    return { encoding: 'gb18030', mark: 4 }
  }
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++
  const [even = 0, odd = 0] = zeros
  // Delimiters, digits and line ends are ASCII even in a Chinese log: at least one unit in a hundred. A text of
  // ASCII only is valid UTF-8 with its zero bytes too, but then every other byte is one.
  const enough = Math.max(1, isUtf8(head) ? head.length / 4 : head.length / 200)
  if (odd >= enough && odd > 5 * even) return { encoding: 'utf-16le', mark: 0 }
  if (even >= enough && even > 5 * odd) return { encoding: 'utf-16be', mark: 0 }
  return undefined
}

/**
 * Judges a sample that has bytes above 127. UTF-8 when it is strictly valid, or nearly so: a few damaged bytes do
 * not make a UTF-8 file GB18030. Then GB18030, when its pairs are whole and mostly of two high bytes, as common
 * Chinese characters are. Then Windows-1252, when the high bytes stand alone, as accents and curly quotes do.
 * Undefined when nothing fits.
 *
 * @param ended The sample reaches to the end of the file; otherwise its last character may be cut.
 */
export function detectBySample(sample: Buffer, ended: boolean): Detected | undefined {
  const whole = ended ? sample : sample.subarray(0, wholeUtf8(sample))
  if (isUtf8(whole)) return 'utf-8'
  const utf8 = countUtf8(whole)
  // Of characters in GB18030 one in seven happens to be valid UTF-8.
  if (utf8.valid >= 3 * utf8.invalid) return 'utf-8'
  const gb = countGb18030(sample, ended)
  if (gb.invalid * 50 <= gb.valid && gb.loose * 5 <= gb.valid) return 'gb18030'
  return looksLikeWindows1252(sample) ? 'windows-1252' : undefined
}

/** The length without a UTF-8 character that is cut at the end. */
export function wholeUtf8(bytes: Buffer): number {
  const end = bytes.length
  for (let back = 1; back <= 3 && back <= end; back++) {
    const byte = bytes[end - back]!
    if (byte < 0x80) return end
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? end - back : end
    }
  }
  return end
}

function countUtf8(bytes: Buffer): { valid: number; invalid: number } {
  let valid = 0
  let invalid = 0
  for (const unit of bytes.toString('utf8').matchAll(/[^\0-\x7f]/gu)) {
    if (unit[0] === '\ufffd') invalid++
    else valid++
  }
  return { valid, invalid }
}

/** `loose` pairs have an ASCII character for their second byte. */
function countGb18030(bytes: Buffer, ended: boolean): { valid: number; loose: number; invalid: number } {
  let valid = 0
  let loose = 0
  let invalid = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!
    if (lead < 0x80) continue
    const second = bytes[i + 1]
    if (second === undefined) {
      if (ended) invalid++
      continue
    }
    if (lead === 0x80 || lead === 0xff) invalid++
    else if (isDigit(second)) {
      const fourth = bytes[i + 3]
      if (fourth === undefined && !ended) break
      if (bytes[i + 2]! >= 0x81 && isDigit(fourth ?? 0)) valid++
      else invalid++
      i += 3
    } else if (second >= 0x40 && second !== 0x7f && second !== 0xff) {
      valid++
      if (second < 0x80) loose++
      i++
    } else invalid++
  }
  return { valid, loose, invalid }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39
}

function looksLikeWindows1252(bytes: Buffer): boolean {
  let runs = 0
  let single = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) continue
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return false
    const from = i
    while (i + 1 < bytes.length && bytes[i + 1]! >= 0x80) i++
    runs++
    if (i === from) single++
  }
  return single * 5 >= runs * 4
}
