import { waiveFindings } from '../../audit/waivers/findings.ts'
import { codes } from '../../diagnostics/catalogue.ts'
import { compareProblems, ProblemError, type Problem, type Severity } from '../../diagnostics/problem.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import { listInputs } from '../../input/index.ts'
import { itemFormats } from '../../report/items/index.ts'
import { ruleOfCode } from '../../report/items/of-problem.ts'
import { auditScripts } from '../../scripts/audit.ts'
import { itemsOfScripts } from '../../scripts/items.ts'
import type { Coverage } from '../../scripts/judge/cover-status.ts'
import { prepareJudging } from '../../scripts/judge/prepare.ts'
import { describeCoverage } from '../../scripts/judge/summary.ts'
import type { Cover } from '../../scripts/options.ts'
import {
  libraryExtensions,
  readLibrary,
  type Library,
  type LibraryForm
} from '../../scripts/read/read-library.ts'
import type { ScriptProblem } from '../../scripts/rule.ts'
import { usualPace } from '../../scripts/spoken-length.ts'
import type { FindingLevel } from '../../verdict/demands.ts'
import { decideVerdict } from '../../verdict/verdict.ts'
import { checkOutputs } from '../check-outputs.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import { readForbidLists } from '../forbid-lists.ts'
import type { Io } from '../io.ts'
import { openItemReports, type ItemReportOptions } from '../item-reports.ts'
import { showOverrides } from '../overrides.ts'
import { readTargets } from '../report-target.ts'
import { showProblems } from '../problems.ts'
import { chooseLang, type CommonOptions, type OverrideOptions } from '../settings.ts'
import { checkSkipped } from '../skipped-codes.ts'
import { loadIfAny, readScriptMap, readSlotFiles } from '../script-inputs.ts'
import type { LoadedStandards } from '../standards.ts'
import { listWaiverFiles, openWaivers, type WaiverOptions } from '../waivers.ts'
import { countWaived, tellWaived, type WaivedCounts } from '../waived-text.ts'

export interface ScriptsOptions extends CommonOptions, OverrideOptions, ItemReportOptions, WaiverOptions {
  readonly standard?: readonly string[] | undefined
  readonly from?: LibraryForm | undefined
  readonly encoding?: string | undefined
  readonly sheet?: string | undefined
  /** `field=column`, each. */
  readonly map?: readonly string[] | undefined
  /** A file that declares slots. */
  readonly slots?: readonly string[] | undefined
  readonly showColumns?: boolean | undefined
  /** Files of words that no script may say. */
  readonly forbid?: readonly string[] | undefined
  readonly cover?: Cover | undefined
  readonly rate?: number | undefined
  readonly wordRate?: number | undefined
  readonly maxSeconds?: number | undefined
  readonly maxCharacters?: number | undefined
  /** 0 to 1. */
  readonly similar?: number | undefined
  readonly maxWarnings?: number | undefined
  readonly failOn?: FindingLevel | undefined
  /** Codes that are not told. */
  readonly skip?: readonly string[] | undefined
}

/** From this likeness on most readers take one script for the other. */
const SIMILAR = 0.8

const wordings = {
  found: {
    en: '{files} file(s), {scripts} script(s), {errors} error(s), {warnings} warning(s), {notes} note(s)',
    zh: '{files} 个文件，{scripts} 条话术，{errors} 个错误，{warnings} 个警告，{notes} 条提示'
  },
  clean: {
    en: '{files} file(s), {scripts} script(s), no problems',
    zh: '{files} 个文件，{scripts} 条话术，没有问题'
  },
  alone: {
    en: 'no standard: looked only for what is wrong by any; -s FILE holds the scripts against one',
    zh: '没有指定标准：只检查不依赖标准的问题；用 -s 文件 可按标准检查'
  }
} as const satisfies Record<string, Wording>

const noStandards: Pick<LoadedStandards, 'standards' | 'written' | 'sources' | 'files'> = {
  standards: [],
  written: [],
  sources: new Map(),
  files: []
}

/** `linecheck scripts`: says what is wrong with libraries of scripts, by themselves and by standards. */
export async function runScripts(
  names: readonly string[],
  options: ScriptsOptions,
  io: Io
): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const skipped = checkSkipped(options.skip ?? [], 'scripts')
  const map = readScriptMap(options.map ?? [])
  const loaded = await loadIfAny(options.standard ?? [], lang, io, { overrides: options.set })
  const sources = await listInputs(names, { cwd: io.cwd, stdin: io.stdin, extensions: libraryExtensions })
  const slots = await readSlotFiles(options.slots, io)
  const forbid = await readForbidLists(options.forbid ?? [], lang, io)
  const notes: Problem[] = []
  const library = await readLibrary(sources, {
    from: options.from,
    encoding: options.encoding,
    sheet: options.sheet,
    map,
    slots: slots?.declared,
    ...(options.showColumns && { onNote: note => void notes.push(note) })
  })
  const context = prepareJudging(library.scripts, {
    lists: forbid.lists,
    standards: loaded?.standards ?? [],
    written: loaded?.written ?? [],
    lang,
    options: {
      rate: options.rate ?? usualPace.characters,
      wordRate: options.wordRate ?? usualPace.words,
      maxSeconds: options.maxSeconds,
      maxCharacters: options.maxCharacters,
      similar: options.similar ?? SIMILAR,
      cover: options.cover
    }
  })
  const found = auditScripts(library.scripts, context)
  const problems = [...library.problems, ...found]
    .filter(({ code }) => !skipped.has(code))
    .sort(compareProblems)
  const severities = new Map<string, Severity>(problems.map(({ code, severity }) => [code, severity]))
  const ruleOf = (id: string) => ruleOfCode(id, lang, severities.get(id) ?? 'warning')
  const targets = readTargets(options.output, itemFormats, io)
  const waiverFiles = listWaiverFiles(options)
  const reads = {
    inputs: [...sources, ...(slots?.sources ?? []), ...forbid.sources],
    ...(loaded && { loaded }),
    waivers: waiverFiles.reads
  }
  await checkOutputs([...targets.map(({ shown }) => shown), ...waiverFiles.writes], reads, io)
  const reach = {
    rules: codes,
    skipped,
    contacts: false,
    files: [...library.files, ...(loaded?.files ?? [])]
  }
  const told: Problem[] = []
  const tell = (note: Problem): void => void told.push(note)
  const waivers = await openWaivers(options, 'scripts', reach, io, { note: tell, warn: tell })
  const reports = await openItemReports(options, 'scripts', ruleOf, lang, io)
  const waived = new Set<Problem>()
  const items = itemsOfScripts(library.scripts, library.files, problems, lang, (finding, problem) => {
    const [known] = waiveFindings([finding], waivers)
    if (known?.waived) waived.add(problem)
    return known ?? finding
  })
  const counts = countWaived()
  for (const item of items) {
    item.findings.forEach(counts.add)
    await reports.add(item)
  }
  waivers.listUnused().forEach(tell)
  const { findings } = reports.counts()
  const { failOn, maxWarnings } = options
  const verdict = decideVerdict({ findings }, { failOnFinding: failOn, maxWarnings }, lang)
  const texts = new Map([
    ...(loaded ?? noStandards).sources,
    ...(slots?.texts ?? []),
    ...forbid.texts,
    ...library.sources
  ])
  const shown = problems.filter(problem => !waived.has(problem))
  await showProblems([...notes, ...shown], texts, lang, options, io)
  await showOverrides(loaded?.standards ?? [], options, lang, io)
  await showProblems(await reports.finish(verdict), texts, lang, options, io)
  const showNotes = async (more: readonly Problem[]): Promise<void> => {
    if (!options.quiet) await showProblems(more, new Map(), lang, options, io)
  }
  await showNotes(told)
  await waivers.finish(note => showNotes([note]))
  await showSummary(library, shown, counts.finish(), context.coverage ?? [], options, lang, io)
  if (!loaded && forbid.lists.length === 0 && !options.quiet)
    await io.stderr.write(`${wordings.alone[lang]}\n`)
  if (library.scripts.length === 0) {
    throw new ProblemError([{ code: 'scripts/nothing', severity: 'error', values: {} }])
  }
  if (findings.error === 0) for (const reason of verdict.reasons) await io.stderr.write(`${reason}\n`)
  return verdict.negative ? exitCodes.negative : exitCodes.clean
}

async function showSummary(
  { scripts, files }: Library,
  problems: readonly ScriptProblem[],
  waived: WaivedCounts,
  coverage: readonly Coverage[],
  { quiet, format }: ScriptsOptions,
  lang: Lang,
  io: Io
): Promise<void> {
  if (quiet || format !== undefined) return
  const count = (level: Problem['severity']): number =>
    problems.filter(({ severity }) => severity === level).length
  const values = {
    files: files.length,
    scripts: scripts.length,
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note')
  }
  const text = fill(wordings[problems.length > 0 ? 'found' : 'clean'][lang], values)
  await io.stdout.write(`${text}${tellWaived(waived, lang)}\n`)
  for (const line of describeCoverage(coverage, lang)) await io.stdout.write(`${line}\n`)
}
