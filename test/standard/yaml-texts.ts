import fc from 'fast-check'

/** A value, and the ways it is written down in. */
type Tree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'block-text'; readonly head: string; readonly lines: readonly string[] }
  | { readonly kind: 'flow'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Part[] }
  | { readonly kind: 'map'; readonly items: readonly Part[] }

interface Part {
  readonly above: readonly string[]
  readonly behind: string
  readonly gap: number
  readonly step: number
  readonly compact: boolean
  readonly value: Tree
}

const word = fc.constantFrom('您好', 'hello', 'how are you', '早上好', 'Ω', '全角　空格', 'x-y', '问题…帮您')
const plain = fc.oneof(
  word,
  fc.constantFrom(
    '1',
    '1.50',
    'true',
    'null',
    '~',
    '',
    '2026-03-02',
    '$greeting',
    '/\\d+/',
    'a#b',
    'a:b',
    '-x'
  )
)
const quoted = fc.oneof(
  fc.constantFrom("'yes'", "'1'", "'#x'", "'a: b'", "'It''s'", '"It\'s"', '"\\u200b"', '"a\\tb"', '""', "''"),
  word.map(text => `'${text}'`),
  word.map(text => `"${text}"`)
)
const long = fc.array(word, { minLength: 8, maxLength: 30 }).map(words => words.join(' '))
const scalar = fc.oneof(plain, quoted, long)

const flow = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(word, quoted),
    fc.tuple(fc.array(tie('node'), { maxLength: 8 }), layouts()).map(([items, { pad, sep, end }]) => {
      return `[${pad}${items.join(`,${sep}`)}${items.length > 0 ? end : ''}${pad}]`
    }),
    fc.tuple(fc.array(tie('node'), { maxLength: 5 }), layouts()).map(([items, { pad, sep }]) => {
      return `{${pad}${items.map((item, i) => `k${i}: ${item}`).join(`,${sep}`)}${pad}}`
    })
  )
})).node

function layouts() {
  return fc.record({
    pad: fc.constantFrom('', ' ', '  '),
    // A line of its own is further in than anything that these texts are in.
    sep: fc.constantFrom(' ', '  ', ' ', `\n${' '.repeat(60)}`, ` # why\n${' '.repeat(62)}`),
    end: fc.constantFrom('', ',')
  })
}

const remark = fc.constantFrom('# note', '#', '#tight', '# 说明: "a" [b', '# - not: an item')

const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>(tie => {
  const part: fc.Arbitrary<Part> = fc.record({
    above: fc.array(remark, { maxLength: 2 }),
    behind: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: remark }),
    gap: fc.constantFrom(0, 0, 0, 1, 3),
    step: fc.constantFrom(1, 2, 4),
    compact: fc.boolean(),
    value: tie('tree')
  })
  const parts = fc.array(part, { minLength: 1, maxLength: 4 })
  return {
    tree: fc.oneof(
      { maxDepth: 4 },
      scalar.map((text): Tree => ({ kind: 'text', text })),
      fc
        .record({
          kind: fc.constant('block-text' as const),
          head: fc.constantFrom('|', '>', '|-', '>-', '|+', '>+'),
          lines: fc.array(fc.constantFrom('第一行', '# no comment', '', '  deeper', 'a: b'), {
            minLength: 1,
            maxLength: 5
          })
        })
        .filter(({ lines }) => lines[0] !== '' && !lines[0]!.startsWith(' ')),
      flow.map((text): Tree => ({ kind: 'flow', text })),
      parts.map((items): Tree => ({ kind: 'list', items })),
      parts.map((items): Tree => ({ kind: 'map', items }))
    )
  }
}).tree

/** YAML texts as people write them: comments and empty lines anywhere, any indentation, quotes, flow and block. */
export const yamlTexts: fc.Arbitrary<string> = tree
  .filter(value => value.kind === 'map' || value.kind === 'list')
  .map(value => `${writeTree(value, 0).join('\n')}\n`)

function writeTree(value: Tree, indent: number): string[] {
  if (value.kind !== 'list' && value.kind !== 'map') throw new Error(value.kind)
  return value.items.flatMap((part, i) => {
    const pad = ' '.repeat(indent)
    const head = value.kind === 'list' ? `${pad}-` : `${pad}key${i}:`
    const above = part.above.map(text => pad + text)
    const gap = Array.from({ length: part.gap }, () => '')
    return [...gap, ...above, ...writePart(part, head, indent, value.kind === 'list')]
  })
}

function writePart(
  { value, behind, step, compact }: Part,
  head: string,
  indent: number,
  isItem: boolean
): string[] {
  const note = behind === '' ? '' : ` ${behind}`
  if (value.kind === 'text' || value.kind === 'flow') return [`${head} ${value.text}${note}`]
  if (value.kind === 'block-text') {
    const inner = ' '.repeat(indent + step)
    return [`${head} ${value.head}${note}`, ...value.lines.map(line => (line === '' ? '' : inner + line))]
  }
  const [first, ...rest] = writeTree(value, indent + (isItem && compact ? 2 : step))
  if (!isItem || !compact || behind !== '' || value.items[0]!.above.length > 0 || value.items[0]!.gap > 0) {
    return [`${head}${note}`, first!, ...rest]
  }
  return [`${head} ${first!.trimStart()}`, ...rest]
}
