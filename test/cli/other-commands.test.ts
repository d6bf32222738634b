import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallStandard } from './run.ts'

const withExamples = (examples: string): string =>
  smallStandard.replace('any: [您好, hello] } }', `any: [您好, hello] }, examples: ${examples} }`)

describe('linecheck test', () => {
  const testing = async (examples: string) =>
    linecheck(['test', 's.yaml'], { cwd: folderWith({ 's.yaml': withExamples(examples) }) })

  it('runs the examples of every criterion', async () => {
    const { exit, out } = await testing(
      "{ pass: ['A: 您好'], fail: ['A: 喂', ['A: 喂', 'C: hello']], na: ['C: 喂'] }"
    )
    expect(out).toContain('4 passed, 0 failed')
    expect(exit).toBe(0)
  })

  it('has a word for each way to fail, with the place of the example, and never stops at the first', async () => {
    const { exit, out } = await testing("{ pass: ['A: 喂', 'C: 喂', '您好'], fail: ['A: 您好'] }")
    expect(out).toMatch(/s\.yaml:8:\d+: noisy/)
    expect(out).toMatch(/s\.yaml:8:\d+: wrong: expected pass, got na/)
    expect(out).toMatch(/s\.yaml:8:\d+: error/)
    expect(out).toMatch(/s\.yaml:8:\d+: missing/)
    expect(out).toContain('0 passed, 4 failed')
    expect(exit).toBe(1)
  })

  it('runs only what is asked for', async () => {
    const cwd = folderWith({ 's.yaml': withExamples("{ pass: ['A: 您好'] }") })
    expect((await linecheck(['test', 's.yaml', '--filter', 'greet'], { cwd })).out).toContain('1 passed')
    expect(await linecheck(['test', 's.yaml', '--filter', 'slang'], { cwd })).toMatchObject({ exit: 2 })
  })

  it('holds for every shipped standard', async () => {
    const { exit, out } = await linecheck(['test', 'rules'])
    expect(out).toMatch(/\d{3,} passed, 0 failed/)
    expect(exit).toBe(0)
  })
})

describe('linecheck lint', () => {
  it('says all that is wrong, exit 1', async () => {
    const { exit, out, err } = await linecheck(['lint', 'fixtures/diagnostics/twenty-mistakes.yaml'])
    expect(err.match(/error\[/g)).toHaveLength(20)
    expect(out).toContain('20 error(s), 0 warning(s)')
    expect(exit).toBe(1)
  })

  it('is content with the shipped standards', async () => {
    expect(await linecheck(['lint', 'rules'])).toMatchObject({ exit: 0, err: '' })
    // Fourteen packs, some seconds on a machine that does nothing else.
  }, 120_000)
})

describe('linecheck schema', () => {
  it('prints a JSON Schema that names every key of a criterion', async () => {
    const { exit, out } = await linecheck(['schema'])
    const schema = JSON.parse(out) as {
      $defs: { criterion: { properties: object; additionalProperties: boolean } }
    }
    const keys = Object.keys(schema.$defs.criterion.properties)
    expect(keys).toEqual(
      expect.arrayContaining(['id', 'clause', 'say', 'avoid', 'answer', 'measure', 'field', 'when'])
    )
    expect(schema.$defs.criterion.additionalProperties).toBe(false)
    expect(exit).toBe(0)
  })
})

describe('linecheck init', () => {
  it.each(['zh', 'en'])('writes a standard that lints clean and whose examples hold (%s)', async lang => {
    const cwd = folderWith({})
    expect(await linecheck(['init', '--yes', '--lang', lang], { cwd })).toMatchObject({ exit: 0 })
    expect(readFileSync(join(cwd, 'linecheck.yaml'), 'utf8')).toContain(`lang: ${lang}`)
    expect(await linecheck(['lint'], { cwd })).toMatchObject({ exit: 0, err: '' })
    expect((await linecheck(['test', '-q'], { cwd })).out).toMatch(/^1\d passed, 0 failed\n$/)
  })

  it('does not write over a file', async () => {
    const cwd = folderWith({ 'linecheck.yaml': 'mine' })
    const { exit, err } = await linecheck(['init', '--yes'], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain('usage/file-exists')
    expect(readFileSync(join(cwd, 'linecheck.yaml'), 'utf8')).toBe('mine')
  })
})

describe('linecheck demo', () => {
  it('shows scorecards of the shipped example', async () => {
    const { exit, out } = await linecheck(['demo', '--lang', 'en'])
    expect(out).toContain('60 contacts')
    expect(exit).toBe(0)
  })
})

describe('linecheck', () => {
  it('tells what there is', async () => {
    const { exit, out } = await linecheck(['--help'])
    for (const command of ['audit', 'test', 'lint', 'schema', 'init', 'demo']) expect(out).toContain(command)
    expect(exit).toBe(0)
  })

  it('tells its version', async () => {
    expect((await linecheck(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
