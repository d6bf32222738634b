import { describe, expect, it } from 'vitest'
import type { Problem } from '../../src/diagnostics/problem.ts'
import { loadStandard } from '../../src/standard/load.ts'

/** The one problem of a standard with an expression somewhere, and the text that it points at. */
function slip(lines: readonly string[]): { problem: Problem; marked: string } {
  const text = ['linecheck: 1', 'id: slips', ...lines].join('\n')
  const { problems } = loadStandard('slips.yaml', text, 'en')
  expect(problems).toHaveLength(1)
  const { place } = problems[0]!
  const line = text.split('\n')[place!.line! - 1]!
  return { problem: problems[0]!, marked: line.slice(place!.col! - 1, place!.col! - 1 + place!.length!) }
}

const criterion = (keys: string): readonly string[] => [
  'sections:',
  '  - id: s',
  '    criteria:',
  `      - { id: a, ${keys} }`
]

describe('a slip in an expression is found when the standard is loaded', () => {
  const places: readonly (readonly [string, (expression: string) => readonly string[]])[] = [
    ['field', expression => criterion(`field: "${expression}"`)],
    ['when', expression => criterion(`when: "${expression}", say: 您好`)],
    ['unless', expression => criterion(`unless: "${expression}", say: 您好`)],
    ['a list of conditions', expression => criterion(`when: [paid, "${expression}"], say: 您好`)],
    ['either', expression => criterion(`when: { either: [paid, "${expression}"] }, say: 您好`)],
    ['a part of a check', expression => criterion(`any: [{ say: 您好 }, { field: "${expression}" }]`)],
    ['applies', expression => [`applies: "${expression}"`, ...criterion('say: 您好')]]
  ]

  for (const [where, write] of places) {
    it.each([
      ["channel == '电话' && rigns > 2", 'standard/unknown-field', 'rigns'],
      ["paid || rings > '4'", 'standard/expression', "rings > '4'"],
      ['kind == 1 && paid', 'standard/expression', 'kind == 1'],
      ["paid && agent.nmae == '周敏'", 'standard/unknown-field', 'nmae'],
      ['has(fields.ringz)', 'standard/unknown-field', 'ringz'],
      ['rings >', 'standard/expression', undefined],
      ["kind.startWith('投诉')", 'standard/expression', "kind.startWith('投诉')"],
      ['rings + 1', 'standard/not-bool', undefined]
    ])(`in ${where}: %s`, (expression, code, part) => {
      const { problem, marked } = slip(write(expression))
      expect(problem.code).toBe(code)
      if (part !== undefined) expect(marked).toBe(part)
    })
  }

  it('says which name was meant', () => {
    expect(slip(criterion('field: rigns <= 4')).problem.meant).toBe('rings')
    expect(slip(criterion("field: agent.nmae == '周敏'")).problem.meant).toBe('agent.name')
    expect(slip(criterion('field: has(fields.ringz)')).problem.meant).toBe('rings')
  })
})
