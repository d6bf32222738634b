import type { Problem } from '../../diagnostics/problem.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { compileGlob } from '../../text/glob.ts'
import { isRule, namesRule } from './match.ts'
import type { Suppression } from './suppression.ts'

/** What the findings of a run can be of, so that nobody is told of suppressions that are for other runs. */
export interface Reach {
  /** All rules: criteria as `standard/criterion`, and diagnostic codes. */
  readonly rules: readonly string[]
  /** Those of them that this run does not look at. */
  readonly skipped?: ReadonlySet<string> | undefined
  /** Whether findings are of contacts and agents. */
  readonly contacts: boolean
  /** The files that are read. */
  readonly files: readonly string[]
}

/** Whether a run could meet a finding of which a suppression holds. */
export function isInReach(suppression: Suppression, reach: Reach): boolean {
  const { contact, agent, file } = suppression
  if (!reach.contacts && (contact ?? agent)) return false
  if (file && !file.map(compileGlob).some(fits => reach.files.some(fits))) return false
  return reach.rules.some(rule => !reach.skipped?.has(rule) && namesRule(suppression, rule))
}

/**
 * Names of rules that there are none of. What begins with the name of a standard, or with the room of a diagnostic, that
 * is not part of the run may well be there, unless the name looks like a slip.
 */
export function findUnknownRules(suppression: Suppression, reach: Reach): readonly Problem[] {
  const { rules } = reach
  const rooms = [...new Set(rules.map(roomOf))]
  return (suppression.rule ?? []).flatMap((name, i): Problem[] => {
    if (rules.some(rule => isRule(name, rule))) return []
    const full = name.includes('/')
    const elsewhere = full ? !rooms.includes(roomOf(name)) : !reach.contacts
    const meant = elsewhere ? suggestRoom(name, rooms, rules) : suggestRule(name, rules)
    if (elsewhere && meant === undefined) return []
    const place = suppression.rulePlaces[i]
    const problem: Problem = {
      code: 'suppress/unknown-rule',
      severity: 'warning',
      place,
      values: { value: name }
    }
    return [meant === undefined ? problem : { ...problem, meant }]
  })
}

const roomOf = (rule: string): string => rule.slice(0, rule.indexOf('/'))
const nameOf = (rule: string): string => rule.slice(rule.indexOf('/') + 1)

/** What is cut off by `*` cannot be compared. */
function suggestRule(name: string, rules: readonly string[]): string | undefined {
  if (name.endsWith('*')) return undefined
  return suggest(name, name.includes('/') ? rules : rules.map(nameOf))
}

/** A rule of the run whose standard is called almost so. */
function suggestRoom(name: string, rooms: readonly string[], rules: readonly string[]): string | undefined {
  const room = name.includes('/') ? suggest(roomOf(name), rooms) : undefined
  const meant = `${room}/${nameOf(name)}`
  return room !== undefined && rules.some(rule => isRule(meant, rule)) ? meant : undefined
}
