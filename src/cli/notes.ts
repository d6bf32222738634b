import type { Code } from '../diagnostics/catalogue.ts'
import type { Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import type { Io } from './io.ts'
import { showProblems } from './problems.ts'
import type { CommonOptions } from './settings.ts'

// After this many problems of an input only their number is told.
const SHOWN = 20

export interface NoteOptions extends CommonOptions {
  readonly maxShown?: number | undefined
}

/** What is wrong with an input, told while it is read. */
export interface Notes {
  add(problem: Problem): void
  /** Counts and shows what is wrong with the run itself, however much there is of the input. */
  warn(problem: Problem): void
  /** Shows what was asked for, which is no problem and is not counted. */
  show(note: Problem): void
  finish(): Promise<void>
  count(): number
  /** How often each code came, the commonest first. */
  byCode(): readonly (readonly [Code, number])[]
}

/** Shows what is wrong with an input as it comes, the first of them in full, all of them counted. */
export function createNotes(options: NoteOptions, lang: Lang, io: Io, before: () => void): Notes {
  const limit = options.maxShown ?? SHOWN
  const codes = new Map<Code, number>()
  let count = 0
  let warned = 0
  let writing = Promise.resolve()
  const show = (problem: Problem): void => {
    before()
    writing = writing.then(() => showProblems([problem], new Map(), lang, options, io))
  }
  const countCode = ({ code }: Problem): void => void codes.set(code, (codes.get(code) ?? 0) + 1)
  return {
    show,
    warn(problem) {
      warned++
      countCode(problem)
      if (!options.quiet) show(problem)
    },
    add(problem) {
      count++
      countCode(problem)
      if (count > limit || options.quiet) return
      show(problem)
    },
    async finish() {
      await writing
      const more = count - limit
      if (more <= 0 || options.quiet) return
      await showProblems(
        [{ code: 'input/more', severity: 'note', values: { count: more } }],
        new Map(),
        lang,
        options,
        io
      )
    },
    count: () => count + warned,
    byCode: () => [...codes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  }
}
