import type { StepParts, StepSource, StepsParts, StepsSource } from '../checks/steps/source.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { Bench } from './bench.ts'
import { inset, patternInWords } from './pattern-words.ts'
import { anchorsInWords, withinInWords } from './scope-words.ts'
import { asWritten, capital } from './text.ts'

/** Steps one below the other, each with who takes it and how soon. */
export function stepsInWords(options: unknown, bench: Bench): readonly string[] {
  const { tell, written } = bench
  const source = options as StepsSource
  const parts: StepsParts = isList(source) ? { of: source } : source
  const steps = parts.of.flatMap((step, i) =>
    stepInWords(step, bench).map((line, k) => (k === 0 ? `${i + 1}. ` : '   ') + line)
  )
  const { interrupted_by: interruption } = parts
  return [
    tell(`steps.${parts.order ?? 'forward'}`),
    ...inset(steps),
    ...(parts.partial === true ? [tell('steps.partial')] : []),
    ...(interruption === undefined ? [] : [tell('steps.interrupted'), ...inset(asWritten(interruption))]),
    ...anchorsInWords(parts, written.standard, tell)
  ]
}

function stepInWords(step: StepSource, bench: Bench): readonly string[] {
  const { tell, written } = bench
  const parts: StepParts = typeof step === 'string' || isAlternatives(step) ? {} : step
  const by = tell(`by.${parts.by ?? (parts.event === undefined ? 'agent' : 'anyone')}`)
  const deed =
    parts.event !== undefined
      ? [tell('steps.hangup', { by })]
      : parts.one_of
        ? [
            tell('combine.any', { n: 1 }),
            ...parts.one_of.flatMap(way =>
              stepInWords(way, bench).map((line, i) => (i === 0 ? '  - ' : '    ') + line)
            )
          ]
        : [
            tell('condition.said', { by, in: '' }),
            ...inset(patternInWords(step as PatternSource, written.standard, tell))
          ]
  const notes = [
    ...(parts.wait === undefined ? [] : [tell('steps.wait', { wait: parts.wait })]),
    ...(parts.within === undefined
      ? []
      : [tell('steps.within', { within: withinInWords(parts.within, tell) })]),
    ...(parts.optional === true ? [tell('steps.optional')] : [])
  ]
  const head = capital(deed[0]!)
  return [parts.title === undefined ? head : `${parts.title}: ${head}`, ...deed.slice(1), ...notes]
}

function isList(source: StepsSource): source is StepsParts['of'] {
  return Array.isArray(source)
}

function isAlternatives(step: StepSource): step is readonly PatternSource[] {
  return Array.isArray(step)
}
