import { scopeOf } from '../../../checks/spoken.ts'
import type { ScopeSource } from '../../../checks/scope.ts'
import { listParts } from '../../../checks/script/part.ts'
import { COVERAGE, scriptParts, type ScriptSource } from '../../../checks/script/source.ts'
import type { StepParts, StepSource, StepsParts, StepsSource } from '../../../checks/steps/source.ts'
import type { SpokenSource } from '../../../checks/sources.ts'
import { createPassage, type Passage } from '../../../pattern/passage.ts'
import { linkPattern } from '../../../pattern/link.ts'
import { resolvePattern, type Path } from '../../../pattern/resolve.ts'
import type { PatternSource } from '../../../pattern/source.ts'
import type { Entry } from '../../entries.ts'
import { all, not } from '../logic/decide.ts'
import { situationOf } from '../logic/situation.ts'
import { checksOf, type PlacedCheck } from '../phrases/checks.ts'
import { demandsOf, judgeDemand, type Demand, type Forbids } from '../phrases/forbidden.ts'
import { relate, type Relation } from '../phrases/region.ts'
import { createStand, type Stand } from '../phrases/samples.ts'
import type { LintCode, LintRule, LintSubject } from '../rule.ts'

/** Something that must be said. */
export interface Required extends Demand {
  readonly entry: Entry
  readonly scope: ScopeSource
  /** The trigger, when it must be said in a reply. */
  readonly reply?: string | undefined
}

/** Something that must not be said. */
interface Forbidden {
  readonly entry: Entry
  readonly path: Path
  readonly scope: ScopeSource
  /** The trigger, when it is banned from a reply. */
  readonly reply?: string | undefined
  /** Whether the agent gives the trigger, and so may say beforehand what is banned after it. */
  readonly own?: boolean | undefined
  readonly forbids: Forbids
}

/**
 * What one criterion requires, no other forbids, nor itself. Each part that must be said is tried by looking for the
 * forbidden pattern in its phrases; parts that are forbidden only in combination are not found. Where a ban holds for
 * all that the requirement covers, a part of which no wording is left can never be satisfied; elsewhere the two may
 * get into each other's way.
 */
export const contradictions: LintRule = (subject, report) => {
  const { standard, source } = subject
  const stand = createStand(standard.vars ?? {})
  const passageOf = keepPassages()
  const bans = subject.entries.flatMap(entry => bansOf(entry, subject, stand, passageOf))
  for (const required of subject.entries.flatMap(requirementsOf)) {
    for (const ban of bans) {
      const relation = meet(required, ban, subject)
      if (relation === 'apart') continue
      const verdict = judgeDemand(required.source, ban.forbids, standard.lexicons ?? {}, stand)
      if (verdict.extent === 'none' || (verdict.extent === 'some' && !overlapsFor(required, ban))) continue
      const line = source.placeOf(ban.path).line ?? 0
      const what = list(verdict.names)
      const values = { value: required.entry.criterion.id, what, other: ban.entry.criterion.id, line }
      report(codeFor(verdict.extent, relation), source.placeOf(required.path), values)
    }
  }
}

/** Whether it is certain that the words are banned somewhere they may stand. */
function overlapsFor(required: Required, ban: Forbidden): boolean {
  return ban.reply !== undefined || placeOf(required, ban) === 'inside'
}

function codeFor(extent: 'all' | 'some', relation: Relation): LintCode {
  if (extent === 'some') return 'lint/contradiction-partly'
  return relation === 'inside' ? 'lint/contradiction' : 'lint/contradiction-at-times'
}

const SHOWN = 5

function list(names: readonly string[]): string {
  const shown = [...new Set(names)].map(name => `"${name}"`)
  return shown.length > SHOWN ? `${shown.slice(0, SHOWN).join(', ')}, … (${shown.length})` : shown.join(', ')
}

interface Checks {
  readonly say?: SpokenSource
  readonly avoid?: SpokenSource & { readonly max?: number }
  readonly answer?: {
    readonly to: SpokenSource
    readonly with?: PatternSource
    readonly never?: PatternSource
  }
}

/** What a criterion requires, be it through parts that must all hold. */
export function requirementsOf(entry: Entry): readonly Required[] {
  return neededChecks(entry).flatMap(({ source, path }) => {
    const { say, answer } = source as Checks
    const found: Required[] = []
    if (say !== undefined) {
      const demands = demandsOf(say as PatternSource, [...path, 'say'])
      found.push(...demands.map(demand => ({ ...demand, entry, scope: scopeOf(say) })))
    }
    if (answer?.with !== undefined) {
      const demands = demandsOf(answer.with, [...path, 'answer', 'with'])
      found.push(...demands.map(demand => ({ ...demand, entry, scope: {}, reply: JSON.stringify(answer.to) })))
    }
    found.push(...scriptDemands(source['script'] as ScriptSource | undefined, [...path, 'script'], entry))
    found.push(...stepDemands(source['steps'] as StepsSource | undefined, [...path, 'steps'], entry))
    return found
  })
}

function bansOf(
  entry: Entry,
  subject: LintSubject,
  stand: Stand,
  passageOf: (text: string) => Passage
): readonly Forbidden[] {
  return neededChecks(entry).flatMap(({ source: check, path: base }) => {
    const { say, avoid, answer } = check as Checks
    const ban = (source: PatternSource, keys: Path, scope: ScopeSource, reply?: string): Forbidden => {
      const path = [...base, ...keys]
      return { entry, path, scope, reply, forbids: forbidsOf(source, path, subject, stand, passageOf) }
    }
    const found: Forbidden[] = []
    // What is tolerated once is not forbidden.
    if (avoid !== undefined && !(isObject(avoid) && (avoid.max ?? 0) > 0)) {
      found.push(ban(avoid as PatternSource, ['avoid'], scopeOf(avoid)))
    }
    if (isObject(say) && say.not !== undefined) found.push(ban(say.not, ['say', 'not'], scopeOf(say)))
    if (answer?.never !== undefined) {
      const own = scopeOf(answer.to).by === 'agent'
      found.push({ ...ban(answer.never, ['answer', 'never'], {}, JSON.stringify(answer.to)), own })
    }
    return found
  })
}

/** What the steps that may not be left out ask to be said. */
function stepDemands(source: StepsSource | undefined, path: Path, entry: Entry): readonly Required[] {
  if (source === undefined) return []
  const [steps, base] = Array.isArray(source)
    ? [source as readonly StepSource[], path]
    : [(source as StepsParts).of, [...path, 'of']]
  return steps.flatMap((step, i): readonly Required[] => {
    const parts: StepParts = typeof step === 'string' || Array.isArray(step) ? {} : (step as StepParts)
    if (parts.optional === true || parts.event !== undefined || parts.one_of) return []
    const scope: ScopeSource = { by: parts.by }
    return demandsOf(step as PatternSource, [...base, i]).map(demand => ({ ...demand, entry, scope }))
  })
}

/** What the parts of a script ask to be said, where none of them may be left out. */
function scriptDemands(source: ScriptSource | undefined, path: Path, entry: Entry): readonly Required[] {
  if (source === undefined) return []
  const { by, in: stretch, coverage = COVERAGE } = scriptParts(source)
  if (coverage !== COVERAGE) return []
  const scope: ScopeSource = { by, in: stretch }
  return listParts(source).flatMap(({ any: wordings, optional, at }) =>
    optional === true ? [] : [{ source: wordings, path: [...path, ...at], entry, scope }]
  )
}

function neededChecks(entry: Entry): readonly PlacedCheck[] {
  return checksOf(entry).filter(({ needed }) => needed)
}

function isObject(source: SpokenSource | undefined): source is Extract<SpokenSource, { readonly not?: unknown }> {
  return typeof source === 'object' && !Array.isArray(source)
}

/** Every ban looks at the same phrases, which need be folded only once. */
function keepPassages(): (text: string) => Passage {
  const passages = new Map<string, Passage>()
  return text => {
    const passage = passages.get(text) ?? createPassage({ by: 'agent', text }, 0)
    passages.set(text, passage)
    return passage
  }
}

function forbidsOf(
  source: PatternSource,
  path: Path,
  { patterns }: LintSubject,
  stand: Stand,
  passageOf: (text: string) => Passage
): Forbids {
  const pattern = linkPattern(resolvePattern(source, patterns, path))
  return text => {
    const passage = passageOf(text)
    const finding = pattern.find([passage], stand, 'every')
    return finding.matched && finding.hits.length > 0
  }
}

/** Whether a ban holds wherever a requirement does (inside), at times (open), or never (apart). */
function meet(required: Required, ban: Forbidden, subject: LintSubject): Relation {
  const place = placeOf(required, ban)
  if (place === 'apart' || required.entry === ban.entry) return place
  const { logic } = subject
  const [one, other] = [required, ban].map(({ entry }) => situationOf(entry.criterion, subject)) as [string, string]
  if (logic.decide(all([one, other])) === 'never') return 'apart'
  const implied = logic.decide(all([one, not(other)])) === 'never'
  return place === 'inside' && implied ? 'inside' : 'open'
}

function placeOf(required: Required, ban: Forbidden): Relation {
  if (ban.reply !== undefined) {
    // A reply is the agent's; whether two triggers arise together is known only when they are the same.
    if (required.reply === undefined)
      return ban.own || relate(required.scope, {}) === 'apart' ? 'apart' : 'open'
    return required.reply === ban.reply ? 'inside' : 'apart'
  }
  const relation = relate(required.scope, ban.scope)
  if (relation !== 'open' || required.reply !== undefined) return relation
  // Where the ban covers only a part of where the words may stand, they can be said elsewhere.
  return relate(ban.scope, required.scope) === 'inside' ? 'apart' : 'open'
}
