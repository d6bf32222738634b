import { compareProblems, type Problem } from '../../diagnostics/problem.ts'
import { deedFor, mendText, type Deed } from './mend.ts'

/** What is wrong with files, and the texts in which it was found, by the names that places have. */
export interface Checked {
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
}

/** Looks at files again, some of them with other texts than they have. */
export type Check = (texts: ReadonlyMap<string, string>) => Promise<Checked>

/** A problem that is no more, at its place in the text before. */
export interface Fixed {
  readonly problem: Problem
  readonly deed: Deed
}

export interface FixResult {
  readonly fixed: readonly Fixed[]
  /** Files that became different, with their new texts. */
  readonly texts: ReadonlyMap<string, string>
  /** What is wrong now. */
  readonly left: readonly Problem[]
}

interface State {
  readonly texts: ReadonlyMap<string, string>
  readonly checked: Checked
  readonly fixed: readonly Fixed[]
}

/**
 * Mends all that is safe to mend, and looks again until nothing more is: a name that is right now may show what is
 * wrong below it. A fix after which more is wrong than before is not made. Ends because every step makes a text that
 * was not there before, of which there are as many as ways to mend.
 */
export async function fixTexts(check: Check, mayFix: (file: string) => boolean): Promise<FixResult> {
  const start: State = { texts: new Map(), checked: await check(new Map()), fixed: [] }
  // Together first: a mistake that comes to light may be mended itself, so it is the end that counts.
  const end = await fixAll(start, check, mayFix)
  const best = isWorse(end.checked, start.checked) ? await fixOneByOne(start, check, mayFix) : end
  return { fixed: best.fixed, texts: best.texts, left: best.checked.problems }
}

async function fixAll(start: State, check: Check, mayFix: (file: string) => boolean): Promise<State> {
  const seen = new Set([keyOf(start.texts)])
  let state = start
  for (;;) {
    const problems = planFixes(state, mayFix)
    // Words first, which move no lines.
    const next =
      (await step(state, problems.filter(isWord), check)) ??
      (await step(
        state,
        problems.filter(problem => !isWord(problem)),
        check
      ))
    if (!next || seen.has(keyOf(next.texts))) return state
    seen.add(keyOf(next.texts))
    state = next
  }
}

async function fixOneByOne(start: State, check: Check, mayFix: (file: string) => boolean): Promise<State> {
  const refused = new Set<string>()
  const seen = new Set([keyOf(start.texts)])
  let state = start
  for (;;) {
    const problem = planFixes(state, mayFix).find(found => !refused.has(nameOf(found)))
    if (!problem) return state
    const next = await step(state, [problem], check)
    if (!next || seen.has(keyOf(next.texts)) || isWorse(next.checked, state.checked)) {
      refused.add(nameOf(problem))
      continue
    }
    seen.add(keyOf(next.texts))
    state = next
  }
}

/** Problems to mend in one go, the last of each file first, so that the places of the others hold. */
function planFixes({ checked }: State, mayFix: (file: string) => boolean): readonly Problem[] {
  const told = new Map(checked.problems.map(problem => [nameOf(problem), problem]))
  const able = [...told.values()].filter(
    problem => problem.place !== undefined && mayFix(problem.place.file) && deedFor(problem) !== undefined
  )
  return able.sort((a, b) => compareProblems(b, a))
}

const isWord = (problem: Problem): boolean => deedFor(problem) === 'replaced'

/** The next state, `undefined` when nothing of it can be mended. */
async function step(state: State, problems: readonly Problem[], check: Check): Promise<State | undefined> {
  const texts = new Map(state.texts)
  const fixed: Fixed[] = []
  for (const problem of problems) {
    const { file } = problem.place!
    const text = texts.get(file) ?? state.checked.sources.get(file)
    const mended = text === undefined ? undefined : mendText(text, problem)
    if (mended === undefined || mended === text) continue
    texts.set(file, mended)
    fixed.push({ problem, deed: deedFor(problem)! })
  }
  if (fixed.length === 0) return undefined
  return { texts, checked: await check(texts), fixed: [...state.fixed, ...fixed.reverse()] }
}

/**
 * Whether more is wrong than before. Standards that are no YAML or not well formed are not looked at for what lint
 * tells, so its errors count only where there were none of the others.
 */
function isWorse(after: Checked, before: Checked): boolean {
  const [now, then] = [countErrors(after), countErrors(before)]
  if (now.syntax > then.syntax) return true
  if (now.form !== then.form) return now.form > then.form
  return now.lint > then.lint
}

function countErrors({ problems }: Checked): Readonly<Record<'syntax' | 'form' | 'lint', number>> {
  const errors = problems.filter(problem => problem.severity === 'error')
  const lint = errors.filter(({ code }) => code.startsWith('lint/')).length
  const syntax = errors.filter(({ code }) => code === 'standard/syntax').length
  return { syntax, form: errors.length - lint, lint }
}

function nameOf({ code, place, values }: Problem): string {
  return JSON.stringify([code, place?.file, place?.line, place?.col, values])
}

const keyOf = (texts: ReadonlyMap<string, string>): string => JSON.stringify([...texts].sort())
