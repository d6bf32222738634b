import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { FieldValue } from '../../model/contact.ts'
import { createPassage } from '../../pattern/passage.ts'
import type { Path } from '../../pattern/resolve.ts'
import { patternSchema, type PatternSource } from '../../pattern/source.ts'
import { tidy } from '../../text/tidy.ts'
import type { CompileEnv } from '../check.ts'
import { coerceField, fieldTypes, type FieldType } from '../fields.ts'
import type { ContactView } from '../view.ts'

interface RuleParts {
  readonly type?: FieldType | undefined
  readonly matches?: PatternSource | undefined
  readonly one_of?: readonly (string | number)[] | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  readonly optional?: boolean | undefined
}

/** What is asked of one field of a form: to be filled, to be of a type, or more. */
export type RuleSource = 'required' | FieldType | RuleParts

export const ruleSchema: z.ZodType<RuleSource> = z
  .union([
    z.enum(['required', ...fieldTypes]),
    closed({
      type: z.enum(fieldTypes).optional().describe('What it must be readable as.'),
      matches: patternSchema.optional().describe('What its text must hold; /^…$/o for the whole of it.'),
      one_of: z
        .array(z.union([z.string(), z.number()]))
        .min(1)
        .optional()
        .describe('The values it may have.'),
      min: z.number().optional().describe('The least number.'),
      max: z.number().optional().describe('The greatest number.'),
      optional: z.boolean().optional().describe('May be empty; what is filled in must be right all the same.')
    })
  ])
  .meta({ id: 'field-rule', description: 'required, a type, or what the field must be like.' })

/** What is wrong with a field: `missing`, or why what is written there will not do. `undefined`: nothing. */
export type RuleFault = { readonly kind: 'missing' } | { readonly kind: 'bad'; readonly why: string }

export type Rule = (value: FieldValue | undefined, view: ContactView) => RuleFault | undefined

export function compileRule(source: RuleSource, env: CompileEnv, at: Path): Rule {
  const parts = partsOf(source)
  const tests = compileTests(parts, env, at)
  return (value, view) => {
    if (value === undefined || !isFilled(value))
      return parts.optional === true ? undefined : { kind: 'missing' }
    for (const test of tests) {
      const why = test(value, view)
      if (why !== undefined) return { kind: 'bad', why }
    }
    return undefined
  }
}

function partsOf(source: RuleSource): RuleParts {
  if (typeof source !== 'string') return source
  return source === 'required' ? {} : { type: source }
}

/** White space fills nothing; "none", in any language, does. */
function isFilled(value: FieldValue): boolean {
  return value !== null && String(value).trim() !== ''
}

/** Says what is wrong with a value, `undefined` when it is right. */
type Test = (value: FieldValue, view: ContactView) => string | undefined

function compileTests(parts: RuleParts, env: CompileEnv, at: Path): readonly Test[] {
  const { say } = env
  const { matches, one_of: choices, min, max } = parts
  const type = parts.type ?? (min === undefined && max === undefined ? undefined : 'number')
  const tests: Test[] = []
  if (type !== undefined) {
    const reason = say('formType', { type: say(`type.${type}`) })
    tests.push(value => (coerceField(value, type) === undefined ? reason : undefined))
  }
  if (min !== undefined || max !== undefined) tests.push(value => rangeFault(value, min, max, env))
  if (choices) {
    const known = new Set(choices.map(choice => tidy(String(choice))))
    const reason = say('formChoice', { allowed: choices.join(', ') })
    tests.push(value => (known.has(tidy(String(value))) ? undefined : reason))
  }
  if (matches !== undefined) {
    const pattern = env.pattern(matches, [...at, 'matches'])
    const reason = say('formPattern', { what: pattern.label })
    tests.push((value, view) => {
      const passage = createPassage({ by: 'system', text: String(value).trim() }, 0)
      return pattern.find([passage], view, 'first').matched ? undefined : reason
    })
  }
  return tests
}

function rangeFault(
  value: FieldValue,
  min: number | undefined,
  max: number | undefined,
  { say }: CompileEnv
): string | undefined {
  const number = Number(coerceField(value, 'number'))
  if (min !== undefined && number < min) return say('formBelow', { bound: min })
  if (max !== undefined && number > max) return say('formAbove', { bound: max })
  return undefined
}
