import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallStandard } from './run.ts'

const clean = 'fixtures/lint/clean.yaml'

describe('linecheck lint', () => {
  it('is content with a good standard', async () => {
    expect(await linecheck(['lint', clean])).toEqual({ exit: 0, out: '1 file(s), no problems\n', err: '' })
  })

  it('warns with a place and counts, exit 0', async () => {
    const { exit, out, err } = await linecheck(['lint', 'fixtures/lint/weights-sum.yaml'])
    expect(err).toContain('weights-sum.yaml:5:13: warning[lint/weights-sum]')
    expect(out).toBe('1 file(s), 0 error(s), 1 warning(s)\n')
    expect(exit).toBe(0)
  })

  it('fails on what can never work', async () => {
    const { exit, out } = await linecheck(['lint', 'fixtures/lint/bounds-and-scopes.yaml'])
    expect(out).toBe('1 file(s), 5 error(s), 0 warning(s)\n')
    expect(exit).toBe(1)
  })

  it('fails on more warnings than are allowed', async () => {
    const run = async (max: string) => linecheck(['lint', 'fixtures/lint/bands.yaml', '--max-warnings', max])
    expect(await run('4')).toMatchObject({ exit: 0 })
    expect(await run('3')).toMatchObject({ exit: 1 })
    expect((await run('0')).err).toContain('more than the 0 allowed')
  })

  it('leaves out what it is told to', async () => {
    const cwd = folderWith({ 's.yaml': smallStandard })
    const skip = ['lint/no-title', 'lint/no-advice', 'lint/no-examples'].flatMap(code => ['--skip', code])
    expect((await linecheck(['lint', 's.yaml'], { cwd })).out).toContain('12 warning(s)')
    expect(await linecheck(['lint', 's.yaml', ...skip], { cwd })).toMatchObject({ exit: 0, err: '' })
    const unknown = await linecheck(['lint', 's.yaml', '--skip', 'lint/no-titel'], { cwd })
    expect(unknown.err).toContain('did you mean "lint/no-title"?')
    expect(unknown.exit).toBe(2)
  })

  it('speaks Chinese when asked', async () => {
    const { out, err } = await linecheck(['lint', 'fixtures/lint/weights-sum.yaml', '--lang', 'zh'])
    expect(err).toContain('警告[lint/weights-sum]: 各章节权重之和为 93.3，不是 100')
    expect(out).toBe('1 个文件，0 个错误，1 个警告\n')
  })

  it('judges well-formed standards beside broken ones', async () => {
    const cwd = folderWith({ 'a.yaml': 'linecheck: 2', 'b.yaml': smallStandard })
    const { exit, err } = await linecheck(['lint', '.'], { cwd })
    expect(err).toContain('a.yaml:1:12: error[standard/bad-value]')
    expect(err).toContain('b.yaml:8:15: warning[lint/no-title]')
    expect(exit).toBe(1)
  })
})
