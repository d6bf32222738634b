import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { langs } from '../../src/diagnostics/wording.ts'
import { csv } from '../../src/report/csv.ts'
import { reportFormats } from '../../src/report/index.ts'
import type { ReportContext, ReportFormat } from '../../src/report/report.ts'
import { sharedFormats } from '../../src/report/items/index.ts'
import { terminal } from '../../src/report/terminal.ts'
import { write } from './sample.ts'

// Each report of the sample run, byte for byte but for the line ends a checkout may have changed.
// To take over a change that is meant: UPDATE_GOLDEN=1 npx vitest run test/report/golden.test.ts

const folder = fileURLToPath(new URL('../../fixtures/reports/', import.meta.url))

type Golden = readonly [name: string, format: ReportFormat, options: Partial<ReportContext>]

const variants: readonly Golden[] = [
  // What an audit writes as other commands do has golden files of its own, of a run whose counts belong together.
  ...reportFormats
    .filter(({ name }) => !sharedFormats.some(shared => shared.name === name))
    .map(format => [format.name, format, {}] as const),
  ['terminal-details', terminal, { details: 'failed', cards: 1 }],
  ['terminal-everything', terminal, { details: 'all', width: 60 }],
  ['terminal-wide', terminal, { width: 132, cards: 2 }],
  ['csv-spreadsheet', csv, { spreadsheet: true }]
]

const goldens = langs.flatMap(lang =>
  variants.map(([name, format, options]) => {
    const file = `${name}.${lang}${format.extensions[0]}`
    return { file, format, options: { ...options, lang } }
  })
)

test.each(goldens)('$file', ({ file, format, options }) => {
  const text = write(format, options)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(folder + file, text)
  }
  expect(withPlainEnds(text)).toBe(withPlainEnds(readFileSync(folder + file, 'utf8')))
})

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
