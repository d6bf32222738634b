import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { Evidence } from '../../model/evaluation.ts'
import { quoteHit, type Passage } from '../../pattern/passage.ts'
import type { Pattern } from '../../pattern/pattern.ts'
import { patternSchema, type PatternSource } from '../../pattern/source.ts'
import { fold } from '../../text/fold.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { scopeKeys, type ScopeSource } from '../scope.ts'
import { countPairs, isSimilar, parseLikeness, type Pairs, type PairBudget } from '../similarity.ts'
import type { ContactView } from '../view.ts'

interface RepeatOptions extends ScopeSource {
  readonly similarity?: string | undefined
  readonly times?: number | undefined
  readonly back?: string | undefined
  readonly min_length?: number | undefined
  readonly except?: PatternSource | undefined
}

const SIMILARITY = '80%'
const MIN_LENGTH = 6
// Pairs of characters looked at in one contact: some five thousand turns, each compared with all before it.
const COMPARED_PAIRS = 200_000_000

/**
 * The speaker must not say again what was said before: a breach is a turn that is like more than `times` of the
 * speaker's own earlier turns. Likeness is Dice's coefficient: twice the pairs of neighbouring characters that two
 * turns share over all pairs of both, counted in folded text. Short turns are left alone.
 */
export const repeat: CheckKind<RepeatOptions> = {
  name: 'repeat',
  options: closed({
    ...scopeKeys,
    similarity: z.string().optional().describe(`How alike at least, ${SIMILARITY} by default.`),
    times: z.int().min(0).optional().describe('How often a turn may be repeated; 0 by default.'),
    back: z.string().optional().describe('How far back, such as 3 turns; all turns before by default.'),
    min_length: z
      .int()
      .min(2)
      .optional()
      .describe(`Shorter turns do not count; ${MIN_LENGTH} characters by default.`),
    except: patternSchema.optional().describe('Words left out of the comparison.')
  }),
  compile(options, env) {
    const by = options.by ?? 'agent'
    const scope = env.scope(options, [], by)
    const similarity = env.bound(options.similarity ?? SIMILARITY, parseLikeness, 'percent', ['similarity'])
    const except = options.except === undefined ? undefined : env.pattern(options.except, ['except'])
    const back = compileBack(options.back, env)
    const { times = 0, min_length: shortest = MIN_LENGTH } = options

    return view => {
      if (view.passages.length === 0) return { status: 'unknown', reason: env.say('noTranscript') }
      if (view.turnsBy(by).length === 0) {
        return { status: 'na', reason: env.say('noTurnsBy', { by: env.say(`by.${by}`) }) }
      }
      const window = scope(view)
      if (!window) return { status: 'unknown', reason: env.say('noTimes') }
      const least = similarity(view)
      if (least === undefined)
        return { status: 'unknown', reason: env.say('badBound', { name: 'similarity' }) }
      const told = window.map((passage): Told => {
        const text = fold(leaveOut(passage, except, view))
        return { passage, pairs: text.length < shortest ? undefined : countPairs(text) }
      })
      const budget: PairBudget = { pairs: COMPARED_PAIRS }
      const echoes = findEchoes(told, { least, times, back }, budget)
      if (budget.pairs < 0) return { status: 'unknown', reason: env.say('tooLong') }
      const [first] = echoes
      if (!first) return { status: 'pass', earned: 1, evidence: [] }
      const what = first.passage.turn.text
      const turns = { turn: first.passage.index + 1, before: first.earlier.index + 1, what }
      return {
        status: 'fail',
        earned: 0,
        count: echoes.length,
        evidence: echoes.flatMap(({ earlier, passage }) => [quoteTurn(earlier), quoteTurn(passage)]),
        message: env.say('repeated', turns)
      }
    }
  }
}

interface Told {
  readonly passage: Passage
  /** Absent where a turn is too short to count. */
  readonly pairs: Pairs | undefined
}

interface Echo {
  readonly passage: Passage
  /** The latest turn it repeats. */
  readonly earlier: Passage
}

function compileBack(text: string | undefined, env: CompileEnv): number {
  if (text === undefined) return Number.POSITIVE_INFINITY
  const match = /^(\d+)\s+turns?$/.exec(text.trim())
  if (!match) env.report({ kind: 'reach', value: text }, ['back'])
  return Number(match?.[1] ?? 0) || Number.POSITIVE_INFINITY
}

/** The text of a turn without the words that do not count. */
function leaveOut(passage: Passage, except: Pattern | undefined, view: ContactView): string {
  const safe = except?.find([passage], view, 'every').hits ?? []
  const { turn } = passage
  let text = ''
  let at = 0
  for (const { from, to } of [...safe].sort((a, b) => a.from - b.from)) {
    text += turn.text.slice(at, Math.max(at, from))
    at = Math.max(at, to)
  }
  return text + turn.text.slice(at)
}

function findEchoes(
  told: readonly Told[],
  { least, times, back }: { readonly least: number; readonly times: number; readonly back: number },
  budget: PairBudget
): readonly Echo[] {
  const echoes: Echo[] = []
  told.forEach(({ passage, pairs }, i) => {
    if (!pairs) return
    let seen = 0
    let earlier: Passage | undefined
    for (let j = i - 1; j >= Math.max(0, i - back) && seen <= times && budget.pairs >= 0; j--) {
      const other = told[j]!
      if (!other.pairs || !isSimilar(pairs, other.pairs, least, budget)) continue
      earlier ??= other.passage
      seen++
    }
    if (earlier && seen > times) echoes.push({ passage, earlier })
  })
  return echoes
}

function quoteTurn(passage: Passage): Evidence {
  return quoteHit({ passage, from: 0, to: passage.turn.text.length })
}
