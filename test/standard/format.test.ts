import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { listComments } from '../../src/standard/format/comments.ts'
import { formatYaml } from '../../src/standard/format/format.ts'
import { isSameStandard } from '../../src/standard/format/same-standard.ts'
import { yamlTexts } from './yaml-texts.ts'

const home = resolve(import.meta.dirname, '../..')

function format(text: string): string {
  const result = formatYaml('a.yaml', text)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.text
}

const commentsOf = (text: string): readonly string[] => listComments(text).map(comment => comment.text)

function listYaml(folder: string): readonly string[] {
  return readdirSync(join(home, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.yaml'))
    .map(name => join(folder, name))
}

describe('formatting YAML', () => {
  it('indents by two, lists too, with one blank', () => {
    expect(format('a:\n    b:   1   # why\n    c:\n    -   x\n    -    y:   2\n         z: 3\n')).toBe(
      'a:\n  b: 1 # why\n  c:\n    - x\n    - y: 2\n      z: 3\n'
    )
  })

  it('keeps comments with what they are about, and one of several empty lines', () => {
    const text = `# file


# first
a: # about a
    # above x
    x: 1
    # below x

# about b
b:
- 1 # one

- 2
# end
`
    expect(format(text)).toBe(`# file

# first
a: # about a
  # above x
  x: 1
  # below x

# about b
b:
  - 1 # one

  - 2
# end
`)
  })

  it('writes collections on one line when they fit, and leaves long ones that are', () => {
    expect(format('a: {b: [ 1,2 ],c: {}, d: [],}\n')).toBe('a: { b: [1, 2], c: {}, d: [] }\n')
    expect(format('a: [x,\n    y,\n    z]\n')).toBe('a: [x, y, z]\n')
    const talk = `- [${Array.from({ length: 30 }, (_, i) => `'A: 您好${i}'`).join(', ')}]\n`
    expect(format(talk)).toBe(talk)
  })

  it('makes blocks of long maps and keeps the lines of long lists of phrases', () => {
    const phrase = 'thank you very much for calling'
    const list = `a: [${phrase},\n  ${phrase}, ${phrase},\n      ${phrase}]\n`
    expect(format(list)).toBe(`a: [${phrase},\n    ${phrase}, ${phrase},\n    ${phrase}]\n`)
    const map = `a: { x: ${phrase},\n  y: [${phrase}],\n  z: ${phrase}, w: ${phrase} } # why\n`
    expect(format(map)).toBe(`a: # why\n  x: ${phrase}\n  y: [${phrase}]\n  z: ${phrase}\n  w: ${phrase}\n`)
  })

  it('keeps comments in collections where they are', () => {
    const text = 'a: [\n    1, # one\n    # two\n    2\n  ] # end\n'
    expect(format(text)).toBe(text)
    expect(format('a: [\n 1, # one\n          # two\n 2\n ] # end\n')).toBe(text)
  })

  it.each([
    ["a: 'hello there'", 'a: hello there'],
    ['a: "您好"', 'a: 您好'],
    ['a: "b: c"', "a: 'b: c'"],
    ['a: "/\\\\d+/"', "a: '/\\d+/'"],
    ['a: "It\'s"', 'a: "It\'s"'],
    ['a: "\\u200b"', 'a: "\\u200b"'],
    ["a: 'yes'", "a: 'yes'"],
    ["a: '2026-03-02'", "a: '2026-03-02'"],
    ["a: '1'", "a: '1'"],
    ["a: ['hi', 'b: c']", "a: ['hi', 'b: c']"],
    ["a: ['hi', 'hello']", 'a: [hi, hello]'],
    ["'键': 1", '键: 1'],
    ['a: ~', 'a: ~'],
    ['a:', 'a:']
  ])('%s becomes %s', (before, after) => {
    expect(format(`${before}\n`)).toBe(`${after}\n`)
  })

  it('leaves texts of several lines as they are folded, however long a line is', () => {
    const sentence = '适用于客服热线的呼入通话,按五段考察话务员的服务用语。'.repeat(8)
    const text = `a: >- # why
  ${sentence}
  第二行

    * deeper
b: |
  one

c: |+
  kept

d: 'one
  two'
e: plain
  text
`
    expect(format(text)).toBe(text)
    expect(format(text.replaceAll(/^ {2}/gm, '      '))).toBe(text)
    expect(format('a:\n    - |3\n        x\n       y\n')).toBe('a:\n  - |2\n     x\n    y\n')
  })

  it('keeps anchors, aliases and tags', () => {
    const text = 'a: &x { b: 1 }\nc: *x\nd: &y\n  - 1\ne: !!str 5\nf: &z text\n'
    expect(format(text)).toBe(text)
  })

  it('keeps CRLF and an explicit start', () => {
    expect(format('a:   1\r\n\r\nb: |\r\n    x\r\n')).toBe('a: 1\r\n\r\nb: |\r\n  x\r\n')
    expect(format('---\na:   1')).toBe('---\na: 1\n')
  })

  it('puts the keys of standards in the order of the documentation, with their comments', () => {
    const text = `# yaml-language-server: $schema=x.json
id: s
linecheck: 1
sections:
  - criteria:
      - say: 您好
        # by the book
        clause: S-1 # first
        unheard: 1
        examples: { pass: ['A: 您好'] }
        advice: 先问候
        id: greeting
      - { say: 您好, id: short }
    id: all
`
    expect(format(text)).toBe(`# yaml-language-server: $schema=x.json
linecheck: 1
id: s
sections:
  - id: all
    criteria:
      - id: greeting
        # by the book
        clause: S-1 # first
        say: 您好
        advice: 先问候
        examples: { pass: ['A: 您好'] }
        unheard: 1
      - { id: short, say: 您好 }
`)
  })

  it('moves no key past a heading, nor an alias before what it stands for', () => {
    const headed = 'linecheck: 1\nsections:\n  - id: a\n    # heading\n\n    criteria: []\n    title: A\n'
    expect(format(headed)).toBe(headed)
    const aliased = 'linecheck: 1\nsections:\n  - criteria: []\n    title: &x A\n    id: *x\n'
    expect(format(aliased)).toBe(aliased)
  })

  it.each([
    '? a\n: b\n',
    '? [a, b]\n: c\n',
    '- a\n---\n- b\n',
    '%YAML 1.2\n---\na: 1\n',
    'just text\n',
    'a: [\n'
  ])('says so where it leaves a file alone: %j', text => {
    const result = formatYaml('a.yaml', text)
    expect(result.ok).toBe(false)
    if (!result.ok) expect(['format/unsafe', 'standard/syntax']).toContain(result.problems[0]?.code)
  })

  it('takes no longer for brackets in brackets than for others', () => {
    const depth = 60
    const text = `a: ${'{ k: ['.repeat(depth)}1${'] }'.repeat(depth)}\n`
    expect(format(text)).toBe(text)
    expect(format(text.replace('1', '1,\n  2'))).toContain('k:')
  })

  it('knows by the compiled standard whether one is still the same', () => {
    const text = 'linecheck: 1\nid: s\nsections: [{ id: a, criteria: [{ id: x, weight: 2, say: hi }] }]\n'
    const same = (other: string) => isSameStandard('a.yaml', text, other, () => undefined)
    expect(same(format(text))).toBe(true)
    expect(same(`\n${text.replace('weight: 2, say: hi', 'say: hi, weight: 2')}`)).toBe(true)
    expect(same(text.replace('weight: 2', 'weight: 3'))).toBe(false)
    expect(same(text.replace('hi', '$hi'))).toBe(false)
  })

  it('leaves every shipped file as it is', () => {
    const files = listYaml('rules')
    expect(files.length).toBeGreaterThan(15)
    const changed = files.filter(name => {
      const text = readFileSync(join(home, name), 'utf8')
      return format(text) !== text
    })
    expect(changed).toEqual([])
  })

  it('comes to the same a second time, on every file of the project', () => {
    for (const name of [...listYaml('rules'), ...listYaml('fixtures')]) {
      const result = formatYaml(name, readFileSync(join(home, name), 'utf8'))
      if (result.ok) expect(format(result.text), name).toBe(result.text)
      else expect(['fixtures/diagnostics/syntax.yaml', 'fixtures/diagnostics/empty.yaml']).toContain(name)
    }
  })

  it('keeps values and comments of whatever people write, and comes to the same a second time', () => {
    fc.assert(
      fc.property(yamlTexts, text => {
        const formatted = format(text)
        expect(parse(formatted)).toEqual(parse(text))
        expect(commentsOf(formatted).toSorted()).toEqual(commentsOf(text).toSorted())
        expect(format(formatted)).toBe(formatted)
      }),
      { numRuns: 300 }
    )
  })
})
