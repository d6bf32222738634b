import { expect, test } from 'vitest'
import { findReportFormat, formatByEnding, reportFormats } from '../../src/report/index.ts'

test.each([
  ['out.json', 'json'],
  ['out.jsonl', 'ndjson'],
  ['a.b/OUT.NDJSON', 'ndjson'],
  ['scores.csv', 'csv'],
  ['scores.txt', 'terminal']
])('%s is written as %s', (path, name) => {
  expect(formatByEnding(reportFormats, path)?.name).toBe(name)
})

test.each(['out', 'out.xlsx', 'json', 'out.json.gz'])('%s asks for no known format', path => {
  expect(formatByEnding(reportFormats, path)).toBeUndefined()
})

test('every format is found by its name, and no ending belongs to two', () => {
  for (const format of reportFormats) expect(findReportFormat(format.name)).toBe(format)
  const endings = reportFormats.flatMap(format => format.extensions)
  expect(new Set(endings).size).toBe(endings.length)
})
