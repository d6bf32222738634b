import { listParts } from '../../../checks/script/part.ts'
import { scriptParts, type ScriptSource } from '../../../checks/script/source.ts'
import { parseLikeness } from '../../../checks/similarity.ts'
import { checksOf } from '../phrases/checks.ts'
import type { LintRule } from '../rule.ts'

/** A script asks for something, and a coverage below 100 % lets some of its parts be left out. */
export const scripts: LintRule = ({ entries, source }, report) => {
  for (const { source: check, path } of entries.flatMap(checksOf)) {
    const script = check['script'] as ScriptSource | undefined
    if (script === undefined) continue
    const at = [...path, 'script']
    const due = listParts(script).filter(({ optional }) => optional !== true).length
    if (due === 0) report('lint/script-optional', source.placeOfKey(at), {})
    const { coverage } = scriptParts(script)
    const share = coverage === undefined ? undefined : parseLikeness(coverage)
    if (share === undefined || share === 1 || due === 0) continue
    if (Math.ceil(share * due - 1e-9) < due) continue
    report('lint/coverage-all', source.placeOf([...at, 'coverage']), { value: coverage!, n: due })
  }
}
