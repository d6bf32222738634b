import * as z from 'zod'
import { closed } from '../../diagnostics/closed.ts'
import type { Evidence, Outcome } from '../../model/evaluation.ts'
import { quoteHit, type Hit, type Passage, type Window } from '../../pattern/passage.ts'
import type { Pattern } from '../../pattern/pattern.ts'
import { patternSchema, type PatternSource } from '../../pattern/source.ts'
import { parseDuration } from '../../text/quantity.ts'
import type { CheckKind, CompileEnv } from '../check.ts'
import { splitRuns } from '../scope.ts'
import { compileSpoken, quoteAll, spokenSchema, wordsOf } from '../spoken.ts'
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

/** Where the reply to a trigger is looked for; `null` when that needs times which are not there. */
type ReplyWindow = (trigger: Passage, view: ContactView) => Window | null

/** One trigger and what was said to it. */
interface Exchange {
  readonly trigger: Hit
  readonly reply: Window
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
    const wanted = options.with === undefined ? undefined : env.pattern(options.with, ['with'])
    const banned = options.never === undefined ? undefined : env.pattern(options.never, ['never'])
    const replyTo = parseWithin(options.within ?? '2 runs')
    if (!replyTo) env.report({ kind: 'within', value: options.within ?? '' }, ['within'])
    const judge = createJudge(wanted, banned, env)
    const notArisen: Outcome = { status: 'na', reason: env.say('noTrigger', { what: to.pattern.label }) }

    return view => {
      const search = to.search(view, 'every')
      if (search.kind === 'closed') return search.outcome
      if (!search.finding.matched || !replyTo) return notArisen
      const exchanges = collectExchanges(search.finding.hits, replyTo, view)
      if (!exchanges) return { status: 'unknown', reason: env.say('noTimes') }
      const open = exchanges.filter(({ reply }) => reply.length > 0 || view.value('ended_by') !== 'customer')
      if (open.length === 0) return { status: 'na', reason: env.say('triggerAtEnd') }
      return decide(
        pick(open, options.each ?? 'every').map(exchange => judge(exchange, view)),
        options.each
      )
    }
  }
}

function createJudge(
  wanted: Pattern | undefined,
  banned: Pattern | undefined,
  env: CompileEnv
): (exchange: Exchange, view: ContactView) => Exclude<Outcome, { status: 'na' | 'unknown' }> {
  return ({ trigger, reply }, view) => {
    const asked = quoteHit(trigger)
    const said = wanted?.find(reply, view, 'first')
    const slip = banned?.find(reply, view, 'every')
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

/** Triggers with their replies; several triggers in a row that share their reply count as one. */
function collectExchanges(hits: readonly Hit[], replyTo: ReplyWindow, view: ContactView): Exchange[] | null {
  const exchanges: Exchange[] = []
  let answered: number | undefined
  for (const trigger of hits) {
    const reply = replyTo(trigger.passage, view)
    if (!reply) return null
    const first = reply[0]?.index ?? -1
    if (first === answered) continue
    answered = first
    exchanges.push({ trigger, reply })
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

function parseWithin(text: string): ReplyWindow | undefined {
  const counted = /^(\d+)\s+(turns?|runs?)$/.exec(text.trim())
  if (counted) {
    const count = Number(counted[1])
    if (count === 0) return undefined
    return counted[2]!.startsWith('turn')
      ? (trigger, view) => agentAfter(trigger, view).slice(0, count)
      : (trigger, view) => splitRuns(agentAfter(trigger, view), view).slice(0, count).flat()
  }
  const span = parseDuration(text)
  if (span === undefined) return undefined
  return (trigger, view) => {
    const from = trigger.turn.end ?? trigger.turn.start
    if (from === undefined) return null
    return agentAfter(trigger, view).filter(
      ({ turn }) => turn.start !== undefined && turn.start <= from + span
    )
  }
}

function agentAfter(trigger: Passage, view: ContactView): Window {
  return view.turnsBy('agent').filter(({ index }) => index > trigger.index)
}
