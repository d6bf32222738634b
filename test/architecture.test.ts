import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../src')

/** A room imports from rooms on lower floors only. */
const floors: readonly (readonly string[])[] = [
  ['model', 'diagnostics', 'text'],
  ['pattern', 'metrics', 'input', 'report'],
  ['checks', 'scoring', 'verdict'],
  ['standard'],
  ['audit', 'examples', 'explain'],
  ['scripts', 'diff'],
  ['cli']
]

/** Rooms that know no files, no clock and no process. */
const pure = ['model', 'text', 'pattern', 'checks', 'metrics', 'scoring', 'verdict', 'report']

/** Packages that only one room, or few, may know. */
const reserved: Readonly<Record<string, string | readonly string[]>> = {
  commander: 'cli',
  chalk: 'cli',
  inquirer: 'cli',
  'csv-parse': 'input',
  'mdast-util-from-markdown': 'scripts',
  // Standards, and maps of inputs.
  yaml: ['standard', 'input']
}

interface Import {
  readonly from: string
  readonly to: string
  readonly isPackage: boolean
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return listFiles(path)
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

const files = listFiles(src)
const imports: readonly Import[] = files.flatMap(file =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gms
    )
  ].map(match => {
    const target = (match[1] ?? match[2])!
    return target.startsWith('.')
      ? { from: file, to: resolve(dirname(file), target), isPackage: false }
      : { from: file, to: target, isPackage: true }
  })
)

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

const roomOf = (file: string): string => relative(src, file).split(sep)[0]!
const floorOf = (room: string): number => floors.findIndex(floor => floor.includes(room))
const short = (file: string): string => relative(src, file)

describe('the house', () => {
  it('has files and imports to look at', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(imports.length).toBeGreaterThan(200)
  })

  it('has no room that is not on a floor', () => {
    expect([...new Set(files.map(roomOf))].filter(room => floorOf(room) === -1)).toEqual([])
  })

  it('is imported downwards only', () => {
    const wrong = imports
      .filter(({ isPackage, to }) => !isPackage && to.startsWith(src))
      .filter(({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(roomOf(to)) >= floorOf(roomOf(from)))
      .map(({ from, to }) => `${short(from)} -> ${short(to)}`)
    expect(wrong).toEqual([])
  })

  it('keeps files, clock and process out of the pure rooms', () => {
    const wrong = files
      .filter(file => pure.includes(roomOf(file)))
      .filter(file =>
        /from 'node:|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bconsole\./.test(readFileSync(file, 'utf8'))
      )
      .map(short)
    expect(wrong).toEqual([])
  })

  it('lets only the command line know process and console', () => {
    const wrong = files
      .filter(file => roomOf(file) !== 'cli')
      .filter(file => /\bprocess\.(?!hrtime)|\bconsole\./.test(readFileSync(file, 'utf8')))
      .map(short)
    expect(wrong).toEqual([])
  })

  it('keeps each reserved package in its room', () => {
    const wrong = imports
      .filter(({ isPackage }) => isPackage)
      .filter(({ from, to }) => {
        const owner =
          reserved[
            to
              .split('/')
              .slice(0, to.startsWith('@') ? 2 : 1)
              .join('/')
          ]
        return owner !== undefined && ![owner].flat().includes(roomOf(from))
      })
      .map(({ from, to }) => `${short(from)} -> ${to}`)
    expect(wrong).toEqual([])
  })

  it('has no import circles', () => {
    const edges = new Map<string, string[]>()
    for (const { from, to, isPackage } of imports) {
      if (!isPackage) edges.set(from, [...(edges.get(from) ?? []), to])
    }
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file)
      if (at >= 0) circles.push([...path.slice(at), file].map(short).join(' -> '))
      if (at >= 0 || done.has(file)) return
      for (const next of edges.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(circles).toEqual([])
  })

  it('has no default exports and no any', () => {
    const wrong = files
      .filter(file =>
        /^export default|\bas any\b|: any\b|<any>/m.test(withoutComments(readFileSync(file, 'utf8')))
      )
      .map(short)
    expect(wrong).toEqual([])
  })
})
