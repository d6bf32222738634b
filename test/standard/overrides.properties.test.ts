import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Path } from '../../src/pattern/resolve.ts'
import type { FindStandard } from '../../src/standard/find.ts'
import { loadStandard, type LoadedStandard } from '../../src/standard/load.ts'
import { readOverrides } from '../../src/standard/override-text.ts'

const rules = resolve(import.meta.dirname, '../../rules')
const names = ['callback', 'contact-centre-kpi']
const textOf = (path: string): string => readFileSync(join(rules, path), 'utf8')
const parts = new Map(
  ['lexicons', 'calendars'].flatMap(folder =>
    readdirSync(join(rules, folder)).map(file => [file.replace(/\.yaml$/, ''), `${folder}/${file}`] as const)
  )
)
const find: FindStandard = name => {
  const base = name.replace(/^.*\//, '').replace(/\.yaml$/, '')
  const path = parts.get(base) ?? `${base}.yaml`
  return { file: path, text: textOf(path) }
}
const load = (name: string, overrides: readonly string[]): LoadedStandard =>
  loadStandard(`${name}.yaml`, textOf(`${name}.yaml`), 'en', find, readOverrides(overrides).list)

interface Leaf {
  readonly key: string
  readonly value: unknown
}

const untouched = new Set(['linecheck', 'id', 'extends', 'drop', 'calendar'])

/** Every part of a standard with the key that leads to it. */
function* leavesOf(value: unknown, key: string, path: Path): Generator<Leaf> {
  if (path.length > 0 && value !== null && value !== undefined) yield { key, value }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (path.length === 0 && untouched.has(name)) continue
    const id: unknown = Array.isArray(value) ? (inner as { id?: unknown } | null)?.id : undefined
    const part = typeof id === 'string' ? id : name
    yield* leavesOf(inner, key === '' ? part : `${key}.${part}`, [...path, name])
  }
}

describe.each(names)('%s', name => {
  const before = load(name, [])
  const leaves = [...leavesOf(before.written!.standard, '', [])]

  it('is the same, but for its hash, when a part of it is set to what it is', () => {
    expect(leaves.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(fc.constantFrom(...leaves), ({ key, value }) => {
        const after = load(name, [`${key}=${JSON.stringify(value)}`])
        expect({ key, problems: after.problems, unplaced: after.unplaced?.size }).toEqual({
          key,
          problems: [],
          unplaced: 0
        })
        expect(after.written!.standard).toEqual(before.written!.standard)
        expect(after.standard!.plan).toEqual(before.standard!.plan)
        expect(after.standard!.hash).not.toBe(before.standard!.hash)
      }),
      { numRuns: 20 }
    )
  })
})

it('takes a colon in a key for what it is, where no standard is called by what stands before it', () => {
  const key = 'metrics.key-accounts-around-the-clock.examples.0.groups.03:00'
  const { standard, problems, unplaced } = load('contact-centre-kpi', [`${key}=40%`])
  expect({ problems, unplaced: unplaced?.size, overrides: standard?.overrides }).toEqual({
    problems: [],
    unplaced: 0,
    overrides: [`${key}=40%`]
  })
})
