import { listParts } from '../checks/script/part.ts'
import { COVERAGE, scriptParts, SIMILARITY, type ScriptSource } from '../checks/script/source.ts'
import type { PatternSource } from '../pattern/source.ts'
import { isGap } from '../pattern/wording.ts'
import type { Bench } from './bench.ts'
import { inset, patternInWords } from './pattern-words.ts'
import { anchorsInWords, scopeInWords, speakerInWords } from './scope-words.ts'
import { capital } from './text.ts'

/** A script part by part, with how near to it one must come and what must stand in its slots. */
export function scriptInWords(options: unknown, { tell, written }: Bench): readonly string[] {
  const source = options as ScriptSource
  const parts = scriptParts(source)
  const { standard } = written
  const { coverage = COVERAGE, similarity = SIMILARITY, order = 'loose', slots = {} } = parts
  const share = coverage === COVERAGE ? tell('script.all') : tell('script.share', { share: coverage })
  const who = { by: speakerInWords(parts, 'agent', tell), in: scopeInWords(parts, tell) }
  const listed = listParts(source)
  const lines = listed.flatMap(({ any, optional, title }, i) => {
    const [first = '', ...others] = patternInWords(any, standard, tell)
    const head = title === undefined ? first : `${title}: ${first}`
    return [
      `${i + 1}. ${head}`,
      ...others.map(line => `   ${line}`),
      ...(optional === true ? [`   ${tell('steps.optional')}`] : [])
    ]
  })
  return [
    capital(tell(listed.length === 1 ? 'script.one' : `script.${order}`, { ...who, share })),
    ...inset(lines),
    ...Object.entries(slots).flatMap(([name, slot]) => slotInWords(name, slot)),
    tell(parts.sound === true ? 'script.sound' : 'script.similarity', { share: similarity }),
    ...(parts.partial === true ? [tell('script.partial')] : []),
    ...anchorsInWords(parts, standard, tell)
  ]

  function slotInWords(name: string, slot: PatternSource): readonly string[] {
    const values = { slot: `{${name}}` }
    if (typeof slot === 'string' && isGap(slot)) return [tell('script.anything', values)]
    return [tell('script.slot', values), ...inset(patternInWords(slot, standard, tell))]
  }
}
