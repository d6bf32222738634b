import { describe, expect, it } from 'vitest'
import { folderWith, linecheck } from './run.ts'

const files = {
  'library.txt': '您好，本店比遠山商城便宜，请加*V详谈。\n\n感谢您的来电，再见！\n',
  'banned.txt': '# 竞品\n远山商城\n加V\n',
  'empty.txt': '# 竞品\n',
  'standard.yaml': `linecheck: 1
id: shop
title: 店铺用语
sections:
  - id: talk
    criteria:
      - { id: bye, title: 道别, say: 再见 }
      - { id: sorry, title: 道歉, say: 抱歉 }
      - { id: rings, title: 三声内接听, field: rings <= 3 }
`
}

const run = (...args: readonly string[]) =>
  linecheck(['scripts', 'library.txt', '--lang', 'zh', ...args], { cwd: folderWith(files) })

describe('linecheck scripts with a standard', () => {
  it('sums up how far the library covers it', async () => {
    const { exit, out, err } = await run('-s', 'standard.yaml')
    expect(out).toContain('店铺用语：话术覆盖 2 项准则中的 1 项；另有 1 项不要求说话，不计入')
    expect(err).toContain('standard.yaml:8:15: 警告[scripts/uncovered]: 没有任何话术做到“道歉”')
    expect(exit).toBe(0)
  })

  it('asks for no coverage when told so, and for scripts that name what they cover', async () => {
    const none = await run('-s', 'standard.yaml', '--cover', 'none')
    expect(none.out).not.toContain('话术覆盖')
    expect(none.err).not.toContain('scripts/uncovered')
    const declared = await run('-s', 'standard.yaml', '--cover', 'declared')
    expect(declared.err.match(/scripts\/undeclared/g)).toHaveLength(2)
  })

  it('finds the words of a list, with a standard or without, and exits 1', async () => {
    const { exit, err } = await run('--forbid', 'banned.txt')
    expect(err).toContain(
      'library.txt:1:7: 错误[scripts/forbidden-word]: “遠山商城”含禁用词“远山商城”（banned.txt:2）'
    )
    expect(err).toContain(
      'library.txt:1:15: 错误[scripts/forbidden-word]: “加*V”含禁用词“加V”（banned.txt:3）'
    )
    expect(exit).toBe(1)
  })

  it('refuses a list without words, and one that is not there', async () => {
    const empty = await run('--forbid', 'empty.txt')
    expect(empty.err).toContain('scripts/no-words')
    expect(empty.exit).toBe(2)
    expect((await run('--forbid', 'nowhere.txt')).exit).toBe(2)
  })

  it('takes other choices of --cover for a mistake', async () => {
    expect((await run('--cover', 'most')).exit).toBe(2)
  })
})
