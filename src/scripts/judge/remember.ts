import type { Hints, Prefilter } from '../../pattern/prefilter.ts'
import type { CompiledStandard } from '../../standard/standard.ts'

// What a library of thousands of scripts says in all the talks of a standard's examples.
const MOST = 50_000

/** The same standard, which looks only once at a text that is said in many talks. */
export function rememberTexts(standard: CompiledStandard): CompiledStandard {
  const { prefilter } = standard
  const seen = new Map<string, Hints>()
  const remembering: Prefilter = {
    register: texts => prefilter.register(texts),
    scan(text) {
      let hints = seen.get(text)
      if (!hints) {
        if (seen.size >= MOST) seen.clear()
        hints = prefilter.scan(text)
        seen.set(text, hints)
      }
      return hints
    }
  }
  return { ...standard, prefilter: remembering }
}
