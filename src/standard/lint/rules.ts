import type { LintRule } from './rule.ts'
import { bands } from './rules/bands.ts'
import { clauses } from './rules/clauses.ts'
import { completeness } from './rules/completeness.ts'
import { conditions } from './rules/conditions.ts'
import { contradictions } from './rules/contradictions.ts'
import { examples } from './rules/examples.ts'
import { expressions } from './rules/expressions.ts'
import { gaps } from './rules/gaps.ts'
import { idleAvoid } from './rules/idle-avoid.ts'
import { lexiconEntries } from './rules/lexicon-entries.ts'
import { measureBounds } from './rules/measure-bounds.ts'
import { metrics } from './rules/metrics.ts'
import { scopes } from './rules/scopes.ts'
import { scripts } from './rules/scripts.ts'
import { severities } from './rules/severities.ts'
import { unusedNames } from './rules/unused-names.ts'
import { weights } from './rules/weights.ts'

/** Every rule that standards are judged by. */
export const lintRules: readonly LintRule[] = [
  weights,
  bands,
  severities,
  contradictions,
  completeness,
  lexiconEntries,
  unusedNames,
  conditions,
  measureBounds,
  metrics,
  scopes,
  scripts,
  expressions,
  gaps,
  idleAvoid,
  clauses,
  examples
]
