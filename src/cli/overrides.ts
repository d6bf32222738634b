import type { Lang } from '../diagnostics/wording.ts'
import { wordsOf } from '../report/words.ts'
import type { Io } from './io.ts'
import type { CommonOptions } from './settings.ts'

/** Says on standard error which standards were changed for this run, so that nobody takes it for more than it is. */
export async function showOverrides(
  standards: readonly { readonly id: string; readonly overrides?: readonly string[] | undefined }[],
  { quiet }: CommonOptions,
  lang: Lang,
  io: Io
): Promise<void> {
  if (quiet) return
  const lines = standards
    .filter(({ overrides = [] }) => overrides.length > 0)
    .map(({ id, overrides = [] }) => `${id}: ${wordsOf(lang).whatIf(overrides.join(', '))}\n`)
  for (const line of new Set(lines)) await io.stderr.write(line)
}
