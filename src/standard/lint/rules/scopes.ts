import type { ScopeSource } from '../../../checks/scope.ts'
import type { Path } from '../../../pattern/resolve.ts'
import { all } from '../logic/decide.ts'
import { situationOf } from '../logic/situation.ts'
import { checksOf } from '../phrases/checks.ts'
import { leastTurns } from '../phrases/region.ts'
import type { LintRule } from '../rule.ts'

/** A scope can hold a turn where its criterion applies, and a trigger leaves room for an answer. */
export const scopes: LintRule = (subject, report) => {
  const { entries, logic, source } = subject
  for (const entry of entries) {
    const situation = situationOf(entry.criterion, subject)
    const possible = logic.decide(situation) !== 'never'
    const spoken = checksOf(entry).flatMap(({ source: written, path }): (readonly [unknown, Path])[] => [
      [written['say'], [...path, 'say']],
      [written['avoid'], [...path, 'avoid']],
      [written['script'], [...path, 'script']],
      [asRecord(written['answer'])['to'], [...path, 'answer', 'to']]
    ])
    for (const [value, path] of spoken) {
      const scope = asRecord(value) as ScopeSource
      const by = scope.by ?? (path.at(-1) === 'to' ? 'customer' : 'agent')
      if (value === undefined || (by !== 'agent' && by !== 'customer')) continue
      const least = leastTurns(scope)
      // A speaker who says nothing makes the criterion not applicable anyway; the contact then has no such turn.
      const room = `${by}_turns >= ${least} && turn_count >= ${least}`
      const empty = possible && logic.decide(all([situation, room])) === 'never'
      const unanswerable = path.at(-1) === 'to' && by === 'agent' && /^last(?:\s+1)?\s+turns?$/.test(scope.in ?? '')
      if (empty || unanswerable) {
        const shown = [by, scope.in].filter(part => part !== undefined).join(', ')
        report('lint/empty-scope', source.placeOf('in' in scope ? [...path, 'in'] : path), { value: shown })
      }
    }
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
