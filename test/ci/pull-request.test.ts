import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { home, linecheck, type Ran } from '../cli/run.ts'
import { createRepository } from './repository.ts'

/**
 * A pull request adds a sentence to the greeting that sounds harmless and promises what nobody may promise, and drops the
 * agent's number from it: in the standard and in the library of scripts.
 */
const commands = {
  lint: ['lint', 'rules'],
  test: ['test', 'rules'],
  scripts: ['scripts', 'scripts', '-s', 'rules/hotline.yaml'],
  diff: ['diff', 'contacts', '-s', 'rules/hotline.yaml', '--since', 'origin/main', '--fail-on-regression']
} as const

const run = (name: keyof typeof commands, cwd: string, ...more: readonly string[]): Promise<Ran> =>
  linecheck([...commands[name], '--lang', 'zh', ...more], { cwd })

const codesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\[((?:lint|scripts)\/[\w-]+)\]/g)].map(match => match[1]!)

describe('a pull request', () => {
  it('finds nothing wrong before', async () => {
    const { folder } = createRepository()
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      expect(await run(name, folder), name).toMatchObject({ exit: 0, err: '' })
    }
  })

  it('is told by lint that the standard asks for what it forbids', async () => {
    const { folder, change } = createRepository()
    change()
    const { exit, err } = await run('lint', folder)
    expect(exit).toBe(1)
    expect(codesIn(err)).toEqual(['lint/contradiction'])
    expect(err).toContain('rules/hotline.yaml:21:17')
    expect(err).toContain('您放心，我们保证当天给您修好')
  })

  it('is told by test which examples do not hold any more', async () => {
    const { folder, change } = createRepository()
    change()
    const { exit, out } = await run('test', folder)
    expect(exit).toBe(1)
    expect(out).toContain('opening.script pass 1')
    expect(out).toContain('8 通过，2 失败')
  })

  it('is told by scripts what is forbidden, what is missing, and where', async () => {
    const { folder, change } = createRepository()
    change()
    const { exit, err } = await run('scripts', folder)
    expect(exit).toBe(1)
    expect(new Set(codesIn(err))).toEqual(
      new Set([
        'scripts/own-passage-forbidden',
        'scripts/uncovered',
        'scripts/unsatisfied',
        'scripts/conflict',
        'scripts/forbidden'
      ])
    )
    expect(err).toContain('scripts/hotline.md:9:32')
    expect(err).toContain('首句报工号')
  })

  it('is told by diff whose score falls, and by which clause', async () => {
    const { folder, change } = createRepository()
    change()
    const { exit, out } = await run('diff', folder)
    expect(exit).toBe(1)
    expect(out).toContain('6 份中有 6 份由合格变为不合格；均分 100.0 → 70.0（-30.0）')
    expect(out).toContain('1.1 按话术开场：通过 → 未通过')
  })

  it('gets one summary of all, which a team lead understands', async () => {
    const { folder, change } = createRepository()
    change()
    const summary = join(folder, 'summary.md')
    const env = { GITHUB_STEP_SUMMARY: summary }
    for (const name of Object.keys(commands) as (keyof typeof commands)[]) {
      const args = [...commands[name], '--lang', 'zh', '-q', '-o', `markdown:${summary}`]
      expect((await linecheck(args, { cwd: folder, env })).exit, name).toBe(1)
    }
    const golden = join(home, 'fixtures', 'pull-request', 'summary.zh.md')
    const text = readFileSync(summary, 'utf8')
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
    const heads = [...text.matchAll(/^## linecheck (\w+): ❌ 未通过$/gm)].map(match => match[1])
    expect(heads).toEqual(['lint', 'test', 'scripts', 'diff'])
  })
})
