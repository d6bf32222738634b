import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallStandard } from './run.ts'

const good = `  - name: good # a comment
    talk: ['A: 您好', 'C: hello']
    expect: { greeting: { status: pass, quotes: [您好] }, slang: pass, rings: unknown }
    score: 100
    band: good
`

/** A folder with the small standard under `rules` and tests of it under `tests`. */
function project(cases: string, standard = '../rules/small.yaml'): string {
  const cwd = folderWith({})
  mkdirSync(join(cwd, 'rules'))
  mkdirSync(join(cwd, 'tests'))
  writeFileSync(join(cwd, 'rules', 'small.yaml'), smallStandard)
  writeFileSync(join(cwd, 'tests', 'small.test.yaml'), `standard: ${standard}\ncases:\n${cases}`)
  return cwd
}

describe('linecheck test with files of tests', () => {
  it('runs every case, by file and by folder, and does not take the file for a standard', async () => {
    const cwd = project(good)
    for (const name of ['tests/small.test.yaml', 'tests', '.']) {
      expect(await linecheck(['test', '-q', name], { cwd })).toEqual({
        exit: 0,
        out: '1 passed, 0 failed\n',
        err: ''
      })
    }
    expect(await linecheck(['lint', '.'], { cwd })).toMatchObject({ exit: 0 })
  })

  it('runs the tests beside and below linecheck.yaml when nothing is named', async () => {
    const cwd = project(good, '../linecheck.yaml')
    writeFileSync(join(cwd, 'linecheck.yaml'), smallStandard)
    expect((await linecheck(['test'], { cwd: join(cwd, 'rules') })).out).toContain('1 passed, 0 failed')
  })

  it('has a word and a place for each way to fail, and never stops at the first', async () => {
    const cwd = project(`  - name: bad
    talk: 'A: 喂，我晕，damn'
    fields: { rings: 5 }
    expect:
      greeting: pass
      slang: pass
      rings: na
    score: 50
    band: good
  - name: kind
    talk: 'A: 您好'
    expect: { greeting: fail, slang: na }
  - name: unreadable
    talk: 您好
    expect: { greeting: pass }
${good}`)
    const { exit, out } = await linecheck(['test', 'tests'], { cwd })
    expect(out).toContain('tests/small.test.yaml:7:7: noisy: should not fail, but did  [bad · greeting]')
    expect(out).toContain('tests/small.test.yaml:8:7: noisy: should not fail, but did  [bad · slang]')
    expect(out).toContain('tests/small.test.yaml:10:12: wrong: score 50.0 expected, got 0.0  [bad]')
    expect(out).toContain('tests/small.test.yaml:11:11: wrong: band good expected, got bad  [bad]')
    expect(out).toContain('tests/small.test.yaml:14:15: missing: should fail, but passed  [kind · greeting]')
    expect(out).toContain('tests/small.test.yaml:14:31: wrong: expected na, got pass  [kind · slang]')
    expect(out).toMatch(/tests\/small\.test\.yaml:15:5: error: .*\[unreadable\]/)
    expect(out).toContain('1 passed, 3 failed')
    expect(exit).toBe(1)
  })

  it('does not take not applicable for a pass', async () => {
    const cwd = project("  - { talk: 'C: hello', expect: { greeting: pass } }\n")
    const { exit, out } = await linecheck(['test', 'tests'], { cwd })
    expect(out).toContain('wrong: expected pass, got na  [#1 · greeting]')
    expect(exit).toBe(1)
  })

  it('shows line by line where the quotes and the message differ', async () => {
    const cwd = project(`  - name: slang
    talk: 'A: 我晕 damn'
    expect: { slang: { status: fail, quotes: [我晕, 天啊], message: 出现 1 次 } }
`)
    const { out } = await linecheck(['test', 'tests', '--lang', 'zh'], { cwd })
    expect(out).toContain('引用的原话不同  [slang · slang]\n      我晕\n    - 天啊\n    + damn\n')
    expect(out).toContain('说明不同  [slang · slang]\n    - 出现 1 次\n    + 出现 2 次：我晕 / damn\n')
  })

  it('takes a message in either language, whatever the machine speaks', async () => {
    const cwd = project(`  - talk: 'A: damn'
    expect: { slang: { status: fail, message: '出现 1 次：damn' } }
  - talk: 'A: damn'
    expect: { slang: { status: fail, message: 'said 1 time(s): damn' } }
`)
    for (const lang of ['en', 'zh'])
      expect(await linecheck(['test', 'tests', '--lang', lang], { cwd })).toMatchObject({ exit: 0 })
  })

  it('compares scores to the digits that are expected', async () => {
    const twoThirds = `  - talk: 'A: damn 您好'
    fields: { rings: 2 }
    expect: {}
    score: `
    const exits = async (score: string) =>
      (await linecheck(['test', 'tests'], { cwd: project(`${twoThirds}${score}\n`) })).exit
    // 60 and 20 of 120: two thirds.
    expect(await Promise.all(['66.7', '66.67', '66.6667'].map(exits))).toEqual([0, 0, 0])
    expect(await Promise.all(['66.6', '67', 'null'].map(exits))).toEqual([1, 1, 1])
    expect(
      (await linecheck(['test', 'tests'], { cwd: project("  - { talk: 'C: x', score: null }\n") })).exit
    ).toBe(0)
  })

  it('takes what people marked', async () => {
    const cwd = project(`  - talk: 'A: 您好'
    marks: { tone: 4 }
    expect: { tone: pass }
  - talk: 'A: 您好'
    marks: { ton: 4 }
    expect: { tone: unknown }
`)
    const manual = `${smallStandard}      - { id: tone, manual: { scale: [1, 5], pass: 3 } }\n`
    writeFileSync(join(cwd, 'rules', 'small.yaml'), manual)
    const { exit, err } = await linecheck(['test', 'tests'], { cwd })
    expect(err).toContain('tests/small.test.yaml:7:14: error[test/unknown-criterion]')
    expect(exit).toBe(2)
    writeFileSync(
      join(cwd, 'tests', 'small.test.yaml'),
      "standard: ../rules/small.yaml\ncases:\n  - { talk: 'A: 您好', marks: { tone: 4 }, expect: { tone: pass } }\n"
    )
    expect(await linecheck(['test', 'tests'], { cwd })).toMatchObject({ exit: 0 })
  })

  it('runs only what is asked for', async () => {
    const cwd = project(
      `${good}  - { name: other, talk: 'A: damn', expect: { slang: pass, greeting: pass } }\n`
    )
    const run = async (filter: string) => linecheck(['test', 'tests', '--filter', filter], { cwd })
    expect((await run('good')).out).toContain('1 passed, 0 failed')
    expect((await run('slang')).out).toContain('1 passed, 1 failed')
    expect((await run('slang')).out).not.toContain('greeting')
    expect(await run('nothing')).toMatchObject({ exit: 2 })
  })

  it('finds a shipped standard by its name', async () => {
    const cwd = project("  - { talk: 'A: hi', expect: { no-such: pass } }\n", 'english-call-centre')
    const { err } = await linecheck(['test', 'tests'], { cwd })
    // The worktree may not hold the shipped standards; the name must then be told as one that leads nowhere.
    expect(err).toMatch(/test\/unknown-criterion|small\.test\.yaml:1:11: error\[standard\/not-found\]/)
  })
})

describe('linecheck test --update', () => {
  const cases = `  # before
  - name: slang
    talk: 'A: 我晕 damn'
    expect:
      slang:
        status: fail
        quotes:
          - "我晕" # one
          - 天啊
          - 哈哈
        message: x # says
      greeting: fail
    score: 12 # points
    band: good
  - name: flipped
    talk: 'A: damn'
    expect: { slang: pass, greeting: fail }
    score: 100
`

  it('writes quotes, messages, scores and bands in place and keeps the comments', async () => {
    const cwd = project(cases)
    const file = join(cwd, 'tests', 'small.test.yaml')
    const before = readFileSync(file, 'utf8')
    const { exit, out } = await linecheck(['test', 'tests', '--update'], { cwd })
    expect(readFileSync(file, 'utf8')).toBe(
      before
        .replace('          - 天啊\n          - 哈哈\n', '          - damn\n')
        .replace('message: x', 'message: "said 2 time(s): 我晕 / damn"')
        .replace('score: 12', 'score: 0')
        .replace('band: good', 'band: bad')
    )
    expect(out).toContain('tests/small.test.yaml: 4 value(s) updated')
    // Whether a criterion passes is not for the tool to decide, nor the score that follows.
    expect(out).toContain('noisy: should not fail, but did  [flipped · slang]')
    expect(out).toContain('1 passed, 1 failed')
    expect(exit).toBe(1)
    const again = await linecheck(['test', 'tests', '--update', '--filter', 'slang'], { cwd })
    expect(again.out).not.toContain('updated')
  })
})

describe('mistakes in files of tests', () => {
  const problemsOf = async (cases: string, standard?: string) =>
    linecheck(['test', 'tests'], { cwd: project(cases, standard) })

  it('are names that the standard does not know', async () => {
    const { exit, err } = await problemsOf(
      "  - { talk: 'A: hi', expect: { greting: pass }, band: superb }\n  - { talk: 'A: hi', expect: { slang: pass } }\n"
    )
    expect(err).toContain('tests/small.test.yaml:3:32: error[test/unknown-criterion]')
    expect(err).toContain('did you mean "greeting"?')
    expect(err).toContain('tests/small.test.yaml:3:55: error[test/unknown-band]')
    expect(exit).toBe(2)
  })

  it('are cases that expect nothing', async () => {
    const { exit, err } = await problemsOf("  - { name: idle, talk: 'A: hi' }\n")
    expect(err).toContain(
      'tests/small.test.yaml:3:5: error[test/expects-nothing]: case "idle" expects nothing'
    )
    expect(exit).toBe(2)
  })

  it('are a standard that is not there, unknown keys, and no cases', async () => {
    expect((await problemsOf(good, 'gone.yaml')).err).toContain(
      'tests/small.test.yaml:1:11: error[standard/not-found]'
    )
    expect((await problemsOf("  - { talks: 'A: hi', score: 1 }\n")).err).toContain('did you mean "talk"?')
    expect((await problemsOf('  []\n')).err).toContain('standard/too-few')
  })
})
