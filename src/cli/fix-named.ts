import { resolve } from 'node:path'
import { formatPlace } from '../diagnostics/render.ts'
import { fill, type Lang, type Wording } from '../diagnostics/wording.ts'
import type { Check, Fixed } from '../standard/fix/fix.ts'
import { fixFiles } from './fix-files.ts'
import type { Io } from './io.ts'
import type { LintedFiles } from './lint-files.ts'
import { showProblems } from './problems.ts'
import { rewriteFile } from './rewrite-file.ts'
import { createPaint, usesColour, type CommonOptions } from './settings.ts'
import type { Texts } from './standards.ts'
import { unifiedDiff } from './unified-diff.ts'

export interface FixOptions extends CommonOptions {
  /** Show what would be mended; write nothing. */
  readonly diff?: boolean | undefined
}

/** What came of mending. */
export interface FixesMade {
  /** New texts that files hold now. */
  readonly written: Texts
  /** How much was mended, for people. */
  readonly summary: string
}

const wordings = {
  fixed: { en: 'fixed', zh: '已修正' },
  replaced: { en: '"{value}" is now "{meant}"', zh: '“{value}”改为“{meant}”' },
  removed: { en: 'removed, it repeats line {line}', zh: '已删去，与第 {line} 行重复' },
  ordered: { en: 'ordered as {allowed}', zh: '已排列为 {allowed}' },
  summary: { en: '{fixed} fixed, {left} left', zh: '修正 {fixed} 处，剩余 {left} 处' },
  would: { en: '{fixed} can be fixed, {left} would be left', zh: '可修正 {fixed} 处，将剩余 {left} 处' }
} as const satisfies Record<string, Wording>

/**
 * Mends what is safe to mend in the files that a command was given and in those they extend, and says on standard
 * error what it did; with `diff` shows the change on standard output instead and writes nothing.
 */
export async function fixNamed(
  lint: (texts: Texts) => Promise<LintedFiles>,
  lang: Lang,
  options: FixOptions,
  io: Io
): Promise<FixesMade> {
  const before = await lint(new Map())
  const check: Check = texts => (texts.size === 0 ? Promise.resolve(before) : lint(texts))
  const { fixed, texts, left, refused } = await fixFiles(check, before.files, io)
  await showProblems(refused, new Map(), lang, options, io)
  for (const [file, text] of texts) {
    if (!options.diff) await rewriteFile(resolve(io.cwd, file), file, text)
    else await io.stdout.write(unifiedDiff(file, before.sources.get(file) ?? '', text))
  }
  if (!options.diff)
    for (const one of fixed) await io.stderr.write(`${describeFix(one, lang, options, io)}\n`)
  const summary = fill(wordings[options.diff ? 'would' : 'summary'][lang], {
    fixed: fixed.length,
    left: left.length
  })
  return { written: options.diff ? new Map() : texts, summary }
}

function describeFix({ problem, deed }: Fixed, lang: Lang, options: CommonOptions, io: Io): string {
  const paint = createPaint(usesColour(options, io.env, io.stderr))
  const label = paint.note(`${wordings.fixed[lang]}[${problem.code}]`)
  const text = fill(wordings[deed][lang], { ...problem.values, meant: problem.meant ?? '' })
  return `${paint.bold(formatPlace(problem.place!))}: ${label}: ${text}`
}
