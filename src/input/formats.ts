import { srt, vtt } from './captions/read-captions.ts'
import { qianniu, qq, wechat } from './chat/read-chat.ts'
import { csv, tsv } from './csv/read-csv.ts'
import { json } from './json/read-json.ts'
import { ndjson } from './json/read-ndjson.ts'
import { vendorFormats } from './json/vendors/index.ts'
import type { Format } from './reader.ts'
import { text } from './transcript/read-text.ts'
import { xlsx } from './xlsx/read-xlsx.ts'

/** Every format that can be read. Of two that fit a file equally well the one named first here wins. */
export const formats: readonly Format[] = [
  ...vendorFormats,
  ndjson,
  json,
  csv,
  tsv,
  vtt,
  srt,
  qianniu,
  qq,
  wechat,
  text,
  xlsx
]

export const formatNames: readonly string[] = formats.map(format => format.name)

/** The format that the beginning of a file looks like most; undefined when it looks like none. */
export function sniffFormat(head: string, fileName: string): Format | undefined {
  let best: Format | undefined
  let bestScore = 0
  for (const format of formats) {
    const named = format.extensions.some(extension =>
      fileName.toLowerCase().replace(/\.gz$/, '').endsWith(extension)
    )
    const score = format.sniff(head, fileName)
    // The name of a file only breaks ties.
    const total = score > 0 && named ? score + 0.02 : score
    if (total > bestScore) {
      best = format
      bestScore = total
    }
  }
  return best
}
