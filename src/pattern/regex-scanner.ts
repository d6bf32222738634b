import type { Scanner } from './scanner.ts'

// In longer texts a plain loop could cost the square of their length.
const LONG = 1000

/** Finds what a regular expression matches. `guarded` is the same expression for long texts. */
function createRegexScanner(source: string, flags: string, guarded: string | undefined): Scanner {
  const usual = createEngine(source, flags)
  let careful: Engine | undefined

  return {
    next(text, from, accept) {
      const { tester, finder } =
        guarded === undefined || text.length < LONG ? usual : (careful ??= createEngine(guarded, flags))
      if (from === 0 && !tester.test(text)) return undefined
      finder.lastIndex = from
      for (let match = finder.exec(text); match !== null; match = finder.exec(text)) {
        const to = match.index + match[0].length
        if (to > match.index && (!accept || accept(match.index, to))) return { from: match.index, to }
        finder.lastIndex = match.index + 1
      }
      return undefined
    }
  }
}

interface Engine {
  // Testing first is cheap: most turns hold no match, and `exec` pays for its result.
  readonly tester: RegExp
  readonly finder: RegExp
}

function createEngine(source: string, flags: string): Engine {
  return { tester: new RegExp(source, flags), finder: new RegExp(source, `${flags}g`) }
}

/** Finds whichever of several expressions matches first, of those that match at a place the first in the list. */
export function createAlternation(
  parts: readonly { readonly source: string; readonly guarded?: string | undefined }[],
  flags: string
): Scanner {
  const join = (sources: readonly string[]): string =>
    sources.length === 1 ? sources[0]! : sources.map(source => `(?:${source})`).join('|')
  const guarded = parts.some(part => part.guarded !== undefined)
    ? join(parts.map(part => part.guarded ?? part.source))
    : undefined
  return createRegexScanner(join(parts.map(part => part.source)), flags, guarded)
}
