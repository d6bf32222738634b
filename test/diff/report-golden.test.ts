import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { langs } from '../../src/diagnostics/wording.ts'
import { diffFormats } from '../../src/diff/report/index.ts'
import { terminal } from '../../src/diff/report/terminal.ts'
import type { DiffFormat } from '../../src/diff/report/diff-format.ts'
import type { DiffResult } from '../../src/diff/result.ts'
import { asDiffReport } from '../../src/diff/report/as-diff-report.ts'
import { itemsJson } from '../../src/report/items/json.ts'
import { drift, nothing, result, saved, write } from './sample.ts'

// Each report of the sample comparison, byte for byte but for the line ends a checkout may have changed.
// To take over a change that is meant: UPDATE_GOLDEN=1 npx vitest run test/diff/report-golden.test.ts

const folder = fileURLToPath(new URL('../../fixtures/diff-reports/', import.meta.url))

const own = diffFormats.filter(({ name }) => ['terminal', 'markdown', 'json', 'ndjson'].includes(name))
const markdown = own.find(({ name }) => name === 'markdown')!

type Golden = readonly [name: string, format: DiffFormat, of: DiffResult, width: number, fails: boolean]

const variants: readonly Golden[] = [
  ...own.map(format => [format.name, format, result(), 80, true] as const),
  ['terminal-wide', terminal, result(), 120, false],
  ['terminal-nothing', terminal, nothing, 80, false],
  ['terminal-drift', terminal, drift, 80, true],
  ['terminal-saved', terminal, saved, 80, false],
  ['markdown-nothing', markdown, nothing, 80, true],
  ['items', asDiffReport(itemsJson), result(), 80, true]
]

const goldens = langs.flatMap(lang =>
  variants.map(([name, format, of, width, fails]) => {
    const file = `${name}.${lang}${format.extensions[0]}`
    return { file, format, of, fails, options: { width, lang } }
  })
)

test.each(goldens)('$file', ({ file, format, of, fails, options }) => {
  const text = write(format, of, options, fails)
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(folder + file, text)
  }
  expect(withPlainEnds(text)).toBe(withPlainEnds(readFileSync(folder + file, 'utf8')))
})

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
