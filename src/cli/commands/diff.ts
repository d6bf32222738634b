import { checkContacts, type Prepared } from '../../diff/prepare.ts'
import { findRegressions } from '../../diff/regressions.ts'
import type { DiffResult } from '../../diff/result.ts'
import { createDiffTally } from '../../diff/tally.ts'
import { decideVerdict } from '../../verdict/verdict.ts'
import type { DiffOptions } from '../diff-options.ts'
import { createDiffReports, type DiffReports } from '../diff-reports.ts'
import { prepareDiff } from '../diff-sides.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { createNotes } from '../notes.ts'
import { showProblems } from '../problems.ts'
import { createProgress } from '../progress.ts'
import { chooseLang } from '../settings.ts'

const LOOK = 10

/**
 * `linecheck diff`: what a change of standards does to verdicts and scores. Flow: two sides -> each contact with its
 * outcomes before and after, judged only where they can differ -> compared -> summed up by agent, team and criterion ->
 * what became worse -> verdict.
 */
export async function runDiff(inputs: readonly string[], options: DiffOptions, io: Io): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const progress = createProgress(io.stderr, options.progress !== false && !options.quiet && !io.env['CI'])
  const notes = createNotes(options, lang, io, progress.clear)
  const sides = await prepareDiff(inputs, options, lang, notes, progress, io)
  if ('problems' in sides) {
    await showProblems(sides.problems, sides.sources, lang, options, io)
    return exitCodes.unusable
  }
  const { prepared, check, files } = sides
  const reports = await createDiffReports(options, files, lang, io)
  prepared.problems.forEach(notes.add)
  const result = await compareAll(prepared, options, reports.change, progress.contact)
  progress.clear()
  checkContacts(prepared.counts, options.allowUnlike ?? false)
  check().forEach(notes.add)
  await notes.finish()

  const regressions = findRegressions(result, lang)
  const facts = { regressions: regressions.map(({ text }) => text) }
  const verdict = decideVerdict(facts, { failOnRegression: options.failOnRegression }, lang)
  await reports.finish({ result, regressions, verdict })
  return verdict.negative ? exitCodes.negative : exitCodes.clean
}

async function compareAll(
  { pairs, judged, entries, counts }: Prepared,
  { tolerance = 0, look = LOOK }: DiffOptions,
  onChange: DiffReports['change'],
  onContact: () => void
): Promise<DiffResult> {
  const tallies = pairs.map((pair, i) => createDiffTally(pair, { tolerance, look, judged: judged[i]! }))
  for await (const { pair, subject, comparison, outcomeOf } of entries) {
    const change = tallies[pair]!.add(subject, comparison, outcomeOf)
    if (change) await onChange(change)
    onContact()
  }
  return {
    standards: tallies.map(tally => tally.finish()),
    contacts: { both: counts.both, onlyBefore: counts.onlyFirst, onlyAfter: counts.onlySecond },
    tolerance
  }
}
