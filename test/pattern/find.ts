import type { Turn } from '../../src/model/contact.ts'
import { linkPattern } from '../../src/pattern/link.ts'
import type { PatternNode } from '../../src/pattern/node.ts'
import { createPassage } from '../../src/pattern/passage.ts'
import type { Want } from '../../src/pattern/pattern.ts'
import { resolvePattern, type PatternEnv, type PatternFault } from '../../src/pattern/resolve.ts'
import type { PatternSource } from '../../src/pattern/source.ts'

interface Given {
  readonly lexicons?: Readonly<Record<string, PatternSource>>
  readonly values?: Readonly<Record<string, readonly string[]>>
  readonly want?: Want
}

/** Looks for a pattern in lines (of the agent, unless they begin with `C: `) and tells what it quoted. */
export function find(pattern: PatternSource, lines: string | readonly string[], given: Given = {}) {
  const faults: PatternFault[] = []
  const env: PatternEnv = {
    lexicon: name =>
      (given.lexicons?.[name] ? resolvePattern(given.lexicons[name], env, []) : null) as PatternNode,
    knowsName: () => true,
    report: fault => void faults.push(fault)
  }
  const compiled = linkPattern(resolvePattern(pattern, env, []))
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  const turns = [lines].flat().map((line): Turn => {
    const customer = line.startsWith('C: ')
    return { by: customer ? 'customer' : 'agent', text: customer ? line.slice(3) : line }
  })
  const subject = { values: (name: string) => given.values?.[name] ?? [] }
  const window = turns.map((turn, index) => createPassage(turn, index))
  const finding = compiled.find(window, subject, given.want ?? 'every')
  return {
    matched: finding.matched,
    quotes: finding.hits.map(hit => hit.passage.turn.text.slice(hit.from, hit.to)),
    turns: finding.hits.map(hit => hit.passage.index + 1),
    missing: finding.missing.map(part => part.label),
    missed: finding.missing
  }
}
