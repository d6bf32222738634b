import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { Evidence, Outcome } from '../../model/evaluation.ts'
import { withCaptured } from '../../pattern/captures.ts'
import { quoteHit, type Hit, type Passage, type Window } from '../../pattern/passage.ts'
import type { Pattern, Subject } from '../../pattern/pattern.ts'
import { patternSchema, type PatternSource } from '../../pattern/source.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { parseReach, type Reach } from '../reach.ts'
import { cutWindow } from '../span.ts'
import { compileSpoken, quoteAll, spokenSchema, wordsOf, type Part, type Spoken } from '../spoken.ts'
import type { SpokenSource } from '../sources.ts'
import type { ContactView } from '../view.ts'
import { missingEvidence } from './say.ts'

const triggers = ['every', 'any', 'first', 'last'] as const

interface AnswerOptions {
  readonly to: SpokenSource
  readonly with?: PatternSource | undefined
  readonly never?: PatternSource | undefined
  readonly within?: string | undefined
  readonly each?: (typeof triggers)[number] | undefined
}

export const withinExamples = '1 turn, 3 turns, 2 runs, 30s'

/** One trigger and what was said to it. */
export interface Exchange {
  readonly trigger: Hit
  readonly reply: Window
  /** With what the trigger captured. */
  readonly subject: Subject
}

/** When one side says something, the agent must say something, or must not. */
export const answer: CheckKind<AnswerOptions> = {
  name: 'answer',
  options: closed({
    to: spokenSchema.describe('What calls for an answer; said by the customer unless `by` says otherwise.'),
    with: patternSchema.optional().describe('What the agent must say then.'),
    never: patternSchema.optional().describe('What the agent must not say then.'),
    within: z
      .string()
      .optional()
      .describe(`How far the reply reaches: ${withinExamples}; 2 runs by default.`),
    each: z.enum(triggers).optional().describe('Which triggers must be answered; every one by default.')
  }),
  compile(options, env) {
    if (options.with === undefined && options.never === undefined)
      env.report({ kind: 'no-reply-pattern' }, [])
    const to = compileSpoken(options.to, env, ['to'], 'customer')
    const inner = env.withNames(to.names)
    const wanted = options.with === undefined ? undefined : inner.pattern(options.with, ['with'])
    const banned = options.never === undefined ? undefined : inner.pattern(options.never, ['never'])
    const within = parseWithin(options.within ?? '2 runs')
    if (!within) env.report({ kind: 'within', value: options.within ?? '' }, ['within'])
    const judge = createJudge(wanted, banned, env)
    const notArisen: Outcome = { status: 'na', reason: env.say('noTrigger', { what: to.pattern.label }) }

    return view => {
      const search = to.search(view, 'every')
      if (search.kind === 'closed') return search.outcome
      const triggers = collectTriggers(search.parts, to)
      if (triggers.length === 0 || !within) return notArisen
      const exchanges = collectExchanges(triggers, within, view)
      if (!exchanges) return { status: 'unknown', reason: env.say('noTimes') }
      const open = exchanges.filter(({ reply }) => reply.length > 0 || view.value('ended_by') !== 'customer')
      if (open.length === 0) return { status: 'na', reason: env.say('triggerAtEnd') }
      return decide(pick(open, options.each ?? 'every').map(judge), options.each)
    }
  }
}

function createJudge(
  wanted: Pattern | undefined,
  banned: Pattern | undefined,
  env: CompileEnv
): (exchange: Exchange) => Exclude<Outcome, { status: 'na' | 'unknown' }> {
  return ({ trigger, reply, subject }) => {
    const asked = quoteHit(trigger)
    const said = wanted?.find(reply, subject, 'first')
    const slip = banned?.find(reply, subject, 'every')
    const fail = (message: string, evidence: readonly Evidence[]) =>
      ({ status: 'fail', earned: 0, count: 1, evidence: [asked, ...evidence], message }) as const

    if (slip?.matched)
      return fail(env.say('forbiddenReply', { what: wordsOf(slip.hits) }), quoteAll(slip.hits))
    if (said && !said.matched) {
      const what = said.missing.map(part => part.label).join('; ')
      const message = env.say(reply.length === 0 ? 'unanswered' : 'wrongReply', { what })
      return fail(message, missingEvidence(said, reply))
    }
    return { status: 'pass', earned: 1, evidence: [asked, ...quoteAll(said?.hits ?? [])] }
  }
}

export type Trigger = Pick<Exchange, 'trigger' | 'subject'>

/** The triggers of all stretches in order; one that several stretches hold counts in the first of them. */
export function collectTriggers(parts: readonly Part[], to: Spoken): readonly Trigger[] {
  const known = new Map<string, Trigger>()
  for (const { finding, stretch } of parts) {
    if (!finding.matched) continue
    for (const trigger of finding.hits) {
      const key = `${trigger.passage.index}:${trigger.from}:${trigger.to}`
      if (known.has(key)) continue
      const captured = to.pattern.captures?.read([trigger])
      known.set(key, {
        trigger,
        subject: captured ? withCaptured(stretch.subject, captured) : stretch.subject
      })
    }
  }
  const triggers = [...known.values()]
  return parts.length === 1 ? triggers : triggers.sort((a, b) => inOrder(a.trigger, b.trigger))
}

const inOrder = (a: Hit, b: Hit): number => a.passage.index - b.passage.index || a.from - b.from

/** Triggers with their replies; several triggers in a row that share their reply count as one. */
export function collectExchanges(
  triggers: readonly Trigger[],
  within: Reach,
  view: ContactView
): readonly Exchange[] | null {
  const exchanges: Exchange[] = []
  let answered: number | undefined
  for (const { trigger, subject } of triggers) {
    const reply = replyTo(trigger.passage, within, view)
    if (!reply) return null
    const first = reply[0]?.index ?? -1
    if (first === answered) continue
    answered = first
    exchanges.push({ trigger, reply, subject })
  }
  return exchanges
}

function pick(exchanges: readonly Exchange[], each: (typeof triggers)[number]): readonly Exchange[] {
  if (each === 'first') return exchanges.slice(0, 1)
  return each === 'last' ? exchanges.slice(-1) : exchanges
}

type Judged = ReturnType<ReturnType<typeof createJudge>>

function decide(judged: readonly Judged[], each: AnswerOptions['each']): Outcome {
  const failed = judged.filter(outcome => outcome.status === 'fail')
  const passed = judged.find(outcome => outcome.status === 'pass')
  if (failed.length === 0 || (each === 'any' && passed)) return passed ?? judged[0]!
  const evidence = failed.flatMap(outcome => outcome.evidence)
  return { status: 'fail', earned: 0, count: failed.length, evidence, message: failed[0]!.message }
}

/** How far a reply reaches; it is never in the trigger's own turn. */
export function parseWithin(text: string): Reach | undefined {
  return text.trim().startsWith('same') ? undefined : parseReach(text)
}

/** The agent's turns behind a trigger that lie within reach; `null` when that needs times which are not there. */
function replyTo({ index, turn }: Passage, within: Reach, view: ContactView): Window | null {
  const to = within.ahead({ index, time: turn.end ?? turn.start }, 'agent', view)
  return to && cutWindow(view.turnsBy('agent'), { from: { index: index + 1, offset: 0 }, to })
}
