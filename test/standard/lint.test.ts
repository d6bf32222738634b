import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codes } from '../../src/diagnostics/catalogue.ts'
import { renderProblem } from '../../src/diagnostics/render.ts'
import { langs } from '../../src/diagnostics/wording.ts'
import { lintStandard } from '../../src/standard/lint/lint.ts'
import { loadStandard } from '../../src/standard/load.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/lint')
const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

function problemsOf(name: string) {
  const { written, problems } = loadStandard(name, read(name), 'en')
  expect(problems).toEqual([])
  return lintStandard(written!)
}

describe('what keeps a standard from being a good one', () => {
  for (const name of names) {
    for (const lang of langs) {
      it(`is told of ${name} (${lang})`, () => {
        const text = problemsOf(name)
          .map(problem => `${renderProblem(problem, lang, read(name))}\n`)
          .join('')
        const golden = join(folder, name.replace(/yaml$/, `${lang}.out`))
        if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
        expect(text).toBe(readFileSync(golden, 'utf8'))
      })
    }
  }

  it('has a fixture for every code', () => {
    const seen = new Set(names.flatMap(name => problemsOf(name).map(problem => problem.code)))
    expect(codes.filter(code => code.startsWith('lint/') && !seen.has(code))).toEqual([])
  })

  it('is nothing where nothing is wrong', () => {
    expect(problemsOf('clean.yaml')).toEqual([])
  })
})
