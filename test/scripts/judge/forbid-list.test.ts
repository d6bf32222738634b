import { describe, expect, it } from 'vitest'
import { readForbidList } from '../../../src/scripts/judge/forbid-list.ts'

const base = 'linecheck: 1\nid: base\nlexicons:\n  polite: [您好]\n  shops: [山丘商城]\n'
const read = (file: string, text: string) =>
  readForbidList(file, text, 'zh', () => ({ file: 'base.yaml', text: base }))
const wordsOf = (file: string, text: string) =>
  read(file, text).standard?.criteria.map(({ title, place }) => `${title} ${place.line}:${place.col}`)

describe('a list of forbidden words', () => {
  it('has a word a line, without remarks and blank lines', () => {
    const text = '\uFEFF# 竞品\r\n远山商城\r\n\r\n  溪谷优选  # 旧名\r\nC#\r\n'.replace('\uFEFF', '')
    expect(wordsOf('banned.txt', text)).toEqual(['远山商城 2:1', '溪谷优选 4:3', 'C# 5:1'])
  })

  it('takes patterns as standards do, and says what is wrong with one', () => {
    expect(wordsOf('banned.txt', '/加.{0,2}微信/')).toEqual(['/加.{0,2}微信/ 1:1'])
    const { standard, problems } = read('banned.txt', '您好\n/(/\n$names')
    expect(standard).toBeUndefined()
    expect(problems.map(({ code, place }) => `${code} ${place?.line}`)).toEqual([
      'standard/regex-syntax 2',
      'standard/unknown-lexicon 3'
    ])
  })

  it('may be the lexicons of a YAML file, each word where it is written', () => {
    const text = [
      'linecheck: 1',
      'id: rivals',
      'extends: base',
      'lexicons:',
      '  names: [远山商城, 溪谷优选]',
      '  contact: { any: [加微信], except: [企业微信] }',
      '  far: { near: [加, 群], apart: 3 }'
    ].join('\n')
    // What it takes over from another file is not forbidden.
    expect(wordsOf('rivals.yaml', text)).toEqual([
      '远山商城 5:11',
      '溪谷优选 5:17',
      '加微信 6:20',
      '$far 7:8'
    ])
  })

  it('must have a word', () => {
    for (const [file, text] of [
      ['banned.txt', '# nothing\n'],
      ['rivals.yaml', 'linecheck: 1\nid: rivals\n']
    ] as const) {
      expect(read(file, text).problems).toMatchObject([
        { code: 'scripts/no-words', place: { file, line: 1 } }
      ])
    }
  })

  it('tells what is wrong with its YAML', () => {
    const { standard, problems } = read('rivals.yaml', 'linecheck: 1\nid: rivals\nlexicon: {}\n')
    expect(standard).toBeUndefined()
    expect(problems[0]).toMatchObject({ severity: 'error', place: { line: 3 } })
  })
})
