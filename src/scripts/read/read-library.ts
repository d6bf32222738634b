import type { Problem } from '../../diagnostics/problem.ts'
import { ProblemError } from '../../diagnostics/problem.ts'
import { readDocument, stemOf, type Document, type Source } from '../../input/index.ts'
import type { DeclaredSlot, Script } from '../script.ts'
import { knowSlots } from '../slots.ts'
import { createCollector } from './collector.ts'
import { readCsv } from './delimited.ts'
import type { ReadEnv } from './draft.ts'
import { finishScripts, understand } from './finish.ts'
import { readPlainLibrary } from './plain-library.ts'
import { createSpot } from './placed-text.ts'
import { readWorkbook } from './workbook.ts'
import { readYamlLibrary } from './yaml-library.ts'

/** Endings of the files that are taken from a folder. */
export const libraryExtensions = [
  '.md',
  '.markdown',
  '.yaml',
  '.yml',
  '.json',
  '.csv',
  '.tsv',
  '.xlsx',
  '.xlsm',
  '.txt'
]

/** The forms that a library can have; `--from` names one where the ending of a file does not. */
export const libraryForms = ['markdown', 'yaml', 'csv', 'text'] as const
export type LibraryForm = (typeof libraryForms)[number]

export interface LibraryOptions {
  readonly from?: LibraryForm | undefined
  readonly encoding?: string | undefined
  readonly sheet?: string | undefined
  /** Field -> column of tables. */
  readonly map?: Readonly<Record<string, string>> | undefined
  /** Slots that are declared for all files. */
  readonly slots?: readonly DeclaredSlot[] | undefined
  /** Told what columns were taken for. */
  readonly onNote?: ((note: Problem) => void) | undefined
}

/** What files of scripts hold. */
export interface Library {
  readonly scripts: readonly Script[]
  readonly problems: readonly Problem[]
  /** The texts of the files, for showing problems; workbooks have none. */
  readonly sources: ReadonlyMap<string, string>
  readonly files: readonly string[]
}

/** Reads libraries of scripts. What cannot be read is among the problems; the other files are read all the same. */
export async function readLibrary(files: readonly Source[], options: LibraryOptions = {}): Promise<Library> {
  const problems: Problem[] = []
  const sources = new Map<string, string>()
  const read = []
  for (const source of files) {
    const report = (problem: Problem): void => void problems.push(problem)
    const env: ReadEnv = { file: source.name, map: options.map ?? {}, report, onNote: options.onNote }
    try {
      const { encoding, sheet } = options
      const document = await readDocument(source, { encoding, sheet, onProblem: report })
      if (document.kind === 'text') sources.set(source.name, document.text)
      const before = problems.length
      const drafts = await readDrafts(document, formOf(source.name, options), env)
      const halves = drafts.map((draft, i) => understand(draft, i + 1, env))
      const told = problems.slice(before).some(({ severity }) => severity === 'error')
      if (halves.length === 0 && !told) {
        report({
          code: 'scripts/none',
          severity: source.swept ? 'note' : 'warning',
          place: { file: source.name },
          values: {}
        })
      }
      read.push({ stem: stemOf(source.name), halves, env })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problems.push(...error.problems)
    }
  }
  const declared = options.slots ?? []
  const all = read.map(file => ({
    ...file,
    halves: file.halves.map(half =>
      half.declared || options.slots ? { ...half, declared: [...(half.declared ?? []), ...declared] } : half
    )
  }))
  const texts = all.flatMap(({ halves }) => halves.map(({ text }) => text))
  const scripts = finishScripts(all, knowSlots(texts, declared))
  return { scripts, problems, sources, files: files.map(({ name }) => name) }
}

async function readDrafts(document: Document, form: LibraryForm, env: ReadEnv) {
  const collector = createCollector(env)
  if (document.kind === 'rows') readWorkbook(document.rows, env, collector)
  else {
    const spot = createSpot(env.file, document.text)
    if (form === 'markdown') {
      // The parser is loaded only when a page is read, since it would slow down every start.
      const { readMarkdownLibrary } = await import('./markdown-library.ts')
      readMarkdownLibrary(spot, env, collector)
    } else if (form === 'yaml') readYamlLibrary(spot, env, collector)
    else if (form === 'csv') await readCsv(spot, env, collector)
    else readPlainLibrary(spot, collector)
  }
  return collector.drafts()
}

function formOf(name: string, { from }: LibraryOptions): LibraryForm {
  if (from) return from
  const ending = /\.(\w+)(?:\.gz)?$/.exec(name.toLowerCase())?.[1] ?? ''
  if (['md', 'markdown'].includes(ending)) return 'markdown'
  if (['yaml', 'yml', 'json'].includes(ending)) return 'yaml'
  return ['csv', 'tsv', 'tab'].includes(ending) ? 'csv' : 'text'
}
