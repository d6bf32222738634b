import type { CheckSource } from '../checks/check.ts'
import { formatPlace } from '../diagnostics/render.ts'
import { wordsOf } from '../report/words.ts'
import { exampleKinds } from '../standard/schema.ts'
import type { ExampleSource } from '../standard/example.ts'
import type { Bench } from './bench.ts'
import { checkInWords } from './check-words.ts'
import { conditionInWords } from './condition-words.ts'
import { inset } from './pattern-words.ts'
import { requirementsOf } from './requires.ts'
import { scoreInWords } from './score-words.ts'

/** A part of an explanation: a heading and lines below it. */
export interface Part {
  readonly head: string
  readonly lines: readonly string[]
}

/** One criterion in plain words: what it checks, when, what it counts for, what to do, and how that looks. */
export function explainCriterion(index: number, bench: Bench): readonly Part[] {
  const { standard, written, tell, lang } = bench
  const { criterion } = written.entries[index]!
  const compiled = standard.criteria[index]!
  const plan = standard.plan.criteria[index]!
  const section = standard.sections.find(({ id }) => id === compiled.section)
  const dimension = plan.dimension === undefined ? undefined : wordsOf(lang).dimensions[plan.dimension]
  const facts = [
    formatPlace(compiled.place),
    tell('section', { title: section?.title ?? compiled.section }),
    ...compiled.clause.map(clause => tell('clause', { clause: withTitle(clause, bench) })),
    ...(dimension === undefined ? [] : [dimension])
  ]
  const examples = exampleKinds.flatMap(kind =>
    (criterion.examples?.[kind] ?? []).flatMap(example => exampleLines(tell(kind), example))
  )
  return [
    { head: [compiled.id, criterion.title].filter(part => part !== undefined).join('  '), lines: facts },
    { head: tell('head.what'), lines: checkInWords(criterion as unknown as CheckSource, bench) },
    { head: tell('head.when'), lines: conditionLines(index, bench) },
    { head: tell('head.score'), lines: scoreInWords(plan, standard.plan, tell) },
    {
      head: tell('head.advice'),
      lines: compiled.advice === undefined ? [] : compiled.advice.trim().split('\n')
    },
    { head: tell('head.examples'), lines: examples }
  ].filter(({ lines }) => lines.length > 0)
}

/** A clause with its title where the standard declares one. */
export function withTitle(clause: string, { written }: Bench): string {
  const { clauses } = written.standard
  const title = Array.isArray(clauses)
    ? undefined
    : (clauses as Readonly<Record<string, string>> | undefined)?.[clause]
  return title === undefined ? clause : `${clause} ${title}`
}

function conditionLines(index: number, { written, tell }: Bench): readonly string[] {
  const { criterion } = written.entries[index]!
  const { applies } = written.standard
  const conditions = [
    ['applies', applies],
    ['when', criterion.when],
    ['unless', criterion.unless]
  ] as const
  const required = requirementsOf(criterion.requires)
  return [
    ...conditions.flatMap(([key, condition]) =>
      condition === undefined
        ? []
        : [tell(key), ...inset(conditionInWords(condition, written.standard, tell))]
    ),
    ...(required.length > 0 ? [tell('requires')] : []),
    ...inset(required.map(({ id, wanted }) => tell('requires.one', { id, wanted: tell(wanted) })))
  ]
}

function showFact(value: unknown): string {
  return typeof value === 'object' && value !== null ? Object.values(value).join(' ') : String(value)
}

function exampleLines(word: string, example: ExampleSource): readonly string[] {
  const parts = typeof example === 'string' || Array.isArray(example) ? { talk: example } : example
  const { talk = [], ...facts } = parts as Exclude<ExampleSource, string | readonly string[]>
  const { fields = {}, ...contact } = facts
  const shown = Object.entries({ ...contact, ...fields }).map(
    ([name, value]) => `${name}: ${showFact(value)}`
  )
  const lines = [talk].flat().flatMap(text => text.trim().split('\n'))
  return [...(shown.length > 0 ? [`{ ${shown.join(', ')} }`] : []), ...lines].map((line, i) =>
    i === 0 ? `${word}: ${line.trim()}` : `  ${line.trim()}`
  )
}
