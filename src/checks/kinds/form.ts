import * as z from 'zod'
import type { FieldValue } from '../../model/contact.ts'
import type { FieldEvidence } from '../../model/evaluation.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { compileRule, ruleSchema, type Rule, type RuleFault, type RuleSource } from '../form/rule.ts'
import { contactNames, readContact } from '../view.ts'

const empties = ['fail', 'unknown'] as const

/** Fields by name with what is asked of each; `partial` and `empty` say how to judge. */
type FormOptions = Readonly<Record<string, RuleSource | boolean | (typeof empties)[number] | undefined>>

/** A field of the form on one contact. */
interface Entry {
  readonly name: string
  readonly value: FieldValue | undefined
  readonly fault: RuleFault | undefined
}

/**
 * The fields of a record must be filled and well formed; every one that is not is a breach. Of a contact that has
 * none of them it cannot be said whether the record is empty or lies elsewhere: that is unknown, or a failure where
 * `empty` says so. Values of variables do not stand in for fields.
 */
export const form: CheckKind<FormOptions> = {
  name: 'form',
  options: z
    .object({
      partial: z
        .union([z.boolean(), ruleSchema])
        .optional()
        .describe('true: the share of fields that are right is earned.'),
      empty: z
        .union([z.enum(empties), ruleSchema])
        .optional()
        .describe('What it is when none of the fields is there: unknown (default) or fail.')
    })
    .catchall(ruleSchema) as z.ZodType<FormOptions>,
  compile(options, env) {
    const rules = compileRules(options, env)
    if (rules.length === 0) env.report({ kind: 'too-few' }, [])

    return view => {
      const entries = rules.map(([name, rule]): Entry => {
        const value = readContact(view.contact, name)
        return { name, value, fault: rule(value, view) }
      })
      const wrong = entries.filter(({ fault }) => fault)
      if (wrong.length === 0) return { status: 'pass', earned: 1, evidence: entries.map(toEvidence) }
      if (options['empty'] !== 'fail' && entries.every(({ value }) => value === undefined)) {
        const fields = entries.map(({ name }) => name).join(', ')
        return { status: 'unknown', reason: env.say('missingField', { fields }) }
      }
      return {
        status: 'fail',
        earned: options['partial'] === true ? 1 - wrong.length / entries.length : 0,
        count: wrong.length,
        evidence: wrong.map(toEvidence),
        message: describe(wrong, env)
      }
    }
  }
}

function compileRules(options: FormOptions, env: CompileEnv): readonly (readonly [string, Rule])[] {
  return Object.entries(options).flatMap(([name, source]) => {
    if (source === undefined || typeof source === 'boolean' || source === 'fail' || source === 'unknown')
      return []
    if (!Object.hasOwn(env.fields, name) && !(contactNames as readonly string[]).includes(name)) {
      env.report({ kind: 'unknown-field', value: name }, [name])
    }
    return [[name, compileRule(source, env, [name])] as const]
  })
}

function toEvidence({ name, value }: Entry): FieldEvidence {
  return { field: name, value: value ?? null }
}

function describe(wrong: readonly Entry[], { say }: CompileEnv): string {
  const missing = wrong.filter(({ fault }) => fault?.kind === 'missing').map(({ name }) => name)
  const bad = wrong.flatMap(({ name, value, fault }) =>
    fault?.kind === 'bad' ? [say('formBad', { field: name, value: String(value), why: fault.why })] : []
  )
  return [...(missing.length > 0 ? [say('formMissing', { fields: missing.join(', ') })] : []), ...bad].join(
    '; '
  )
}
