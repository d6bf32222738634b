import { crc32, deflateRawSync } from 'node:zlib'

/** A cell: text, a number, a boolean, a formula's error, or a number shown as a date or a length of time. */
export type WorkbookCell =
  | string
  | number
  | boolean
  | null
  | { readonly error: string }
  | { readonly days: number; readonly format: 'date' | 'moment' | 'length' }

export interface WorkbookSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly WorkbookCell[])[]
}

const EXCEL_EPOCH = Date.UTC(1899, 11, 30)

/** Days as Excel counts them. */
export function daysOf(iso: string): number {
  return (Date.parse(`${iso}Z`) - EXCEL_EPOCH) / 86_400_000
}

/** Writes a workbook as spreadsheet programs do: shared strings, styles for dates, a deflated archive. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Buffer {
  const strings: string[] = []
  const bodies = sheets.map(sheet => sheetXml(sheet.rows, strings))
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const list = sheets
    .map(({ name, hidden }, i) => {
      const state = hidden ? ' state="hidden"' : ''
      return `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`
    })
    .join('')
  const targets = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml']
  ]
  return zipOf([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list}</sheets></workbook>`
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${targets
        .map(
          ([kind, target], i) =>
            `<Relationship Id="rId${i + 1}" Type="${relations}/${kind}" Target="${target}"/>`
        )
        .join('')}</Relationships>`
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
        '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="46"/></cellXfs></styleSheet>'
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${main}">${strings.map(text => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`
    ],
    ...bodies.map(
      (body, i) =>
        [
          `xl/worksheets/sheet${i + 1}.xml`,
          `<worksheet xmlns="${main}"><sheetData>${body}</sheetData></worksheet>`
        ] as const
    )
  ])
}

const styles = { date: 1, moment: 2, length: 3 } as const

function sheetXml(rows: WorkbookSheet['rows'], strings: string[]): string {
  const cellXml = (cell: WorkbookCell, at: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${Number(cell)}</v></c>`
    if ('error' in cell) return `<c r="${at}" t="e"><v>${cell.error}</v></c>`
    return `<c r="${at}" s="${styles[cell.format]}"><v>${cell.days}</v></c>`
  }
  return rows
    .map((row, i) => {
      const cells = row.map((cell, j) => cellXml(cell, `${letters(j)}${i + 1}`)).join('')
      return cells === '' ? '' : `<row r="${i + 1}">${cells}</row>`
    })
    .join('')
}

function letters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_')
}

/** A ZIP archive of texts. */
export function zipOf(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of files) {
    const plain = Buffer.from(text)
    const packed = deflateRawSync(plain)
    const label = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(0x21_0000, 6)
    shared.writeUInt32LE(crc32(plain), 10)
    shared.writeUInt32LE(packed.length, 14)
    shared.writeUInt32LE(plain.length, 18)
    shared.writeUInt16LE(label.length, 22)
    const place = Buffer.alloc(4)
    place.writeUInt32LE(at)
    bodies.push(Buffer.from('PK\u0003\u0004'), shared, label, packed)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), shared, Buffer.alloc(10), place, label)
    at += 30 + label.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, list, Buffer.from('PK\u0005\u0006'), end])
}
