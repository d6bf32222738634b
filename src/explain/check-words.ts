import { checkKinds } from '../checks/index.ts'
import type { CheckSource } from '../checks/check.ts'
import type { ScopeSource } from '../checks/scope.ts'
import { scopeOf } from '../checks/spoken.ts'
import type { SpokenSource } from '../checks/sources.ts'
import type { By } from '../checks/view.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { Bench } from './bench.ts'
import { measureInWords } from './measure-words.ts'
import { inset, patternInWords } from './pattern-words.ts'
import { anchorsInWords, scopeInWords, speakerInWords, withinInWords } from './scope-words.ts'
import { scriptInWords } from './script-words.ts'
import { stepsInWords } from './steps-words.ts'
import { asWritten, capital } from './text.ts'
import type { PhraseKey } from './words.ts'

/** `source` is the map that the check stands in, with the keys beside it. */
type Describe = (options: unknown, bench: Bench, source: CheckSource) => readonly string[]

/** What a check asks for, in words. A kind of check without words of its own is shown as it is written. */
export function checkInWords(source: CheckSource, bench: Bench): readonly string[] {
  return checkKinds.flatMap(({ name }) => {
    const options = source[name]
    if (options === undefined) return []
    const describe = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    return describe
      ? describe(options, bench, source)
      : [bench.tell('other', { kind: name }), ...inset(asWritten(options))]
  })
}

const kinds: Readonly<Record<string, Describe>> = {
  say: (options, bench) => spoken('say', options as SpokenSource, bench),
  avoid: (options, bench) => spoken('avoid', options as SpokenSource, bench),
  answer,
  steps: stepsInWords,
  script: scriptInWords,
  repeat: (options, bench) => repeated(options as ScopeSource & object, bench),
  measure: measureInWords,
  field: (options, { tell }) => [tell('field', { expression: String(options) })],
  form: (options, { tell }) => [tell('form'), ...inset(asWritten(options))],
  manual: (options, { tell }) => [tell('manual'), ...inset(asWritten(options))],
  all: (options, bench) => combined('all', options as readonly CheckSource[], bench),
  any: (options, bench) => combined('any', options as readonly CheckSource[], bench),
  of: (options, bench, source) => {
    return combined('of', options as readonly CheckSource[], bench, Number(source['at_least'] ?? 1))
  },
  not: (options, bench) => combined('not', [options as CheckSource], bench)
}

function combined(
  kind: 'all' | 'any' | 'of' | 'not',
  parts: readonly CheckSource[],
  bench: Bench,
  n = 0
): readonly string[] {
  const key: PhraseKey = `combine.${kind}`
  return [
    bench.tell(key, { n }),
    ...parts.flatMap(part => checkInWords(part, bench).map((line, i) => (i === 0 ? '  - ' : '    ') + line))
  ]
}

function spoken(kind: 'say' | 'avoid', options: SpokenSource, bench: Bench): readonly string[] {
  const { tell } = bench
  const {
    min,
    max,
    told_by: toldBy
  } = (typeof options === 'object' ? options : {}) as { min?: number; max?: number; told_by?: By }
  const n = kind === 'say' ? min : max
  const often = n === undefined || n === 0 ? '' : tell(`${kind}.often`, { n })
  return [
    capital(tell(kind, { ...who(scopeOf(options), 'agent', bench), often })),
    ...inset(patternInWords(options as PatternSource, bench.written.standard, tell)),
    ...anchorsInWords(scopeOf(options), bench.written.standard, tell),
    ...(toldBy === undefined ? [] : [tell('avoid.told', { by: tell(`by.${toldBy}`) })])
  ]
}

function answer(options: unknown, bench: Bench): readonly string[] {
  const {
    to,
    with: wanted,
    never,
    within = '2 runs',
    each = 'every'
  } = options as {
    readonly to: SpokenSource
    readonly with?: PatternSource
    readonly never?: PatternSource
    readonly within?: string
    readonly each?: 'every' | 'any' | 'first' | 'last'
  }
  const { tell, written } = bench
  const part = (
    key: 'answer.with' | 'answer.never',
    pattern: PatternSource | undefined
  ): readonly string[] =>
    pattern === undefined
      ? []
      : [
          tell(key, { within: withinInWords(within, tell) }),
          ...inset(patternInWords(pattern, written.standard, tell))
        ]
  return [
    tell('answer.to', who(scopeOf(to), 'customer', bench)),
    ...inset(patternInWords(to as PatternSource, written.standard, tell)),
    ...inset(anchorsInWords(scopeOf(to), written.standard, tell)),
    ...part('answer.with', wanted),
    ...part('answer.never', never),
    tell(`answer.${each}`)
  ]
}

function repeated(options: ScopeSource & object, bench: Bench): readonly string[] {
  const rest = Object.fromEntries(Object.entries(options).filter(([key]) => key !== 'by' && key !== 'in'))
  return [capital(bench.tell('repeat', who(options, 'agent', bench))), ...inset(asWritten(rest))]
}

function who(scope: ScopeSource, fallback: By, { tell }: Bench): { by: string; in: string } {
  return { by: speakerInWords(scope, fallback, tell), in: scopeInWords(scope, tell) }
}
