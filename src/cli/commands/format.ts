import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { compareProblems, ProblemError, type Problem } from '../../diagnostics/problem.ts'
import { fill, type Wording } from '../../diagnostics/wording.ts'
import type { FindStandard } from '../../standard/find.ts'
import { formatYaml, type Formatted } from '../../standard/format/format.ts'
import { isSameStandard } from '../../standard/format/same-standard.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { showProblems } from '../problems.ts'
import { readForRewrite, rewriteFile } from '../rewrite-file.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import { createFinder, findNearest, listYaml, shortPath } from '../standards.ts'

export interface FormatOptions extends CommonOptions {
  /** Only say which files are not formatted. */
  readonly check?: boolean | undefined
}

const wordings = {
  formatted: {
    en: '{changed} file(s) formatted, {same} unchanged',
    zh: '已排版 {changed} 个文件，{same} 个无需改动'
  },
  unformatted: {
    en: '{changed} file(s) not formatted, {same} formatted',
    zh: '{changed} 个文件未排版，{same} 个已排版'
  }
} as const satisfies Record<string, Wording>

/** `linecheck format`: lays standards, lexicons, calendars and files of tests out in the one way. */
export async function runFormat(names: readonly string[], options: FormatOptions, io: Io): Promise<ExitCode> {
  if (names.includes('-')) return formatInput(options, io)
  const lang = chooseLang(options, io.env)
  const find = createFinder(io)
  const problems: Problem[] = []
  const sources = new Map<string, string>()
  const counts = { changed: 0, same: 0 }
  for (const path of await listFiles(names, io)) {
    const file = shortPath(path, io.cwd)
    const { text, isUtf8 } = await readForRewrite(path, file)
    sources.set(file, text)
    if (!isUtf8) {
      problems.push({ code: 'usage/not-utf8', severity: 'error', values: { path: file } })
      continue
    }
    const result = formatKept(file, text, find)
    if (!result.ok) problems.push(...result.problems)
    else if (result.text === text) counts.same++
    else {
      counts.changed++
      if (!options.check) await rewriteFile(path, file, result.text)
      await io.stdout.write(`${file}\n`)
    }
  }
  await showProblems(problems.sort(compareProblems), sources, lang, options, io)
  const wording = wordings[options.check ? 'unformatted' : 'formatted'][lang]
  if (!options.quiet) await io.stdout.write(`${fill(wording, counts)}\n`)
  if (problems.length > 0) return exitCodes.unusable
  return options.check && counts.changed > 0 ? exitCodes.negative : exitCodes.clean
}

/** Standard input to standard output, byte order mark and all. */
async function formatInput(options: FormatOptions, io: Io): Promise<ExitCode> {
  const chunks: Uint8Array[] = []
  for await (const chunk of io.stdin) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const written = bytes.toString('utf8')
  if (!Buffer.from(written).equals(bytes)) {
    throw new ProblemError([{ code: 'usage/not-utf8', severity: 'error', values: { path: '-' } }])
  }
  const text = written.replace(/^\uFEFF/, '')
  const result = formatKept('-', text, createFinder(io))
  if (!result.ok) {
    await showProblems(result.problems, new Map([['-', text]]), chooseLang(options, io.env), options, io)
    return exitCodes.unusable
  }
  if (options.check) return result.text === text ? exitCodes.clean : exitCodes.negative
  await io.stdout.write(written.slice(0, written.length - text.length) + result.text)
  return exitCodes.clean
}

/** A text laid out anew, if it is the same standard afterwards. */
function formatKept(file: string, text: string, find: FindStandard): Formatted {
  const result = formatYaml(file, text)
  if (!result.ok || result.text === text || isSameStandard(file, text, result.text, find)) return result
  const place = { file, line: 1, col: 1 }
  return { ok: false, problems: [{ code: 'format/other-meaning', severity: 'error', place, values: {} }] }
}

/** Files as they are named, and all YAML files of folders; without a name the nearest `linecheck.yaml` upward. */
async function listFiles(names: readonly string[], io: Io): Promise<readonly string[]> {
  if (names.length === 0) return [findNearest(io.cwd)]
  const files: string[] = []
  for (const name of names) {
    const path = resolve(io.cwd, name)
    const found = await stat(path).catch(() => undefined)
    const inside = found?.isDirectory() ? await listYaml(path, 'all') : [path]
    if (found && inside.length > 0) files.push(...inside)
    else {
      const reason = found ? 'no .yaml file in the folder' : 'ENOENT'
      throw new ProblemError([
        { code: 'standard/not-found', severity: 'error', values: { path: name, reason } }
      ])
    }
  }
  return [...new Set(files)]
}
