import { judgeRules } from './judge/rules.ts'
import type { ScriptRule } from './rule.ts'
import { contradictions } from './rules/contradictions.ts'
import { length } from './rules/length.ts'
import { blanks, declaredSlots, mixedSlots, slotSpellings } from './rules/slots.ts'

/** Every rule that libraries are audited by. */
export const scriptRules: readonly ScriptRule[] = [
  blanks,
  declaredSlots,
  slotSpellings,
  mixedSlots,
  length,
  contradictions,
  ...judgeRules
]
