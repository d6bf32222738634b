import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editYaml } from '../../src/standard/yaml-edit.ts'

const block = `# tests
score: 87.5 # as agreed
quotes:
  # the first
  - "您好"   # greeting
  - 'It''s you'
  - plain
after: [kept, "as it is"]
`

describe('editing YAML', () => {
  it('changes a value and nothing else', () => {
    expect(editYaml(block, [{ path: ['score'], value: 90 }])).toBe(block.replace('87.5', '90'))
    expect(editYaml(block, [{ path: ['score'], value: null }])).toBe(block.replace('87.5', 'null'))
  })

  it('changes items in their place, quoted as they were, with their comments', () => {
    const edited = editYaml(block, [{ path: ['quotes'], value: ['早上好', "you're", 'plain'] }])
    expect(edited).toBe(block.replace('"您好"', '"早上好"').replace("'It''s you'", "'you''re'"))
  })

  it('takes items away and adds some', () => {
    expect(editYaml(block, [{ path: ['quotes'], value: ['您好'] }])).toBe(
      block.replace("  - 'It''s you'\n  - plain\n", '')
    )
    expect(editYaml(block, [{ path: ['quotes'], value: ['您好', "It's you", 'plain', 'a, b'] }])).toBe(
      block.replace('  - plain\n', '  - plain\n  - "a, b"\n')
    )
    expect(editYaml('quotes:\n- a', [{ path: ['quotes'], value: ['a', 'b'] }])).toBe('quotes:\n- a\n- b')
  })

  it('keeps a list on one line on one line', () => {
    const flow = "- { quotes: [ '您好', b ], status: pass } # why\n"
    const edit = (value: readonly string[]): string => editYaml(flow, [{ path: [0, 'quotes'], value }])
    expect(edit(['您好', 'b', 'c, d'])).toBe(flow.replace('b ]', 'b, "c, d" ]'))
    expect(edit(['您好'])).toBe(flow.replace(', b ]', ' ]'))
    expect(edit([])).toBe(flow.replace("[ '您好', b ]", '[]'))
  })

  it('makes several changes at once, in any order', () => {
    const edits = [
      { path: ['quotes'], value: ['x'] },
      { path: ['score'], value: 1 }
    ]
    expect(editYaml(block, edits)).toBe(editYaml(block, edits.toReversed()))
  })

  it('leaves alone what is not there', () => {
    expect(editYaml(block, [{ path: ['nothing', 0], value: 'x' }])).toBe(block)
  })

  it('always reads back as what was asked, whatever the texts hold', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('null', '5', ': #', '- a', "'", '"', '您好，[x]', 'a\nb')
    )
    const list = fc.array(text, { maxLength: 4 })
    fc.assert(
      fc.property(list, list, fc.boolean(), (before, after, flow) => {
        const items = before.map(item => JSON.stringify(item))
        const written =
          flow || items.length === 0 ? ` [${items.join(', ')}]` : items.map(i => `\n  - ${i} # c`).join('')
        const source = `first: 1\nquotes:${written}\nlast: 2 # kept\n`
        const edited = editYaml(source, [{ path: ['quotes'], value: after }])
        expect(parse(edited)).toEqual({ first: 1, quotes: after, last: 2 })
        expect(edited).toContain('last: 2 # kept\n')
      })
    )
  })
})
