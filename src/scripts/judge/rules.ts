import type { ScriptRule } from '../rule.ts'
import { conflicts } from './rules/conflicts.ts'
import { covered } from './rules/covered.ts'
import { forbidden } from './rules/forbidden.ts'
import { ownPassages } from './rules/own-passages.ts'
import { satisfied } from './rules/satisfied.ts'

/** The rules that hold a library against standards. */
export const judgeRules: readonly ScriptRule[] = [forbidden, satisfied, covered, conflicts, ownPassages]
