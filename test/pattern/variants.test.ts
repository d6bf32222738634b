import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { PatternSource } from '../../src/pattern/source.ts'
import { find } from './find.ts'

interface Entry {
  readonly about?: string
  readonly pattern: PatternSource
  readonly values?: Readonly<Record<string, string>>
  readonly found: Readonly<Record<string, string | readonly string[]>>
  readonly not_found: readonly string[]
}

const folder = resolve(import.meta.dirname, '../../fixtures/patterns')
const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))

describe.each(files)('texts of %s', file => {
  const entries = parse(readFileSync(join(folder, file), 'utf8')) as readonly Entry[]
  for (const { about, pattern, values = {}, found, not_found } of entries) {
    const given = {
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))
    }
    describe(`${about ?? ''} ${JSON.stringify(pattern)}`, () => {
      for (const [text, quote] of Object.entries(found)) {
        it(`is found in ${text}`, () => {
          const finding = find(pattern, text, given)
          expect([finding.matched, finding.quotes]).toEqual([true, [quote].flat()])
        })
      }
      for (const text of not_found) {
        it(`is not found in ${text}`, () =>
          expect(find(pattern, text, given)).toMatchObject({ matched: false }))
      }
    })
  }
})
