import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codes } from '../../src/diagnostics/catalogue.ts'
import { compareProblems, type Problem } from '../../src/diagnostics/problem.ts'
import { renderProblem } from '../../src/diagnostics/render.ts'
import { langs, type Lang } from '../../src/diagnostics/wording.ts'
import { loadStandard, type LoadedStandard } from '../../src/standard/load.ts'
import { readOverrides } from '../../src/standard/override-text.ts'
import { listUnplaced } from '../../src/standard/unplaced-overrides.ts'

const folder = resolve(import.meta.dirname, '../../fixtures/overrides')
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const desk = read('desk.yaml')

const load = (texts: readonly string[], text: string = desk): LoadedStandard =>
  loadStandard('desk.yaml', text, 'en', () => undefined, readOverrides(texts).list)

/** All that is wrong with overrides on the fixture, as a command would tell it. */
function problemsOf(texts: readonly string[]): readonly Problem[] {
  const { problems, unplaced } = load(texts)
  const own = [...readOverrides(texts).problems, ...problems, ...(unplaced ? listUnplaced([unplaced]) : [])]
  return own.sort(compareProblems)
}

function planWith(...texts: readonly string[]) {
  expect(problemsOf(texts)).toEqual([])
  return load(texts).standard!.plan
}

describe('an override', () => {
  it('changes scoring, bands, weights of sections and of criteria, variables and metrics', () => {
    expect(planWith('scoring.pass=90').pass).toBe(90)
    expect(planWith('scoring.bands.优秀=92').bands[0]).toEqual({ name: '优秀', from: 92 })
    expect(planWith('sections.opening.weight=30').sections[0]!.weight).toBe(30)
    expect(planWith('opening.greeting.weight=0').criteria[0]!.weight).toBe(0)
    expect(load(['vars.reply_limit=10']).standard!.vars['reply_limit']).toBe(10)
    const { standard } = load(['metrics.service-level.target=>= 85%'])
    expect(standard!.metrics[0]!.header.target).toBe('>= 85%')
    expect(load(['hold.measure.max=30s']).written!.standard.sections![1]!.criteria[0]).toMatchObject({
      measure: { silence: 'each', max: '30s' }
    })
  })

  it('means the longest name that fits where names hold dots', () => {
    const weights = (text: string) => planWith(text).criteria.map(({ weight }) => weight)
    expect(weights('opening.greeting.weight=9')).toEqual([9, 1, 1, 1])
    expect(weights('opening.greeting.name.weight=9')).toEqual([3, 9, 1, 1])
    expect(weights('criteria.opening.greeting.name.weight=9')).toEqual([3, 9, 1, 1])
    expect(weights('sections.opening.criteria.opening.greeting.weight=9')).toEqual([9, 1, 1, 1])
  })

  it('reaches a criterion that is called like a key of the standard', () => {
    const text = desk.replace('id: hold,', 'id: scoring,')
    const passOf = (key: string) => load([`${key}=7`], text).standard!.plan
    expect(passOf('scoring.pass').pass).toBe(7)
    expect(passOf('criteria.scoring.weight').criteria[2]!.weight).toBe(7)
  })

  it('puts a check in the place of another, as a standard that extends does', () => {
    const { criteria } = load(['hold.avoid=[喂]']).written!.standard.sections![1]!
    expect(criteria[0]).toEqual({ id: 'hold', avoid: ['喂'] })
  })

  it('adds keys that the language knows, and maps on the way to them', () => {
    expect(planWith('hold.fatal=true').criteria[2]!.fatal).toBe('evaluation')
    const bare = desk.replace(/^scoring:.*\n/m, '')
    expect(load(['scoring.pass=0'], bare).standard!.plan.pass).toBe(0)
  })

  it('takes away with null: keys, criteria, metrics, and sections that lose all', () => {
    expect(planWith('scoring.pass=null').pass).toBeUndefined()
    const less = planWith('hold=null', 'criteria.reply=null')
    expect(less.criteria.map(({ id }) => id)).toEqual(['opening.greeting', 'opening.greeting.name'])
    expect(less.sections.map(({ id }) => id)).toEqual(['opening'])
    expect(load(['metrics.service-level=null']).standard!.metrics).toEqual([])
    expect(load(['lexicons.greeting.0=null']).written!.standard.lexicons).toEqual({ greeting: ['早上好'] })
  })

  it('keeps the places of what is left when something is taken away', () => {
    const { problems } = load(['opening.greeting=null', 'hold=null'], desk.replace("'{company}'", '$compny'))
    const before = load([], desk.replace("'{company}'", '$compny')).problems
    expect(problems.length).toBeGreaterThan(0)
    expect(problems).toEqual(before)
  })

  it('comes after those before it', () => {
    expect(planWith('scoring.pass=70', 'scoring.pass=80').pass).toBe(80)
    expect(planWith('scoring.bands.优秀=92', 'scoring.bands={A: 50}').bands).toEqual([
      { name: 'A', from: 50 }
    ])
    expect(problemsOf(['scoring.bands={A: 50}', 'scoring.bands.优秀=92'])).toMatchObject([
      { code: 'override/unknown-name', place: { line: 2 } }
    ])
  })

  it('is a text where YAML would see a mark of its own', () => {
    const targetOf = (value: string) =>
      load([`metrics.service-level.target=${value}`]).standard?.metrics[0]!.header.target
    expect(targetOf('>= 85%')).toBe('>= 85%')
    expect(targetOf("'>= 85%'")).toBe('>= 85%')
    expect(load(['title=前台 #2']).standard!.title).toBe('前台 #2')
    expect(load(['hold.field=!(wait > 5)']).problems).toEqual([])
  })

  it('is in the hash and named by the standard; one for another standard is neither', () => {
    const plain = load([]).standard!
    const changed = load(['scoring.pass=90', 'desk:scoring.bands.优秀=92', 'other:scoring.pass=10']).standard!
    expect(changed.overrides).toEqual(['scoring.pass=90', 'scoring.bands.优秀=92'])
    expect(changed.plan.pass).toBe(90)
    expect(changed.hash).not.toBe(plain.hash)
    expect(load(['other:scoring.pass=10']).standard).toMatchObject({ hash: plain.hash })
    expect(plain.overrides).toBeUndefined()
  })

  it('leaves alone what its value is shared with', () => {
    const text = desk.replace(
      'metrics:',
      'clauses: [&one A-1, *one]\nabout: &text words\nversion: *text\nmetrics:'
    )
    expect(load(['about=more'], text).written!.standard).toMatchObject({ about: 'more', version: 'words' })
  })
})

describe('what is wrong with overrides', () => {
  const themes = ['mistakes', 'wrong-values']
  const linesOf = (theme: string): string[] => read(`${theme}.txt`).trimEnd().split('\n')

  for (const theme of themes) {
    it.each<Lang>([...langs])(`is told with its place: ${theme} (%s)`, lang => {
      const texts = linesOf(theme)
      const sources = new Map([
        ['--set', readOverrides(texts).text],
        ['desk.yaml', desk]
      ])
      const text = problemsOf(texts)
        .map(problem => renderProblem(problem, lang, sources.get(problem.place!.file)))
        .join('\n')
      const golden = join(folder, `${theme}.${lang}.out`)
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, `${text}\n`)
      expect(`${text}\n`).toBe(readFileSync(golden, 'utf8'))
    })
  }

  it('has a fixture for every code', () => {
    const seen = new Set(themes.flatMap(theme => problemsOf(linesOf(theme)).map(({ code }) => code)))
    expect(codes.filter(code => code.startsWith('override/') && !seen.has(code))).toEqual([])
  })

  it('is told of no standard that is broken anyway', () => {
    const broken = load(['scoring.pas=1'], desk.replace('pass: 60', 'pass: sixty'))
    expect(broken.problems.map(({ code }) => code)).toEqual(['standard/wrong-type'])
    expect(broken.unplaced).toBeUndefined()
  })
})
