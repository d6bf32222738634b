import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ProblemError, type Problem } from '../diagnostics/problem.ts'
import { suggest } from '../diagnostics/suggest.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { listInputs } from '../input/index.ts'
import { readSlotsFile } from '../scripts/read/declared-slots.ts'
import { scriptFields } from '../scripts/read/fields.ts'
import type { DeclaredSlot } from '../scripts/script.ts'
import type { Io } from './io.ts'
import { loadStandards, type Changes, type LoadedStandards } from './standards.ts'

/**
 * The standards that were asked for, else the nearest linecheck.yaml; undefined when there is none.
 * @throws ProblemError with all that is wrong with them.
 */
export async function loadIfAny(
  names: readonly string[],
  lang: Lang,
  io: Io,
  changes: Changes
): Promise<LoadedStandards | undefined> {
  let loaded: LoadedStandards
  try {
    loaded = await loadStandards(names, lang, io, changes)
  } catch (error) {
    const none = error instanceof ProblemError && error.problems[0]?.code === 'usage/no-standard'
    if (none) return undefined
    throw error
  }
  if (loaded.problems.length > 0) throw new ProblemError(loaded.problems)
  return loaded
}

/** `text=内容`, each. */
export function readScriptMap(maps: readonly string[]): Readonly<Record<string, string>> {
  const entries = maps.map(text => {
    const at = text.indexOf('=')
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const
  })
  const unknown = entries.filter(([field]) => !(scriptFields as readonly string[]).includes(field))
  if (unknown.length === 0) return Object.fromEntries(entries)
  throw new ProblemError(
    unknown.map(([field]): Problem => {
      const values = { value: field, allowed: scriptFields.join(', ') }
      return { code: 'input/unknown-field', severity: 'error', values, meant: suggest(field, scriptFields) }
    })
  )
}

/** Slots that are declared in files of their own. */
export interface SlotFiles {
  readonly declared: readonly DeclaredSlot[]
  readonly texts: ReadonlyMap<string, string>
  readonly sources: Awaited<ReturnType<typeof listInputs>>
}

/** @throws ProblemError with all that is wrong with them. */
export async function readSlotFiles(
  files: readonly string[] | undefined,
  io: Io
): Promise<SlotFiles | undefined> {
  if (!files) return undefined
  const sources = await listInputs(files, { cwd: io.cwd, extensions: ['.yaml', '.yml'] })
  const problems: Problem[] = []
  const texts = new Map<string, string>()
  for (const { name } of sources) {
    texts.set(name, (await readFile(resolve(io.cwd, name), 'utf8')).replace(/^\uFEFF/, ''))
  }
  const declared = [...texts].flatMap(([name, text]) =>
    readSlotsFile(name, text, problem => problems.push(problem))
  )
  if (problems.length > 0) throw new ProblemError(problems)
  return { declared, texts, sources }
}
