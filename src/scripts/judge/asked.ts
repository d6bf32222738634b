import { scriptParts, type ScriptSource } from '../../checks/script/source.ts'
import { scopeOf } from '../../checks/spoken.ts'
import type { SpokenSource } from '../../checks/sources.ts'
import type { DeedParts, StepParts, StepSource, StepsParts, StepsSource } from '../../checks/steps/source.ts'
import type { CheckSource } from '../../checks/check.ts'
import type { By } from '../../checks/view.ts'
import type { Entry } from '../../standard/entries.ts'
import { checkNames } from '../../standard/schema.ts'

/** Whether a criterion asks that the agent or a bot says something, which a script can do. */
export function asksForWords({ criterion }: Entry): boolean {
  return asks(criterion as unknown as CheckSource)
}

/** Whether a criterion forbids that something is said, by any key of its check. */
export function forbidsWords({ criterion }: Entry): boolean {
  return checkNames.some(name => holdsBan(name, (criterion as unknown as CheckSource)[name]))
}

function holdsBan(key: string, value: unknown): boolean {
  if (value === undefined || value === null) return false
  if (key === 'avoid' || key === 'never' || key === 'not') return true
  return typeof value === 'object' && Object.entries(value).some(([name, part]) => holdsBan(name, part))
}

/** Whether words that a criterion forbids are made up for by something else, one of several checks being enough. */
export function isExcusable({ criterion }: Entry): boolean {
  const { any: either = [], of = [] } = criterion as unknown as Partial<
    Record<'any' | 'of', readonly CheckSource[]>
  >
  return [...either, ...of].some(part => part['avoid'] !== undefined)
}

function asks(source: CheckSource): boolean {
  const { say, answer, script, steps } = source as {
    readonly say?: SpokenSource
    readonly answer?: { readonly with?: unknown }
    readonly script?: ScriptSource
    readonly steps?: StepsSource
  }
  // What stands under `not` must not be said.
  const parts = (['all', 'any', 'of'] as const).flatMap(key => {
    const list = source[key]
    return Array.isArray(list) ? (list as readonly CheckSource[]) : []
  })
  return (
    (say !== undefined && isOurs(scopeOf(say).by) && !isBan(say)) ||
    answer?.with !== undefined ||
    (script !== undefined && isOurs(scriptParts(script).by)) ||
    (steps !== undefined && listSteps(steps).some(isOurStep)) ||
    parts.some(asks)
  )
}

const isOurs = (by: By | undefined): boolean =>
  by === undefined || by === 'agent' || by === 'bot' || by === 'anyone'

/** `say: { not: … }` and nothing else asks for nothing. */
function isBan(source: SpokenSource): boolean {
  if (typeof source === 'string' || Array.isArray(source)) return false
  const kept = Object.entries(source).filter(([, value]) => value !== undefined)
  const said = ['any', 'all', 'of', 'near', 'like', 'sounds', 'words', 'forms', 'entity']
  return !kept.some(([key]) => said.includes(key))
}

function listSteps(source: StepsSource): readonly StepSource[] {
  return Array.isArray(source) ? (source as readonly StepSource[]) : (source as StepsParts).of
}

function isOurStep(step: StepSource): boolean {
  if (typeof step === 'string' || Array.isArray(step)) return true
  const parts = step as StepParts
  const deeds: readonly DeedParts[] = parts.one_of
    ? parts.one_of.map(deed => (typeof deed === 'string' || Array.isArray(deed) ? {} : (deed as DeedParts)))
    : [parts]
  return deeds.some(deed => deed.event === undefined && isOurs(deed.by))
}
