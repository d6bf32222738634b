import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallStandard } from './run.ts'

const library = '## 开头\n\n> 您好，请讲，我在听。\n\n## 结束\n\n> 感谢您的来电，再见。\n'

describe('linecheck scripts', () => {
  it('is content with a good library, and says that it knew no standard', async () => {
    const cwd = folderWith({ 'a.md': library })
    const { exit, out, err } = await linecheck(['scripts', 'a.md'], { cwd })
    expect(out).toBe('1 file(s), 2 script(s), no problems\n')
    expect(err).toMatch(/^no standard: /)
    expect(exit).toBe(0)
  })

  it('finds the standard above the folder it is run in', async () => {
    const cwd = folderWith({ 'a.md': library, 'linecheck.yaml': smallStandard })
    const { err } = await linecheck(['scripts', 'a.md'], { cwd })
    expect(err).not.toContain('no standard')
  })

  it('refuses a standard that is not well formed', async () => {
    const cwd = folderWith({ 'a.md': library, 's.yaml': 'linecheck: 2' })
    const { exit, err } = await linecheck(['scripts', 'a.md', '-s', 's.yaml'], { cwd })
    expect(err).toContain('s.yaml:1:12: error[standard/bad-value]')
    expect(exit).toBe(2)
  })

  it('decides by severity, by number and by what is skipped', async () => {
    const cwd = folderWith({ 'a.md': '> 我是XX，请讲\n\n> 我是XX，请再讲一遍\n' })
    const run = async (...args: string[]) => (await linecheck(['scripts', 'a.md', ...args], { cwd })).exit
    expect(await run()).toBe(0)
    expect(await run('--fail-on', 'warning')).toBe(1)
    expect(await run('--max-warnings', '1')).toBe(1)
    expect(await run('--fail-on', 'warning', '--skip', 'scripts/unfilled')).toBe(0)
    expect(await run('--skip', 'scripts/unfiled')).toBe(2)
  })

  it('is unusable where no script is', async () => {
    const cwd = folderWith({ 'a.csv': 'a,b\n1,2\n' })
    const { exit, err } = await linecheck(['scripts', 'a.csv'], { cwd })
    expect(err).toContain('a.csv:1: error[scripts/no-text-column]')
    expect(err).toContain('error[scripts/nothing]')
    expect(exit).toBe(2)
  })

  it('reads folders, with everything in them that can be a library', async () => {
    const cwd = folderWith({ 'a.md': library, 'b.txt': '稍等片刻\n', 'c.png': 'x' })
    expect((await linecheck(['scripts', '.'], { cwd })).out).toContain('2 file(s), 3 script(s)')
  })

  it('writes an item for each script, whose findings keep their names when lines move', async () => {
    const findings = async (page: string) => {
      const cwd = folderWith({ 'a.md': page })
      const { out } = await linecheck(['scripts', 'a.md', '-f', 'json'], { cwd })
      const report = JSON.parse(out) as {
        items: { name: string; status: string; findings: { line: number; fingerprint: string }[] }[]
      }
      return report.items.map(({ name, status, findings: [first] }) => ({ name, status, ...first }))
    }
    const text = '<!-- linecheck: id=A -->\n\n> 签收后7天内可以退货\n\n> 签收后9天内可以退货\n'
    const [before, after] = [await findings(text), await findings(`\n\n${text}`)]
    expect(before).toMatchObject([
      { name: 'A', status: 'passed' },
      { name: 'a#2', status: 'failed', line: 5 }
    ])
    expect(after[1]).toMatchObject({ line: 7, fingerprint: before[1]!.fingerprint })
  })

  it('takes only options that mean something', async () => {
    const cwd = folderWith({ 'a.md': library })
    const exits = await Promise.all(
      [
        ['--rate', '0'],
        ['--similar', '120%'],
        ['--map', 'text'],
        ['--map', 'texts=x'],
        ['--slots', 'none.yaml']
      ].map(async args => (await linecheck(['scripts', 'a.md', ...args], { cwd })).exit)
    )
    expect(exits).toEqual([2, 2, 2, 2, 2])
  })
})
