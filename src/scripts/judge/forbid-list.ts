import type { Place, Problem } from '../../diagnostics/problem.ts'
import type { Lang } from '../../diagnostics/wording.ts'
import type { PatternParts, PatternSource } from '../../pattern/source.ts'
import type { Path } from '../../pattern/resolve.ts'
import { compileStandard } from '../../standard/compile.ts'
import { collectEntries } from '../../standard/entries.ts'
import { mergeLayers } from '../../standard/extend.ts'
import type { FindStandard } from '../../standard/find.ts'
import { readLayers } from '../../standard/layers.ts'
import { standardSchema, type StandardSource } from '../../standard/schema.ts'
import type { CompiledStandard } from '../../standard/standard.ts'
import type { Places } from '../../standard/yaml-source.ts'

/** A list of words that no script may say, as a standard with a criterion for each of them. */
export interface ForbidList {
  /** `undefined` where something is wrong with the list. */
  readonly standard: CompiledStandard | undefined
  readonly problems: readonly Problem[]
  /** The texts of its files, for showing problems. */
  readonly sources: ReadonlyMap<string, string>
}

/** A word, or another pattern, with where it is written. */
interface Word {
  readonly title: string
  readonly pattern: PatternSource
  readonly place: Place
}

/**
 * Reads a list of words: the lexicons of a YAML file, else a word a line, with `#` before remarks. A word may be
 * whatever a pattern of a standard may be, `/regex/` included, and is found as everywhere: width, case, spaces, marks
 * and traditional characters make no difference.
 */
export function readForbidList(file: string, text: string, lang: Lang, find: FindStandard): ForbidList {
  const sources = new Map([[file, text]])
  if (!/\.ya?ml$/i.test(file)) {
    return { ...compileWords(file, readLines(file, text), bare(file), lang), sources }
  }
  const { layers, problems, sources: read } = readLayers(file, text, find)
  const merged = mergeLayers(layers)
  const parsed = standardSchema.safeParse(merged.value)
  const all = [...problems, ...merged.problems]
  if (!parsed.success || all.length > 0) return { standard: undefined, problems: all, sources: read }
  const { lexicons = {}, vars } = parsed.data
  // What a file takes over from others serves its own words; nobody said that it is forbidden.
  const own = Object.keys((layers.at(-1)?.value['lexicons'] as object | undefined) ?? {})
  const words = own.flatMap(name =>
    wordsOf(lexicons[name] ?? [], ['lexicons', name], merged.places, `$${name}`)
  )
  const standard = { ...bare(file), lexicons, ...(vars === undefined ? {} : { vars }) }
  return { ...compileWords(file, words, standard, lang, merged.places), sources: read }
}

function bare(file: string): StandardSource {
  return { linecheck: 1, id: 'forbid', title: file }
}

function readLines(file: string, text: string): readonly Word[] {
  return text.split(/\r\n|\r|\n/).flatMap((line, i): readonly Word[] => {
    // In a word without blanks before it the sign stands for itself: C#.
    const word = line.replace(/(^|\s)#.*$/, '').trim()
    if (word === '') return []
    const col = line.indexOf(word) + 1
    return [{ title: word, pattern: word, place: { file, line: i + 1, col, length: word.length } }]
  })
}

/** Each alternative of a lexicon; what it excepts holds for all of them. */
function wordsOf(source: PatternSource, path: Path, places: Places, name: string): readonly Word[] {
  if (typeof source === 'string') return [{ title: source, pattern: source, place: places.placeOf(path) }]
  if (isList(source)) return source.flatMap((part, i) => wordsOf(part, [...path, i], places, name))
  const { any: either, except, ...rest } = source
  if (either === undefined || Object.values(rest).some(value => value !== undefined)) {
    return [{ title: name, pattern: source, place: places.placeOf(path) }]
  }
  return wordsOf(either, [...path, 'any'], places, name).map(word => ({
    ...word,
    pattern: except === undefined ? word.pattern : excepted(word.pattern, except)
  }))
}

function excepted(pattern: PatternSource, except: PatternSource): PatternParts {
  return { any: [pattern], except }
}

function isList(source: PatternSource): source is readonly PatternSource[] {
  return Array.isArray(source)
}

function compileWords(
  file: string,
  words: readonly Word[],
  base: StandardSource,
  lang: Lang,
  beneath?: Places
): Omit<ForbidList, 'sources'> {
  if (words.length === 0) {
    const values = { file }
    const place = { file, line: 1, col: 1 }
    return {
      standard: undefined,
      problems: [{ code: 'scripts/no-words', severity: 'error', place, values }]
    }
  }
  const criteria = words.map(({ title, pattern }, i) => ({
    id: `word.${i + 1}`,
    title,
    avoid: { any: [pattern] }
  }))
  const source: StandardSource = { ...base, sections: [{ id: 'words', criteria }] }
  const placeOf = (path: Path): Place => {
    const word = path[0] === 'sections' && path[2] === 'criteria' ? words[Number(path[3])] : undefined
    return word?.place ?? beneath?.placeOf(path) ?? { file, line: 1, col: 1 }
  }
  const places: Places = { placeOf, placeOfKey: placeOf, placeWithin: placeOf }
  const { standard, problems } = compileStandard(source, collectEntries(source), [], places, file, '', lang)
  return problems.length > 0 ? { standard: undefined, problems } : { standard, problems: [] }
}
