import { suggest } from '../../diagnostics/suggest.ts'
import { readYaml } from '../../standard/yaml-source.ts'
import type { DeclaredSlot } from '../script.ts'
import type { Collector } from './collector.ts'
import { tellSyntax } from './declared-slots.ts'
import type { ReadEnv, Sayings } from './draft.ts'
import { meaningOfName, scriptFields } from './fields.ts'
import { readBlocks, type Block } from './markdown-blocks.ts'
import { createTextBuilder, cutText, type PlacedText, type Spot } from './placed-text.ts'
import { joinScenario } from './scenario.ts'
import { readTable, type PlacedRow } from './table.ts'
import { speakerOfLine } from './turns.ts'
import { isObject, readSayings } from './yaml-library.ts'

/** In which blocks the scripts of a file stand. */
type Form = 'marked' | 'items' | 'paragraphs'

interface Section {
  readonly level: number
  readonly title: PlacedText
  /** Holds for all scripts below. */
  said: Sayings
}

interface Waiting {
  readonly text: PlacedText
  readonly said: Sayings
}

/**
 * A library in Markdown. What agents say stands in block quotes, in fences without a language, in tables with a column
 * of scripts, or behind `话术：`; in a file that has none of these each list item is a script, in one without lists each
 * paragraph. Headings are the scenario (a first heading above all others names the page); a heading with a single script
 * names it. Lines `条款：TEL-01` hold for the section, `<!-- linecheck: satisfies=TEL-01 -->` for the next script, the
 * front matter for the file.
 */
export function readMarkdownLibrary(spot: Spot, env: ReadEnv, collector: Collector): void {
  const front = readFrontMatter(spot, env)
  const blocks = readBlocks(spot)
  const form = formOf(blocks)
  const page = pageHeading(blocks)
  let sections: Section[] = []
  let next: Sayings = {}
  let waiting: Waiting[] = []
  let passed: PlacedText | undefined
  let items: PlacedText[] = []
  let held = 0

  const sayings = (): Sayings => Object.assign({}, front.said, ...sections.map(({ said }) => said)) as Sayings
  const scenarioOf = (parts: readonly Section[]): Sayings => {
    const own = sayings().scenario
    const titles = [...(own ? [own] : []), ...parts.map(({ title }) => title)]
    return titles.length > 0 ? { scenario: joinScenario(titles) } : {}
  }
  const put = (text: PlacedText): void => {
    waiting.push({ text, said: { ...sayings(), ...next } })
    next = {}
  }

  /** Hands on the scripts of a section that ends. */
  function flush(): void {
    const [only] = waiting
    const single = waiting.length === 1 && sections.length > 1 && !only!.said.title
    const titled = single ? { title: sections.at(-1)!.title } : {}
    const scene = scenarioOf(single ? sections.slice(0, -1) : sections)
    for (const [i, { text, said }] of waiting.entries()) {
      const id =
        said.id && i > 0 && said.id === waiting[0]!.said.id
          ? { id: { ...said.id, text: `${said.id.text}-${i + 1}` } }
          : {}
      collector.add(text, { ...titled, ...said, ...scene, ...id }, undefined, front.declared)
    }
    collector.endScene()
    held += waiting.length
    waiting = []
  }

  /**
   * What was not read is told of, for it may be meant as scripts: list items always, paragraphs in a section of which
   * nothing was read.
   */
  function endSection(): void {
    flush()
    const value = sections.at(-1)?.title.text ?? spot.file
    const [first] = items
    if (first) {
      const place = first.placeOf(0, first.text.length)
      env.report({
        code: 'scripts/items-passed-over',
        severity: 'warning',
        place,
        values: { value, count: items.length }
      })
    } else if (passed && held === 0 && sections.length > 0 && form !== 'paragraphs') {
      const place = passed.placeOf(0, passed.text.length)
      env.report({ code: 'scripts/passed-over', severity: 'note', place, values: { value } })
    }
    items = []
    passed = undefined
    held = 0
  }

  for (const block of blocks) {
    if (block.kind === 'heading') {
      const deeper = block.level > (sections.at(-1)?.level ?? 0)
      // What stands between a heading and those below it introduces them.
      if (deeper) passed = undefined
      endSection()
      sections = sections.filter(({ level }) => level < block.level)
      if (block !== page) sections.push({ level: block.level, title: block.text, said: {} })
      continue
    }
    if (block.kind === 'directive') {
      next = { ...next, ...readDirective(block.text, block.at, spot, env) }
      continue
    }
    if (block.kind === 'table') {
      const { rows } = block
      const around = { said: { ...sayings(), ...scenarioOf(sections), ...next }, declared: front.declared }
      flush()
      const before = collector.drafts().length
      if (readTable(rows, around, env, collector)) held += 1 + collector.drafts().length - before
      else if (!readPairs(rows)) passed = rows[0]?.cells[0]
      next = {}
      continue
    }
    const { text } = block
    if (block.kind === 'quote' || (block.kind === 'fence' && isPlain(block.info))) put(text)
    else if (block.kind === 'fence') passed = text
    else if (text.text !== '' && !readLines(text)) {
      const leads = block.kind === 'item' && block.leads
      const wanted = form === 'paragraphs' || (form === 'items' && block.kind === 'item')
      if (wanted && !leads) put(text)
      else if (block.kind === 'item' && !leads) items.push(text)
      else passed = text
    }
  }
  endSection()

  /** Lines of `key: value`, all of them known; a text among them is a script. */
  function readLines(text: PlacedText): boolean {
    const lines = pairsOf(text)
    if (!lines) return false
    for (const [field, value] of lines) hear(field, value)
    return true
  }

  /** A table of two columns, key and value, its header among them. */
  function readPairs(rows: readonly PlacedRow[]): boolean {
    const pairs = rows.map(({ cells }) => [meaningOfName(cells[0]?.text ?? '')?.field, cells[1]] as const)
    const known = pairs.filter(([field, value]) => field && value?.text)
    if (rows.some(({ cells }) => cells.length !== 2) || known.length * 2 <= rows.length) return false
    for (const [field, value] of known) hear(field!, value!)
    return true
  }

  function hear(field: string, value: PlacedText): void {
    if (field === 'text') put(value)
    else if (sections.length === 0) next = { ...next, [field]: value }
    else {
      const section = sections.at(-1)!
      section.said = { ...section.said, [field]: value }
      // It holds for what stands above it in the section too: libraries put it there as often.
      waiting = waiting.map(one => ({ ...one, said: { ...one.said, [field]: value } }))
    }
  }
}

function isPlain(info: string): boolean {
  return ['', 'text', 'txt', 'script', '话术'].includes(info.toLowerCase())
}

/** The fields and values of lines that are nothing else. */
function pairsOf(text: PlacedText): readonly (readonly [string, PlacedText])[] | undefined {
  const found: (readonly [string, PlacedText])[] = []
  let at = 0
  for (const line of text.text.split('\n')) {
    const match = /^(?<key>[^\s:：]{1,12}(?:[ _][A-Za-z]+)?)[ \t]*[:：][ \t]*(?<value>\S.*)$/.exec(line)
    const field = match && meaningOfName(match.groups!['key']!)?.field
    if (!match || !field || field === 'slots' || (speakerOfLine(line) && field !== 'text')) return undefined
    const end = at + line.length
    found.push([field, cutText(text, end - match.groups!['value']!.length, end)])
    at = end + 1
  }
  return found.length > 0 ? found : undefined
}

function formOf(blocks: readonly Block[]): Form {
  const marked = blocks.some(block => {
    if (block.kind === 'quote') return true
    if (block.kind === 'fence') return isPlain(block.info)
    if (block.kind === 'table') return block.rows.some(({ cells }) => cells.some(isText))
    if (block.kind !== 'item' && block.kind !== 'paragraph') return false
    return pairsOf(block.text)?.some(([field]) => field === 'text') === true
  })
  if (marked) return 'marked'
  return blocks.some(({ kind }) => kind === 'item') ? 'items' : 'paragraphs'
}

const isText = ({ text }: PlacedText): boolean => meaningOfName(text)?.field === 'text'

/** The heading that names the page: the first one, if it alone is so high and others stand below it. */
function pageHeading(blocks: readonly Block[]): Block | undefined {
  const headings = blocks.filter(block => block.kind === 'heading')
  const [first, ...others] = headings
  return first && others.length > 0 && others.every(({ level }) => level > first.level) ? first : undefined
}

interface FrontMatter {
  readonly said: Sayings
  readonly declared?: readonly DeclaredSlot[] | undefined
}

function readFrontMatter(spot: Spot, env: ReadEnv): FrontMatter {
  const match = /^---[ \t]*\n(?<yaml>[\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(spot.source)
  if (!match) return { said: {} }
  // A blank line stands for the first one, so that the lines of the YAML are those of the file.
  const source = readYaml(spot.file, `\n${match.groups?.['yaml'] ?? ''}`)
  if (tellSyntax(source, env.report) || !isObject(source.value)) return { said: {} }
  // The title is that of the page.
  const { title: _, 标题: __, ...rest } = source.value
  const { said, declared } = readSayings(source, [], rest, spot, env)
  return { said, declared }
}

/** `satisfies=TEL-01,TEL-02 seconds=10 title="第一次来电"`. */
function readDirective(text: string, start: number, spot: Spot, env: ReadEnv): Sayings {
  const said: Record<string, PlacedText> = {}
  for (const match of text.matchAll(/(?<key>[^\s=]+)\s*=\s*(?:"(?<quoted>[^"]*)"|(?<bare>\S+))/g)) {
    const { key = '', quoted, bare } = match.groups!
    const value = quoted ?? bare ?? ''
    const field = meaningOfName(key)?.field
    const at = start + match.index
    if (field && field !== 'text' && field !== 'slots') {
      const from = at + match[0].lastIndexOf(value)
      const builder = createTextBuilder(spot)
      builder.take(from, from + value.length)
      said[field] = builder.finish()
      continue
    }
    const allowed = scriptFields.filter(name => name !== 'text' && name !== 'slots')
    const meant = suggest(key, allowed)
    env.report({
      code: 'scripts/unknown-key',
      severity: 'error',
      place: spot.placeOf(at, at + key.length),
      values: { value: key, allowed: allowed.join(', ') },
      ...(meant !== undefined && { meant })
    })
  }
  return said
}
