import type { Problem } from '../../src/diagnostics/problem.ts'
import { readLibrary, type Library, type LibraryOptions } from '../../src/scripts/read/read-library.ts'
import { auditScripts } from '../../src/scripts/audit.ts'
import type { ScriptContext, ScriptProblem } from '../../src/scripts/rule.ts'

/** Reads files that exist in the test only. */
export function readScripts(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: LibraryOptions = {}
): Promise<Library> {
  const sources = Object.entries(files).map(([name, content]) => ({
    name,
    open: async function* () {
      yield typeof content === 'string' ? Buffer.from(content) : content
    }
  }))
  return readLibrary(sources, options)
}

/** Where a problem is, and what: `a.md:3:5 scripts/empty`. */
export function briefly({ code, place }: Problem): string {
  return `${place?.file}:${place?.line}${place?.col === undefined ? '' : `:${place.col}`} ${code}`
}

/** What the rules that need no standard say of a library in Markdown, or in files. */
export async function audit(
  files: string | Readonly<Record<string, string>>,
  options: Partial<ScriptContext['options']> = {}
): Promise<readonly ScriptProblem[]> {
  const { scripts } = await readScripts(typeof files === 'string' ? { 'a.md': files } : files)
  return auditScripts(scripts, {
    standards: [],
    written: [],
    lang: 'en',
    options: { rate: 240, wordRate: 150, similar: 0.8, ...options }
  })
}
