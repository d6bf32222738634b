import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareProblems } from '../../../src/diagnostics/problem.ts'
import { measureCoverage } from '../../../src/scripts/judge/coverage.ts'
import { langs } from '../../../src/diagnostics/wording.ts'
import { home } from '../../cli/run.ts'
import { fixtureLibrary, shippedContext } from './fixtures.ts'
import { messagesOf, problemsOf } from './judged.ts'

const good = [
  { file: 'hotline.yaml', pack: 'telecom-hotline', lang: 'zh', covered: 26 },
  { file: 'call-centre.yaml', pack: 'english-call-centre', lang: 'en', covered: 15 }
] as const

describe('a good library', () => {
  for (const { file, pack, lang, covered } of good) {
    it(`says nothing that ${pack} forbids, and satisfies all that it names`, async () => {
      const library = await fixtureLibrary(file)
      const problems = problemsOf(library, shippedContext([pack], lang))
      const gaps = ['scripts/uncovered', 'scripts/no-occasion']
      expect(
        messagesOf(
          problems.filter(({ code }) => !gaps.includes(code)),
          lang
        )
      ).toEqual([])
    })

    it(`covers what it says of ${pack}`, async () => {
      const library = await fixtureLibrary(file)
      const [coverage] = measureCoverage(library, shippedContext([pack], lang))
      const found = coverage!.criteria.filter(({ status }) => status === 'covered')
      const ids = new Set(found.map(({ judged }) => judged.criterion.id))
      const asked = new Set(coverage!.criteria.map(({ judged }) => judged.criterion.id))
      const named = library.flatMap(({ satisfies }) => satisfies).filter(name => asked.has(name))
      expect(named.filter(name => !ids.has(name))).toEqual([])
      expect(named.length).toBeGreaterThan(9)
      expect(found).toHaveLength(covered)
    })
  }

  it('has the same problems in whatever order its scripts stand', async () => {
    const context = shippedContext(['telecom-hotline'], 'zh')
    const library = [
      ...(await fixtureLibrary('hotline.yaml')),
      ...(await fixtureLibrary('hotline-flawed.yaml'))
    ]
    const told = (scripts: typeof library) => messagesOf(problemsOf(scripts, context), 'zh').toSorted()
    const all = told(library)
    expect(told(library.toReversed())).toEqual(all)
    expect(told([...library.slice(7), ...library.slice(0, 7)])).toEqual(all)
  })
})

describe('a flawed library', () => {
  const flawed = [
    { name: 'hotline-flawed', pack: 'telecom-hotline' },
    { name: 'call-centre-flawed', pack: 'english-call-centre' }
  ]
  for (const { name, pack } of flawed) {
    it.each(langs)(`${name} is told all that is wrong with it (%s)`, async lang => {
      const library = await fixtureLibrary(`${name}.yaml`)
      const problems = [...problemsOf(library, shippedContext([pack], lang))].sort(compareProblems)
      const text = messagesOf(problems, lang)
        .map((message, i) => `${problems[i]!.place!.file}:${problems[i]!.place!.line}: ${message}\n`)
        .join('')
      const golden = join(home, `fixtures/scripts/judged/${name}.${lang}.out`)
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
      expect(text).toBe(readFileSync(golden, 'utf8'))
    })
  }
})

describe('shipped standards', () => {
  it('do not ask for what others among them forbid', () => {
    const packs = ['telecom-hotline', 'ecommerce-aftersales', 'ecommerce-presales', 'enterprise-desk']
    expect(messagesOf(problemsOf([], shippedContext(packs, 'zh')), 'zh')).toEqual([])
  })
})
