import { describe, expect, it } from 'vitest'
import { createView } from '../../src/checks/view.ts'
import type { FindStandard } from '../../src/standard/find.ts'
import { loadStandard } from '../../src/standard/load.ts'
import { contact } from '../checks/judge.ts'

const base = `linecheck: 1
id: base
title: Base
vars: { hotline: 星河, limit: 30 }
lexicons: { greeting: [您好], farewell: [再见] }
scoring: { pass: 60, bands: { good: 80, bad: 0 } }
sections:
  - id: opening
    title: Opening
    criteria:
      - { id: greeting, clause: B-1, title: Greets, weight: 2, advice: Say 您好., say: $greeting }
      - { id: hotline, clause: B-2, say: '{hotline}' }
  - id: closing
    criteria:
      - { id: farewell, clause: B-3, say: $farewell }
`

function load(own: string, files: Readonly<Record<string, string>> = { 'base.yaml': base }) {
  return loadStandard('own.yaml', own, 'en', name => {
    const file = name.replace('./', '')
    return files[file] === undefined ? undefined : { file, text: files[file] }
  })
}

const own = `linecheck: 1
id: own
extends: base.yaml
vars: { hotline: 银河 }
lexicons: { greeting: [您好, 早安] }
scoring: { pass: 70 }
drop: [farewell]
sections:
  - id: opening
    criteria:
      - { id: greeting, weight: 5 }
      - { id: hotline, avoid: '{hotline}' }
  - id: extra
    criteria:
      - { id: slang, avoid: [我晕] }
`

describe('a standard that extends another', () => {
  const { standard, problems } = load(own)
  const statuses = (lines: readonly string[]): Record<string, string> =>
    Object.fromEntries(
      standard!.criteria.map(c => [c.id, c.judge(createView(contact(lines), standard!.vars)).status])
    )

  it('takes no title from a file of lexicons, and keeps its own without sections', () => {
    const words = 'linecheck: 1\nid: words\ntitle: Words\nabout: Only words.\nlexicons: { hi: [您好] }\n'
    const find: FindStandard = name =>
      name === 'words' ? { file: 'words.yaml', text: words } : { file: 'base.yaml', text: base }
    const titleOf = (text: string): unknown => loadStandard('own.yaml', text, 'en', find).standard?.title
    const one = '\nsections: [{ id: a, criteria: [{ id: a, say: $hi }] }]\n'
    expect(titleOf(`linecheck: 1\nid: own\nextends: words${one}`)).toBe('own')
    expect(titleOf('linecheck: 1\nid: own\ntitle: Own\nextends: [words, base]\n')).toBe('Own')
    expect(titleOf('linecheck: 1\nid: own\nextends: [words, base]\n')).toBe('Base')
  })

  it('keeps what it does not change', () => {
    expect(problems).toEqual([])
    expect(standard).toMatchObject({ id: 'own', title: 'Base', vars: { hotline: '银河', limit: 30 } })
    expect(standard!.criteria[0]).toMatchObject({
      id: 'greeting',
      title: 'Greets',
      clause: ['B-1'],
      advice: 'Say 您好.'
    })
  })

  it('takes over variables, lexicons and scoring name by name', () => {
    expect(statuses(['A: 早安'])['greeting']).toBe('pass')
    expect(standard!.plan).toMatchObject({
      pass: 70,
      bands: [
        { name: 'good', from: 80 },
        { name: 'bad', from: 0 }
      ]
    })
  })

  it('changes a criterion by its id, and puts a new check in place of the old one', () => {
    expect(standard!.plan.criteria[0]!.weight).toBe(5)
    expect(statuses(['A: 这里是银河'])['hotline']).toBe('fail')
  })

  it('leaves out what it drops and adds what is new', () => {
    expect(standard!.criteria.map(c => c.id)).toEqual(['greeting', 'hotline', 'slang'])
    expect(standard!.sections.map(s => s.id)).toEqual(['opening', 'extra'])
  })

  it('tells of mistakes in the file where they were made', () => {
    const broken = base.replace('say: $farewell', 'say: $farwell')
    const places = load(own.replace('drop: [farewell]\n', ''), { 'base.yaml': broken }).problems.map(
      p => p.place
    )
    expect(places).toMatchObject([{ file: 'base.yaml', line: 15 }])
  })

  it('may build on lexicons alone, and on several files that build on each other', () => {
    const words = 'linecheck: 1\nid: words\nlexicons: { thanks: [谢谢] }\n'
    const middle = `linecheck: 1\nid: middle\nextends: [words.yaml, base.yaml]\n`
    const top =
      'linecheck: 1\nid: top\nextends: [middle.yaml, words.yaml]\nsections: [{ id: opening, criteria: [{ id: t, say: $thanks }] }]\n'
    const loaded = load(top, { 'base.yaml': base, 'words.yaml': words, 'middle.yaml': middle })
    expect(loaded.problems).toEqual([])
    expect(loaded.standard!.criteria.map(c => c.id)).toEqual(['greeting', 'hotline', 't', 'farewell'])
    expect([...loaded.sources.keys()]).toEqual(['own.yaml', 'middle.yaml', 'words.yaml', 'base.yaml'])
  })

  it('has a hash of all its files', () => {
    expect(load(own, { 'base.yaml': `${base}# more\n` }).standard!.hash).not.toBe(standard!.hash)
  })
})
