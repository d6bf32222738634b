import { createExpressionSpace } from '../../../checks/expression.ts'
import type { FieldTypes } from '../../../checks/fields.ts'
import type { ConditionSource } from '../../../checks/sources.ts'
import type { ContactView } from '../../../checks/view.ts'
import type { FieldValue } from '../../../model/contact.ts'
import { collectDomains } from './domains.ts'
import { createOpaqueParts, hideOpaque } from './opaque.ts'

/** What can become of a condition: it never holds, it always holds, or there are contacts either way. */
export type Possibility = 'never' | 'always' | 'open'

/** Tells what conditions of a standard can come to. */
export interface Logic {
  /** A condition as an expression in which whatever cannot be looked into has a name. */
  formula(condition: ConditionSource): string
  /** What a formula can come to over all contacts. */
  decide(formula: string): Possibility
}

// More combinations than this are not tried: the answer is then "open".
const MOST = 20_000

/**
 * Decides conditions by trying the combinations of values at which their comparisons turn. What somebody says, and
 * parts of expressions that do more than compare, may come out either way, so "never" and "always" are certain;
 * some that are true remain unseen. Variables are tried like fields, because a contact's own field wins over them.
 */
export function createLogic(types: FieldTypes): Logic {
  const parts = createOpaqueParts()
  const known = new Map<string, Possibility>()

  function formula(condition: ConditionSource): string {
    if (typeof condition === 'string') return `(${hideOpaque(condition, types, parts)})`
    if (isList(condition)) return condition.map(formula).join(' && ')
    const { either, neither, ...said } = condition
    const one = (several: readonly ConditionSource[]): string =>
      several.map(part => `(${formula(part)})`).join(' || ')
    return all([
      ...(either ? [one(either)] : []),
      ...(neither ? [not(one(neither))] : []),
      ...(Object.keys(said).length > 0 ? [parts.nameOf(JSON.stringify(said))] : [])
    ])
  }

  function decide(text: string): Possibility {
    const answer = known.get(text) ?? tryAll(text, types, parts.names)
    known.set(text, answer)
    return answer
  }

  return { formula, decide }
}

function isList(condition: ConditionSource): condition is readonly ConditionSource[] {
  return Array.isArray(condition)
}

export const all = (formulas: readonly string[]): string =>
  formulas.length === 0 ? 'true' : formulas.map(text => `(${text})`).join(' && ')

export const not = (formula: string): string => `!(${formula})`

function tryAll(text: string, types: FieldTypes, opaque: readonly string[]): Possibility {
  const extended = { ...types, ...Object.fromEntries(opaque.map(name => [name, 'bool' as const])) }
  const compiled = createExpressionSpace(extended).compile(text)
  if (!compiled.ok) return 'open'
  const domains = [...collectDomains(text, extended)]
  const combinations = domains.reduce((product, [, values]) => product * values.length, 1)
  if (combinations > MOST) return 'open'

  let holds = false
  let fails = false
  for (let number = 0; number < combinations && !(holds && fails); number++) {
    const values = new Map<string, FieldValue | undefined>()
    let rest = number
    for (const [name, domain] of domains) {
      values.set(name, domain[rest % domain.length])
      rest = Math.floor(rest / domain.length)
    }
    const verdict = compiled.expression.evaluate(viewOf(values))
    if (verdict.kind !== 'value') continue
    if (verdict.value) holds = true
    else fails = true
  }
  if (!holds) return 'never'
  return fails ? 'open' : 'always'
}

/** A contact that has these values and nothing else. */
function viewOf(values: ReadonlyMap<string, FieldValue | undefined>): ContactView {
  const person = (prefix: string): Record<string, string> => {
    const found: Record<string, string> = {}
    for (const [name, value] of values) {
      if (name.startsWith(prefix) && value !== undefined) found[name.slice(prefix.length)] = String(value)
    }
    return found
  }
  const fields: Record<string, FieldValue> = {}
  for (const [name, value] of values) if (value !== undefined && !name.includes('.')) fields[name] = value
  const many = (name: string): never[] => Array.from<never>({ length: Number(values.get(name) ?? 0) })
  return {
    contact: { id: '', agent: person('agent.'), customer: person('customer.'), fields, turns: [] },
    passages: many('turn_count'),
    turnsBy: by => many(by === 'agent' ? 'agent_turns' : 'customer_turns'),
    value: name => values.get(name),
    values: () => [],
    mark: () => undefined
  }
}
