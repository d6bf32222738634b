import { describe, expect, it } from 'vitest'
import { compileGlob } from '../../src/text/glob.ts'

describe('a pattern of paths', () => {
  it.each([
    [
      'scripts/*.md',
      ['scripts/a.md', './scripts/a.md', 'scripts\\a.md'],
      ['scripts/a/b.md', 'x/scripts/a.md']
    ],
    ['*.csv', ['a.csv', 'logs/2026/a.csv'], ['a.csv.gz', 'acsv']],
    ['**/*.md', ['a.md', 'x/y/a.md'], ['a.mdx']],
    ['logs/**', ['logs/a', 'logs/a/b.csv'], ['log/a']],
    ['a/**/b.md', ['a/b.md', 'a/x/b.md', 'a/x/y/b.md'], ['ab.md', 'a/xb.md']],
    ['log-?.{csv,tsv}', ['log-1.csv', 'x/log-2.tsv'], ['log-12.csv', 'log-/.csv', 'log-1.txt']],
    ['话术/[旧](1)+.md', ['话术/[旧](1)+.md'], ['话术/旧1.md']],
    ['a{b', ['a{b'], ['ab']],
    ['a},b', ['a},b'], ['a']],
    ['?.md', ['😀.md'], ['.md']]
  ])('%s', (pattern, inside, outside) => {
    const fits = compileGlob(pattern)
    expect(inside.filter(path => !fits(path))).toEqual([])
    expect(outside.filter(fits)).toEqual([])
  })

  it('takes no time to speak of, whatever it is', () => {
    const fits = compileGlob('*a*a*a*a*a*a*b')
    expect(fits('a'.repeat(200))).toBe(false)
  })
})
