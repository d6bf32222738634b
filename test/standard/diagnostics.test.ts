import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codes } from '../../src/diagnostics/catalogue.ts'
import { renderProblem } from '../../src/diagnostics/render.ts'
import { langs } from '../../src/diagnostics/wording.ts'
import { loadStandard } from '../../src/standard/load.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/diagnostics')
const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const load = (name: string) =>
  loadStandard(name, read(name), 'en', wanted => {
    const file = wanted.replace('./', '')
    return existsSync(join(folder, file)) ? { file, text: read(file) } : undefined
  })
const problemsOf = (name: string) => load(name).problems

/** Codes that do not come from the text of a standard; their cases stand with the rooms that report them. */
const elsewhere = new Set(['standard/not-found', 'standard/bad-example'])

describe('mistakes of a standard', () => {
  for (const name of names) {
    for (const lang of langs) {
      it(`are told of ${name} (${lang})`, () => {
        const text = problemsOf(name)
          .map(problem => renderProblem(problem, lang, load(name).sources.get(problem.place!.file)))
          .join('\n')
        const golden = join(folder, name.replace(/yaml$/, `${lang}.out`))
        if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, `${text}\n`)
        expect(`${text}\n`).toBe(readFileSync(golden, 'utf8'))
      })
    }
  }

  it('are all told at once: twenty mistakes, twenty diagnostics', () => {
    expect(problemsOf('twenty-mistakes.yaml')).toHaveLength(20)
  })

  it('have a fixture for every code', () => {
    const seen = new Set(names.flatMap(name => problemsOf(name).map(problem => problem.code)))
    const wanted = codes.filter(code => code.startsWith('standard/') && !elsewhere.has(code))
    expect(wanted.filter(code => !seen.has(code))).toEqual([])
  })

  it('point at the bad value under full-width characters', () => {
    const text = [
      'linecheck: 1',
      'id: hotline',
      'sections:',
      '  - { id: opening, criteria: [{ id: a, say: [您好, 早上好, $问侯] }] }'
    ].join('\n')
    const { problems } = loadStandard('a.yaml', text, 'en')
    const [, line, caret] = renderProblem(problems[0]!, 'en', text).split('\n')
    // Five full-width characters stand before $问侯; a terminal gives each of them two columns.
    expect(caret!.indexOf('^')).toBe(line!.indexOf('$问侯') + 5)
    expect(caret!.match(/\^+/)![0]).toHaveLength(5)
  })
})
