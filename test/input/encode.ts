export type Encoding = 'utf-8' | 'utf-8 with mark' | 'utf-16le' | 'utf-16be' | 'gb18030'

export const encodings: readonly Encoding[] = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'gb18030']

export function encode(text: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16le':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16()
    case 'gb18030':
      return encodeGb18030(text)
  }
}

/** Node decodes GB18030 but does not encode it; the table is made by decoding every two- and four-byte code. */
let table: Map<string, Buffer> | undefined

function encodeGb18030(text: string): Buffer {
  table ??= makeTable()
  const parts: Buffer[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    const bytes = code < 0x80 ? Buffer.of(code) : code > 0xffff ? supplementary(code) : table.get(character)
    if (!bytes) throw new Error(`no GB18030 for U+${code.toString(16)}`)
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

function makeTable(): Map<string, Buffer> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, Buffer>()
  const add = (bytes: Buffer): void => {
    const character = decoder.decode(bytes)
    if ([...character].length === 1 && character !== '\ufffd' && !found.has(character))
      found.set(character, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add(Buffer.of(lead, trail))
  }
  for (let index = 0; index < 39_420; index++) add(fourBytes(0x81, index))
  return found
}

function supplementary(code: number): Buffer {
  return fourBytes(0x90, code - 0x10000)
}

function fourBytes(lead: number, index: number): Buffer {
  return Buffer.of(
    lead + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10)
  )
}
