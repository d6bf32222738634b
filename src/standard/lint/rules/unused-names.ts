import type { Path } from '../../../pattern/resolve.ts'
import type { LintRule, LintSubject } from '../rule.ts'

/** Lexicons and variables are there because something uses them. */
export const unusedNames: LintRule = (subject, report) => {
  const { standard, source, file } = subject
  const used = usedLexicons(subject)
  for (const name of Object.keys(standard.lexicons ?? {})) {
    const place = source.placeOfKey(['lexicons', name])
    // Of a file of lexicons that several standards share, each takes what it needs.
    if (!used.has(name) && place.file === file) report('lint/unused-lexicon', place, { value: name })
  }
  for (const name of Object.keys(standard.vars ?? {})) {
    const place = source.placeOfKey(['vars', name])
    if (!usesVar(subject, name) && place.file === file) report('lint/unused-var', place, { value: name })
  }
}

/** Lexicons that a criterion uses, or a lexicon that one uses. */
function usedLexicons({ texts }: LintSubject): ReadonlySet<string> {
  const within = new Map<string, string[]>()
  const open: string[] = []
  for (const { text, path } of texts) {
    if (!text.startsWith('$')) continue
    const name = text.slice(1)
    if (path[0] !== 'lexicons') open.push(name)
    else within.set(String(path[1]), [...(within.get(String(path[1])) ?? []), name])
  }
  const used = new Set<string>()
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (used.has(name)) continue
    used.add(name)
    open.push(...(within.get(name) ?? []))
  }
  return used
}

/** In braces anywhere, or as a word of an expression. */
function usesVar({ texts }: LintSubject, name: string): boolean {
  const escaped = name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const filled = new RegExp(`\\{${escaped}(?:\\.short)?\\??\\}`)
  const word = new RegExp(`(?<![\\p{L}\\p{N}_.])${escaped}(?![\\p{L}\\p{N}_])`, 'u')
  return texts.some(({ text, path }) => filled.test(text) || (isExpression(path) && word.test(text)))
}

const patternKeys = ['lexicons', 'say', 'avoid', 'answer', 'steps', 'script', 'repeat', 'except']

/** Whether a text may be an expression, being no pattern: the name of a variable means itself there. */
function isExpression(path: Path): boolean {
  return !patternKeys.some(key => path.includes(key))
}
