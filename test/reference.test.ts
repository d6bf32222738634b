import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { knownFields } from '../src/checks/fields.ts'
import { factMaps, factTypes } from '../src/checks/expression-names.ts'
import { contactNames } from '../src/checks/view.ts'
import { describeExample } from '../src/examples/describe.ts'
import { createTestSchema } from '../src/examples/test-file.ts'
import { runExamples } from '../src/examples/run.ts'
import { createJsonSchema } from '../src/standard/schema.ts'
import { lintStandard } from '../src/standard/lint/lint.ts'
import { loadStandard } from '../src/standard/load.ts'
import { folderWith, home, linecheck } from './cli/run.ts'

/**
 * The pages of the reference are run. A ```yaml block is a criterion, a list of criteria, or keys of a standard with
 * `criteria`: it is made a standard, which must lint clean, and its examples must hold. A block that begins with a
 * comment `# NAME.yaml` is a file: those of a page are written into one folder and tested there. Only blocks marked
 * ```yaml fragment are not run.
 */
const pages = ['rules/README.md', 'rules/README.zh.md']

/** What the blocks leave out for brevity. */
const untold = /^lint\/no-(clause|title|advice)$/

interface Block {
  readonly line: number
  readonly info: string
  readonly body: string
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(match => ({
    line: text.slice(0, match.index).split('\n').length,
    info: match[1]!,
    body: match[2]!
  }))
}

const nameOf = (body: string): string | undefined => /^# (\S+\.yaml)\n/.exec(body)?.[1]

/** A block as a whole standard. */
function complete(value: unknown): string {
  const parts = Array.isArray(value) ? { criteria: value as unknown[] } : (value as Record<string, unknown>)
  const { criteria = [parts], ...rest } = 'criteria' in parts ? parts : { criteria: [parts] }
  return stringify({ linecheck: 1, id: 'page', sections: [{ id: 'all', criteria }], ...rest })
}

/** Keys of maps and fixed values of a JSON Schema. */
function wordsOf(schema: unknown, keys: Set<string>, values: Set<string>): void {
  if (Array.isArray(schema)) for (const part of schema) wordsOf(part, keys, values)
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return
  const { properties, enum: choices, const: fixed, ...rest } = schema as Record<string, unknown>
  for (const [key, part] of Object.entries(properties ?? {})) {
    keys.add(key)
    wordsOf(part, keys, values)
  }
  for (const choice of [choices ?? [], fixed ?? []].flat()) if (typeof choice === 'string') values.add(choice)
  for (const part of Object.values(rest)) wordsOf(part, keys, values)
}

function collectKeys(value: unknown, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) {
    keys.add(key)
    collectKeys(part, keys)
  }
}

/** How GitHub names a heading in links. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

describe.each(pages)('%s', page => {
  const text = readFileSync(join(home, page), 'utf8')
  const blocks = blocksOf(text)
  const yaml = blocks.filter(({ info }) => info === 'yaml')
  const files = yaml.filter(({ body }) => nameOf(body) !== undefined)
  const loose = yaml.filter(({ body }) => nameOf(body) === undefined)
  const prose = text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '')

  it('has examples, and few that are not run', () => {
    expect(loose.length).toBeGreaterThan(30)
    const other = blocks.filter(({ info }) => !['yaml', 'yaml fragment', 'sh'].includes(info))
    expect(other).toEqual([])
    for (const { body } of blocks.filter(({ info }) => info === 'yaml fragment')) parse(body)
    expect(blocks.length - yaml.length).toBeLessThan(10)
  })

  it.each(loose.map(({ line, body }) => [line, body] as const))(
    'shows in line %i what is true',
    (_, body) => {
      const { standard, written, problems } = loadStandard(page, complete(parse(body)), 'en')
      expect(problems).toEqual([])
      expect(lintStandard(written!).filter(({ code }) => !untold.test(code))).toEqual([])
      const results = [...runExamples(standard!, () => true)]
      expect(results.length).toBeGreaterThan(0)
      const wrong = results.filter(({ verdict }) => verdict !== 'ok')
      expect(
        wrong.map(result => [
          result.criterion,
          result.example.kind,
          result.number,
          describeExample(result, 'en')
        ])
      ).toEqual([])
    }
  )

  it('shows files that hold together', async () => {
    const cwd = folderWith({})
    for (const { body } of files) {
      const path = join(cwd, nameOf(body)!)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, body)
    }
    const untoldCodes = ['clause', 'title', 'advice'].flatMap(what => ['--skip', `lint/no-${what}`])
    expect(await linecheck(['lint', '.', ...untoldCodes], { cwd })).toMatchObject({ exit: 0, err: '' })
    const { exit, out } = await linecheck(['test', '.', '-q', '--lang', 'en'], { cwd })
    expect(out).toMatch(/^\d+ passed, 0 failed\n$/)
    expect(exit).toBe(0)
  })

  it('tells of every key of the language, and of every word that a key takes', () => {
    const [keys, values] = [new Set<string>(), new Set<string>()]
    wordsOf(createJsonSchema(), keys, values)
    wordsOf(createTestSchema(), keys, values)
    const spans = [...prose.matchAll(/`([^`]+)`/g)].map(match => match[1]!)
    const told = (key: string): boolean =>
      spans.some(span => span === key || new RegExp(`(?<![\\w-])${key}:`).test(span))
    expect([...keys].filter(key => !told(key))).toEqual([])
    const words = new Set(spans.flatMap(span => [span, ...span.split(/[^\w.-]+/)]))
    const names = [...Object.keys(knownFields), ...Object.keys(factTypes), ...factMaps, ...contactNames]
    expect([...values, ...names].filter(value => !words.has(value))).toEqual([])
  })

  it('shows every key at work', () => {
    const keys = new Set<string>()
    wordsOf(createJsonSchema(), keys, new Set())
    wordsOf(createTestSchema(), keys, new Set())
    const used = new Set<string>()
    for (const { body } of yaml) collectKeys(parse(body), used)
    expect([...keys].filter(key => !used.has(key))).toEqual([])
  })

  it('names every fixture of the operators beside what it is called elsewhere', () => {
    const names = readdirSync(join(home, 'fixtures/operators')).filter(name => name.endsWith('.yaml'))
    const spans = new Set([...prose.matchAll(/`([^`]+)`/g)].map(match => match[1]!))
    expect(names.filter(name => !spans.has(name.replace('.yaml', '')))).toEqual([])
  })

  it('has a table of contents in which every heading stands, and links that lead somewhere', () => {
    const headings = [...prose.matchAll(/^#{2,3} (.+)$/gm)].map(match => anchorOf(match[1]!))
    const links = [...prose.matchAll(/\]\(#([^)]+)\)/g)].map(match => decodeURIComponent(match[1]!))
    expect(new Set(headings).size).toBe(headings.length)
    expect(links.filter(link => !headings.includes(link))).toEqual([])
    const [contents] = headings
    expect(headings.filter(heading => heading !== contents && !links.includes(heading))).toEqual([])
  })
})
