import { expect, test } from 'vitest'
import type { Evaluation } from '../../src/model/evaluation.ts'
import { json } from '../../src/report/json.ts'
import { ndjson } from '../../src/report/ndjson.ts'
import type { RunHeader } from '../../src/report/report.ts'
import { badRecord, context, emptySummary, evaluations, header, summary, write } from './sample.ts'

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)

const doubled: RunHeader = {
  standards: header.standards.flatMap(standard => [standard, { ...standard, id: 'second' }])
}

/** The same values with the keys of every object in the opposite order. */
function turnKeys<T>(value: T): T {
  if (Array.isArray(value)) return value.map(turnKeys) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, turnKeys(part)] as const)
  return Object.fromEntries(entries.toReversed()) as T
}

test('a line begins with the keys that other programs read, in their order', () => {
  const [first] = lines(write(ndjson))
  expect(Object.keys(first ?? {}).slice(0, 8)).toEqual([
    'contact',
    'agent',
    'standard',
    'score',
    'scoreWithoutFatal',
    'band',
    'passed',
    'criteria'
  ])
})

test('nothing of an evaluation is lost or rounded on its line', () => {
  const [first, , ...rest] = lines(write(ndjson))
  expect([first, ...rest]).toEqual(evaluations.map(each => JSON.parse(JSON.stringify(each)) as unknown))
  expect(rest[0]?.['scoreWithoutFatal']).toBe(200 / 3)
})

test('a record that could not be read has a line in its place', () => {
  expect(lines(write(ndjson))[1]).toEqual({
    contact: null,
    agent: null,
    standard: 'telecom-hotline',
    score: null,
    scoreWithoutFatal: null,
    band: null,
    passed: null,
    criteria: [],
    problem: {
      code: 'input/unreadable',
      file: 'march.csv',
      line: 42,
      message: 'cannot read march.csv: no contact id'
    }
  })
})

test('with two standards it has as many lines as a record that could be read', () => {
  const text = ndjson.create(context, doubled).bad(badRecord)
  expect(lines(text).map(row => row['standard'])).toEqual(['telecom-hotline', 'second'])
})

test('an agent without an id and a score that is none are null, not left out', () => {
  expect(lines(write(ndjson))[3]).toMatchObject({ agent: null, score: null, band: null, passed: null })
})

test('the order in which keys were made does not show', () => {
  const turned: readonly Evaluation[] = evaluations.map(({ criteria, ...rest }) => ({
    ...turnKeys(rest),
    criteria: criteria.map(result => {
      const { evidence, ...others } = result
      return { ...(evidence && { evidence }), ...turnKeys(others) }
    })
  }))
  expect(write(ndjson, {}, { evaluations: turned })).toBe(write(ndjson))
})

test('the document is one JSON value with the same rows as the lines', () => {
  const document = JSON.parse(write(json)) as Record<string, unknown>
  expect(document).toMatchObject({
    schemaVersion: 1,
    tool: { name: 'linecheck', version: '0.1.0' },
    by: 'agent',
    counts: { contacts: 98, badRows: 1, problems: 1 },
    verdict: { negative: true, reasons: summary.verdict.reasons }
  })
  expect(document['evaluations']).toEqual(lines(write(ndjson)))
  expect(document['standards']).toEqual(JSON.parse(JSON.stringify(header.standards)))
})

test('scorecards carry all their figures and their places', () => {
  const document = JSON.parse(write(json)) as { scorecards: unknown[]; overall: unknown[] }
  const expected = summary.scorecards.map(({ card, places }) => ({ ...card, places }))
  expect(document.scorecards).toEqual(JSON.parse(JSON.stringify(expected)))
  expect(document.overall).toEqual(JSON.parse(JSON.stringify(summary.overall)))
})

test('a run without contacts is still a document', () => {
  const document: unknown = JSON.parse(write(json, {}, { evaluations: [], bad: [], summary: emptySummary }))
  expect(document).toMatchObject({ evaluations: [], scorecards: [], overall: [], counts: { contacts: 0 } })
})

test('the document comes in pieces, so that no string holds all of it', () => {
  const pieces = [...json.create(context, header).end(summary, [])]
  expect(pieces.length).toBeGreaterThan(summary.scorecards.length + summary.overall.length)
})
