import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { createView } from '../../src/checks/view.ts'
import type { Evidence, Outcome } from '../../src/model/evaluation.ts'
import { readExample } from '../../src/examples/read.ts'
import { scoreOutcomes } from '../../src/scoring/evaluate.ts'
import type { ExampleParts } from '../../src/standard/example.ts'
import { lintStandard } from '../../src/standard/lint/lint.ts'
import { loadStandard } from '../../src/standard/load.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/operators')
const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))

interface Case extends ExampleParts {
  readonly marks?: Readonly<Record<string, string | number>>
  readonly expect: Readonly<Record<string, readonly string[]>>
  readonly score?: number | null
  readonly without_fatal?: number
  readonly band?: string | null
  readonly passed?: boolean | null
}

interface Fixture {
  readonly operator: string
  readonly criteria?: readonly object[]
  readonly contacts: readonly Case[]
  readonly [key: string]: unknown
}

/** An outcome as the fixtures write it: its status, then its evidence or the reason why there is none. */
function write(outcome: Outcome): readonly string[] {
  return 'reason' in outcome
    ? [outcome.status, outcome.reason]
    : [outcome.status, ...outcome.evidence.map(writeEvidence)]
}

function writeEvidence(evidence: Evidence): string {
  if ('quote' in evidence) return `${evidence.turn}: ${evidence.quote}`
  if ('missing' in evidence) {
    const { searched } = evidence
    return `missing: ${evidence.missing} in ${searched ? `${searched.first}..${searched.last}` : 'nothing'}`
  }
  if ('measured' in evidence) {
    const figure = `${evidence.measured} = ${Math.round(evidence.value * 10) / 10} ${evidence.unit}`.trimEnd()
    return evidence.turn === undefined ? figure : `${figure} in ${evidence.turn}`
  }
  return `${evidence.field} = ${evidence.value}`
}

function read(name: string) {
  const text = readFileSync(join(folder, name), 'utf8')
  const { operator, criteria, contacts, ...rest } = parse(text) as Fixture
  const standard = {
    linecheck: 1,
    id: name.replace(/\.yaml$/, ''),
    ...(criteria ? { sections: [{ id: 'all', criteria }] } : {}),
    ...rest
  }
  return { text, operator, contacts, ...loadStandard(name, stringify(standard), 'en') }
}

/** What the files leave out for brevity. */
const untold = /^lint\/no-(clause|title|advice|examples)$/

describe.each(names)('%s', name => {
  const { operator, contacts, standard, written, problems } = read(name)

  it(`says it: ${operator}`, () => {
    expect(problems).toEqual([])
    const found = lintStandard(written!).filter(({ code }) => !untold.test(code))
    expect(found).toEqual([])
    expect(contacts.length).toBeGreaterThan(0)
  })

  it.each(contacts.map((each, i) => [i + 1, each] as const))(
    'comes out as it must on contact %i',
    (_, each) => {
      const {
        marks = {},
        expect: expected,
        score,
        without_fatal: withoutFatal,
        band,
        passed,
        ...parts
      } = each
      const example = readExample(parts, name, 'en')
      if (!example.ok) throw new Error(example.reason)
      const view = createView(example.contact, standard!.vars, standard!.prefilter, id =>
        marks[id] === undefined ? undefined : { contact: name, criterion: id, mark: String(marks[id]) }
      )
      const outcomes = standard!.criteria.map(criterion => criterion.judge(view))
      const written = Object.fromEntries(standard!.criteria.map(({ id }, i) => [id, write(outcomes[i]!)]))
      expect(written).toMatchObject(expected)
      const scored = scoreOutcomes(standard!.plan, outcomes)
      if (score !== undefined) expect(scored.score).toBe(score)
      if (withoutFatal !== undefined) expect(scored.scoreWithoutFatal).toBe(withoutFatal)
      if (band !== undefined) expect(scored.band).toBe(band)
      if (passed !== undefined) expect(scored.passed).toBe(passed)
    }
  )
})

describe.each(names.filter(name => name.startsWith('starter')))('%s', name => {
  it('takes at most ten lines', () => {
    const rules = /^criteria:\n((?: .*\n)+)/m.exec(read(name).text)![1]!
    expect(rules.trimEnd().split('\n').length).toBeLessThanOrEqual(10)
  })
})

it('covers statuses of every kind', () => {
  const statuses = names.flatMap(name => read(name).contacts.flatMap(each => Object.values(each.expect)))
  expect(new Set(statuses.map(([status]) => status))).toEqual(new Set(['pass', 'fail', 'na', 'unknown']))
})
