import * as z from 'zod'
import type { Path } from '../pattern/resolve.ts'
import type { CompileEnv } from './check.ts'
import type { Condition, ConditionSource, ConditionVerdict, SaidSource } from './sources.ts'
import { compileSpoken, saidSchema } from './spoken.ts'

export const conditionSchema: z.ZodType<ConditionSource> = z
  .lazy(() => z.union([z.string().min(1), z.array(conditionSchema).min(1), saidSchema]))
  .meta({
    id: 'condition',
    description: 'An expression over fields, something said, or a list: all of them.'
  })

const yes: ConditionVerdict = { kind: 'value', value: true }
const no: ConditionVerdict = { kind: 'value', value: false }

export function compileCondition(source: ConditionSource, env: CompileEnv, at: Path): Condition {
  if (typeof source === 'string') return compileExpressionCondition(source, env, at)
  if (isList(source)) return compileEach(source.map((part, i) => compileCondition(part, env, [...at, i])))
  return compileSaid(source, env, at)
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
      return spoken.pattern.find([], view, 'first').matched ? yes : no
    }
  }
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
