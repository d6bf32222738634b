import { entryText, listEntries, type ZipEntry } from './zip-directory.ts'

/** A sheet as a workbook lists it. */
export interface SheetName {
  readonly name: string
  readonly hidden: boolean
}

/** What a ZIP archive is that was passed as an input. */
export type Archive =
  | { readonly kind: 'workbook'; readonly sheets: readonly SheetName[]; readonly size: number }
  | { readonly kind: 'other'; readonly name: string }
  | { readonly kind: 'damaged' }

const MOST_OF_LIST = 1 << 24
const sheetTag = /<(?:\w+:)?sheet\s([^>]*)>/g

/** Looks into an archive without unpacking it: `xl/` is a workbook's folder. */
export function openArchive(zip: Buffer): Archive {
  const entries = listEntries(zip)
  if (!entries) return { kind: 'damaged' }
  const list = entries.find(entry => entry.name === 'xl/workbook.xml')
  if (!list) return { kind: 'other', name: kindOf(entries) }
  const text = entryText(zip, list, MOST_OF_LIST)
  if (text === undefined) return { kind: 'damaged' }
  const sheets = [...text.matchAll(sheetTag)].map(([, attributes = '']) => ({
    name: unescapeXml(/\bname="([^"]*)"/.exec(attributes)?.[1] ?? ''),
    hidden: /\bstate="(?:veryH|h)idden"/.test(attributes)
  }))
  const size = entries
    .filter(entry => entry.name.endsWith('.xml'))
    .reduce((sum, entry) => sum + entry.size, 0)
  return sheets.length > 0 ? { kind: 'workbook', sheets, size } : { kind: 'damaged' }
}

/** The number of the sheet that is meant, from 1: by name first, since a sheet may be called `2026`. */
export function findSheet(sheets: readonly SheetName[], wanted: string | undefined): number | undefined {
  if (wanted === undefined)
    return (
      Math.max(
        0,
        sheets.findIndex(sheet => !sheet.hidden)
      ) + 1
    )
  const named = sheets.findIndex(({ name }) => name.trim() === wanted.trim())
  if (named >= 0) return named + 1
  const number = /^\d{1,5}$/.test(wanted.trim()) ? Number(wanted) : 0
  return number >= 1 && number <= sheets.length ? number : undefined
}

function kindOf(entries: readonly ZipEntry[]): string {
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start))
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  if (has('xl/')) return 'xlsb'
  if (has('content.xml') && has('mimetype')) return 'ods / odt'
  return 'zip'
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
