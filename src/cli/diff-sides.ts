import { createSuppressions } from '../audit/waivers/suppressions.ts'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { isEnough, prepareKept, prepareResults, prepareStandards, type Prepared } from '../diff/prepare.ts'
import { prepareSaved } from '../diff/prepare-saved.ts'
import type { SavedResult } from '../diff/read-results.ts'
import { listInputs, type Source } from '../input/index.ts'
import type { DiffOptions } from './diff-options.ts'
import type { FilesRead } from './check-outputs.ts'
import { checkKept } from './kept-inputs.ts'
import { readMaps } from './input-maps.ts'
import type { Io } from './io.ts'
import { readMarkBook } from './marks.ts'
import type { Notes } from './notes.ts'
import type { Progress } from './progress.ts'
import { readContacts } from './read-contacts.ts'
import { readAtRevision } from './revision.ts'
import { loadSuppressions } from './suppressions.ts'
import { isResultName, openResult, standardsOf } from './saved-results.ts'
import { loadStandards, type LoadedStandards } from './standards.ts'
import { describeReading, fingerprintSources, watchSources } from './watch-sources.ts'

/** What is to be compared, or what is wrong with the standards. */
export type DiffSides =
  | {
      readonly prepared: Prepared
      /** What is odd about where the sides come from; to be asked when all is compared. */
      readonly check: () => readonly Problem[]
      readonly files: FilesRead
    }
  | { readonly problems: readonly Problem[]; readonly sources: ReadonlyMap<string, string> }

const nothingOdd = (): readonly Problem[] => []

/** Finds out from the options what stands on each side. */
export async function prepareDiff(
  inputs: readonly string[],
  options: DiffOptions,
  lang: Lang,
  notes: Notes,
  progress: Progress,
  io: Io
): Promise<DiffSides> {
  const { against = [], since, allowUnlike = false } = options
  const saved = against.length === 1 && isResultName(against[0]!) ? against[0] : undefined
  if (saved !== undefined && options.standard === undefined && inputs.length === 1) {
    const two = await prepareTwoResults(saved, inputs[0]!, allowUnlike, io)
    if (two) return two
  }
  if (against.length === 0 && since === undefined && !options.set) throw wrong('diff/what')

  const after = await loadStandards(options.standard ?? [], lang, io, { overrides: options.set })
  if (after.problems.length > 0) return after
  const sources = inputs.length > 0 ? await listInputs(inputs, { cwd: io.cwd, stdin: io.stdin }) : []
  const maps = await readMaps(options.map, io)
  const marks = await readMarkBook(after.standards, options, io, notes.add)
  const plan = await loadSuppressions(options, io, notes.show)
  const suppressions = plan && createSuppressions(plan.list, plan.today)
  const prepare = { lang, allowUnlike, marks, suppressions }
  const contactsOf = (from: readonly Source[], sides: readonly LoadedStandards[]) =>
    readContacts(
      from,
      options,
      maps,
      sides.flatMap(({ standards }) => standards),
      notes,
      progress
    )

  if (saved !== undefined) {
    const result = await openResult(saved, io)
    const files = {
      inputs: [...sources, fileSource(saved)],
      loaded: after,
      map: options.map,
      marks: options.marks
    }
    if (result.kind === 'evaluations') {
      if (sources.length === 0) throw wrong('diff/no-inputs')
      const known = await standardsOf(saved, io)
      const prepared = prepareSaved(result, known, after, contactsOf(sources, [after]), prepare)
      return { prepared, check: nothingOdd, files }
    }
    const reading = describeReading(options, maps, marks?.placed, plan)
    const enough = isEnough(result, after, allowUnlike)
    if (!enough && sources.length === 0) throw wrong('diff/no-inputs')
    const watched = watchSources(sources)
    const seen = enough ? await fingerprintSources(sources) : undefined
    const prepared = prepareKept(result, after, contactsOf(watched.sources, [after]), prepare)
    const check = (): readonly Problem[] =>
      checkKept(
        saved,
        result,
        sources.length > 0 ? (seen ?? watched.seen()) : undefined,
        reading,
        allowUnlike
      )
    return { prepared, check, files }
  }

  const before = await loadBefore(options, lang, io)
  if (before.problems.length > 0) return before
  if (sources.length === 0) throw wrong('diff/no-inputs')
  const prepared = prepareStandards(before, after, contactsOf(sources, [before, after]), prepare)
  const loaded = { sources: new Map([...before.sources, ...after.sources]) }
  return {
    prepared,
    check: nothingOdd,
    files: { inputs: sources, loaded, map: options.map, marks: options.marks }
  }
}

function loadBefore(
  { against = [], since, standard = [] }: DiffOptions,
  lang: Lang,
  io: Io
): Promise<LoadedStandards> {
  const names = against.length > 0 ? against : standard
  return loadStandards(names, lang, io, since === undefined ? {} : { from: readAtRevision(since, io) })
}

/** Two saved results, where the input is one and not a log of contacts. */
async function prepareTwoResults(
  before: string,
  after: string,
  allowUnlike: boolean,
  io: Io
): Promise<DiffSides | undefined> {
  const second = isResultName(after) ? await openIfResult(after, io) : undefined
  if (!second) return undefined
  const known = { before: await standardsOf(before, io), after: await standardsOf(after, io) }
  const prepared = prepareResults(await openResult(before, io), second, known, allowUnlike)
  return { prepared, check: nothingOdd, files: { inputs: [before, after].map(fileSource) } }
}

async function openIfResult(name: string, io: Io): Promise<SavedResult | undefined> {
  try {
    return await openResult(name, io)
  } catch (error) {
    if (error instanceof ProblemError && error.problems[0]?.code === 'diff/not-a-result') return undefined
    throw error
  }
}

/** A file by its name, to hold outputs against. */
const fileSource = (name: string): Source => ({
  name,
  open: () => {
    throw new RangeError(`${name} is not read as an input`)
  }
})

const wrong = (code: 'diff/what' | 'diff/no-inputs'): ProblemError =>
  new ProblemError([{ code, severity: 'error', values: {} }])
