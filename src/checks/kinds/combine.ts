import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import {
  anyCheck,
  type AnyCheck,
  type CheckKind,
  type CheckSource,
  type CompileEnv,
  type Judge
} from '../check.ts'
import { atLeast, negate } from '../combine/outcomes.ts'
import { compileCheck, keysOfChecks } from '../compile-check.ts'

type Parts = readonly CheckSource[]

/**
 * Checks made of other checks: `all`, `any`, `not`, and `of` with `at_least`. `kinds` gives every kind there is, these
 * among them, once all are known.
 */
export function createCombinations(kinds: () => readonly AnyCheck[]): readonly AnyCheck[] {
  const part: z.ZodType<CheckSource> = z.lazy(() =>
    (closed(keysOfChecks(kinds())) as z.ZodType<CheckSource>).meta({
      id: 'check',
      description: 'One check: a map with the key of its kind.'
    })
  )
  const parts = z.array(part).min(1)

  function compilePart(source: CheckSource, name: string, env: CompileEnv): Judge {
    return compileCheck(source, kinds(), env, () => {
      const allowed = kinds().map(kind => kind.name)
      env.report({ kind: 'part-check', value: name, allowed: allowed.join(', ') }, [])
    })
  }

  function compileParts(sources: Parts, name: string, env: CompileEnv, count: number): Judge {
    const judges = sources.map((source, i) => compilePart(source, name, env.within([i])))
    return view =>
      atLeast(
        count,
        judges.map(judge => judge(view)),
        env.say
      )
  }

  const all: CheckKind<Parts> = {
    name: 'all',
    options: parts.describe('Checks that must all pass; those that do not apply are left out.'),
    compile: (sources, env) => compileParts(sources, 'all', env, sources.length)
  }
  const any: CheckKind<Parts> = {
    name: 'any',
    options: parts.describe('Checks of which one must pass.'),
    compile: (sources, env) => compileParts(sources, 'any', env, 1)
  }
  const not: CheckKind<CheckSource> = {
    name: 'not',
    options: part.describe('A check that must fail.'),
    compile(source, env) {
      const judge = compilePart(source, 'not', env)
      const label = labelCheck(source)
      return view => negate(judge(view), label, env.say)
    }
  }
  const of: CheckKind<Parts> = {
    name: 'of',
    options: parts.describe('Checks of which `at_least` so many must pass.'),
    beside: { at_least: z.int().min(1).describe('How many of `of`.') },
    compile(sources, env, beside) {
      const count = Number(beside.source['at_least'] ?? 1)
      if (beside.source['at_least'] === undefined) {
        env.report({ kind: 'half-pair', value: 'of', allowed: 'at_least' }, [])
      }
      if (count > sources.length) {
        beside.env.report({ kind: 'count', value: count, allowed: sources.length }, ['at_least'])
      }
      return compileParts(sources, 'of', env, count)
    }
  }
  return [anyCheck(all), anyCheck(any), anyCheck(not), anyCheck(of)]
}

const LONGEST = 60

/** A check in a few words, for messages: its kind and what it says. */
function labelCheck(source: CheckSource): string {
  const text = Object.entries(source)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
