import * as z from 'zod'
import { closed } from '../diagnostics/closed.ts'
import type { Path } from '../pattern/resolve.ts'
import type { CompileEnv } from './check.ts'
import {
  outcomes,
  type Condition,
  type ConditionParts,
  type ConditionSource,
  type ConditionVerdict,
  type SaidSource
} from './sources.ts'
import { compileSpoken, saidKeys } from './spoken.ts'

const parts = z.lazy(() => z.array(conditionSchema).min(1))

export const conditionSchema: z.ZodType<ConditionSource> = z
  .lazy(() => z.union([z.string().min(1), z.array(conditionSchema).min(1), conditionPartsSchema]))
  .meta({
    id: 'condition',
    description:
      'An expression over fields, something said, either or neither of several, or a list: all of them.'
  })

const conditionPartsSchema: z.ZodType<ConditionParts> = closed({
  ...saidKeys,
  criterion: z.string().min(1).optional().describe('A criterion of the standard that came out as `is` says.'),
  is: z
    .union([z.enum(outcomes), z.array(z.enum(outcomes)).min(1)])
    .optional()
    .describe('How the criterion came out: pass (default), fail, na, unknown, or a list of these.'),
  either: parts.optional().describe('Conditions of which one must hold.'),
  neither: parts.optional().describe('Conditions of which none may hold.')
})

const yes: ConditionVerdict = { kind: 'value', value: true }
const no: ConditionVerdict = { kind: 'value', value: false }

export function compileCondition(source: ConditionSource, env: CompileEnv, at: Path): Condition {
  if (typeof source === 'string') return compileExpressionCondition(source, env, at)
  if (isList(source)) return compileEach(source.map((part, i) => compileCondition(part, env, [...at, i])))
  return compileParts(source, env, at)
}

/** Several keys must all hold. */
function compileParts(source: ConditionParts, env: CompileEnv, at: Path): Condition {
  const { either, neither, criterion, is, ...said } = source
  const listed = (sources: readonly ConditionSource[], key: string): readonly Condition[] =>
    sources.map((part, i) => compileCondition(part, env, [...at, key, i]))
  const found: Condition[] = []
  if (either) found.push(compileEither(listed(either, 'either')))
  if (neither) found.push(compileNeither(listed(neither, 'neither')))
  if (criterion !== undefined) found.push(compileOutcome(criterion, is, env, at))
  else if (is !== undefined)
    env.report({ kind: 'half-pair', value: 'is', allowed: 'criterion' }, [...at, 'is'])
  // Without any other key an empty object still asks for something said, and is told so.
  const empty = found.length === 0 && is === undefined
  if (empty || Object.keys(said).length > 0) found.unshift(compileSaid(said, env, at))
  const [only] = found
  return only && found.length === 1 ? only : compileEach(found)
}

function isList(source: ConditionSource): source is readonly ConditionSource[] {
  return Array.isArray(source)
}

function compileExpressionCondition(text: string, env: CompileEnv, at: Path): Condition {
  const expression = env.expression(text, at)
  return {
    text,
    test: view => {
      const verdict = expression.evaluate(view)
      switch (verdict.kind) {
        case 'value':
          return verdict.value ? yes : no
        case 'missing':
          return { kind: 'unknown', reason: env.say('missingField', { fields: verdict.fields.join(', ') }) }
        case 'error':
          return { kind: 'unknown', reason: env.say('badField', { reason: verdict.reason }) }
      }
    }
  }
}

/** A speaker who never spoke did not say it; that is known, unlike what a contact without turns holds. */
function compileSaid(source: SaidSource, env: CompileEnv, at: Path): Condition {
  const spoken = compileSpoken(source, env, at, 'anyone')
  return {
    text: `${env.say(`by.${spoken.by}`)}: ${spoken.pattern.label}`,
    test: view => {
      const search = spoken.search(view, 'first')
      if (search.kind === 'searched') return search.finding.matched ? yes : no
      if (search.outcome.status === 'unknown') return { kind: 'unknown', reason: search.outcome.reason }
      if (search.adrift) return no
      return spoken.pattern.find([], view, 'first').matched ? yes : no
    }
  }
}

/** How a criterion came out. Where that cannot be known, neither can the condition, unless it asks for just that. */
function compileOutcome(
  criterion: string,
  is: ConditionParts['is'] = 'pass',
  env: CompileEnv,
  at: Path
): Condition {
  const judge = env.criterion(criterion, [...at, 'criterion'])
  const wanted = [is].flat()
  return {
    text: `${criterion}: ${wanted.map(status => env.say(`status.${status}`)).join(' / ')}`,
    test: view => {
      const outcome = judge(view)
      if (wanted.includes(outcome.status)) return yes
      if (outcome.status !== 'unknown') return no
      return { kind: 'unknown', reason: outcome.reason }
    }
  }
}

/** One of them: true as soon as one is true, else unknown as soon as one is unknown. */
function compileEither(parts: readonly Condition[]): Condition {
  const none = compileEach(parts.map(negate))
  return { text: `(${parts.map(part => part.text).join(' || ')})`, test: view => flip(none.test(view)) }
}

function compileNeither(parts: readonly Condition[]): Condition {
  const text = `!(${parts.map(part => part.text).join(' || ')})`
  return { text, test: compileEach(parts.map(negate)).test }
}

function negate(part: Condition): Condition {
  return { text: `!(${part.text})`, test: view => flip(part.test(view)) }
}

function flip(verdict: ConditionVerdict): ConditionVerdict {
  if (verdict.kind === 'unknown') return verdict
  return verdict.value ? no : yes
}

/** All of them: false as soon as one is false, else unknown as soon as one is unknown. */
function compileEach(parts: readonly Condition[]): Condition {
  return {
    text: parts.map(part => part.text).join(' && '),
    test: view => {
      let open: ConditionVerdict = yes
      for (const part of parts) {
        const verdict = part.test(view)
        if (verdict.kind === 'value' && !verdict.value) return no
        if (verdict.kind === 'unknown') open = verdict
      }
      return open
    }
  }
}
