import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, home, linecheck } from './run.ts'

const slips = `linecheck: 1
id: s # the id
titel: "Talk"
scoring: { bands: { bad: 0, good: 60 } }
sections:
  - id: a
    criteria:
      - { id: x, clause: C-1, title: X, say: { by: agnet, any: hello }, advice: greet }
`
const mended = slips
  .replace('titel', 'title')
  .replace('agnet', 'agent')
  .replace('bad: 0, good: 60', 'good: 60, bad: 0')

const skip = ['--skip', 'lint/no-examples']

describe('linecheck lint --fix', () => {
  it('mends the file, says what it did, and judges what is left', async () => {
    const cwd = folderWith({ 's.yaml': slips })
    const { exit, out, err } = await linecheck(['lint', 's.yaml', '--fix', ...skip], { cwd })
    expect(readFileSync(join(cwd, 's.yaml'), 'utf8')).toBe(mended)
    expect(err).toBe(`s.yaml:3:1: fixed[standard/unknown-key]: "titel" is now "title"
s.yaml:8:52: fixed[standard/bad-value]: "agnet" is now "agent"
s.yaml:4:19: fixed[lint/bands-order]: ordered as good, bad
`)
    expect(out).toBe('3 fixed, 0 left\n1 file(s), no problems\n')
    expect(exit).toBe(0)
    const again = await linecheck(['lint', 's.yaml', '--fix', ...skip], { cwd })
    expect(again).toEqual({ exit: 0, out: '0 fixed, 0 left\n1 file(s), no problems\n', err: '' })
  })

  it('exits by what is left', async () => {
    const cwd = folderWith({ 's.yaml': slips.replace('id: x,', 'id: x, when: rings > 5 && rings < 3,') })
    const { exit, out, err } = await linecheck(['lint', 's.yaml', '--fix', ...skip], { cwd })
    expect(err).toContain('error[lint/never-applies]')
    expect(out).toBe('3 fixed, 1 left\n1 file(s), 1 error(s), 0 warning(s)\n')
    expect(exit).toBe(1)
  })

  it('speaks Chinese when asked', async () => {
    const cwd = folderWith({ 's.yaml': slips })
    const { out, err } = await linecheck(['lint', 's.yaml', '--fix', '--lang', 'zh', ...skip], { cwd })
    expect(err).toContain('s.yaml:3:1: 已修正[standard/unknown-key]: “titel”改为“title”')
    expect(out).toBe('修正 3 处，剩余 0 处\n1 个文件，没有问题\n')
  })

  it('shows a patch and writes nothing with --diff; the mistakes are still there', async () => {
    const cwd = folderWith({ 's.yaml': slips })
    const { exit, out, err } = await linecheck(['lint', 's.yaml', '--diff', ...skip], { cwd })
    expect(readFileSync(join(cwd, 's.yaml'), 'utf8')).toBe(slips)
    expect(out).toBe(`--- s.yaml
+++ s.yaml
@@ -1,8 +1,8 @@
 linecheck: 1
 id: s # the id
-titel: "Talk"
-scoring: { bands: { bad: 0, good: 60 } }
+title: "Talk"
+scoring: { bands: { good: 60, bad: 0 } }
 sections:
   - id: a
     criteria:
-      - { id: x, clause: C-1, title: X, say: { by: agnet, any: hello }, advice: greet }
+      - { id: x, clause: C-1, title: X, say: { by: agent, any: hello }, advice: greet }
`)
    expect(err).toContain('error[standard/unknown-key]')
    expect(err).toContain('3 can be fixed, 0 would be left\n1 file(s), 2 error(s), 0 warning(s)\n')
    expect(exit).toBe(1)
    expect(await linecheck(['lint', 's.yaml', '--diff', '--fix'], { cwd })).toMatchObject({ exit: 2 })
  })

  it('mends tests by the standard that they name', async () => {
    const tests = 'standard: s.yaml\ncases:\n  - { name: n, talk: ["A: hello"], expect: { greetng: pass } }\n'
    const cwd = folderWith({
      's.yaml': mended.replace('id: x', 'id: greeting'),
      's.test.yaml': tests
    })
    const ran = await linecheck(['lint', 's.test.yaml', '--fix'], { cwd })
    expect(ran).toMatchObject({ exit: 0, out: '1 fixed, 0 left\n1 file(s), no problems\n' })
    expect(readFileSync(join(cwd, 's.test.yaml'), 'utf8')).toBe(tests.replace('greetng', 'greeting'))
  })

  it('mends the lexicons beside a standard, but not those that are shipped', async () => {
    const lexicons = 'linecheck: 1\nid: lex\nlexicons:\n  bye: [再见]\n  end: [$byee, 再会]\n'
    const standard =
      'linecheck: 1\nid: s\nextends: [./lex.yaml, zh-courtesy]\nsections: [{ id: a, criteria: [{ id: x, say: [$end, $greting] }] }]\n'
    const cwd = folderWith({ 's.yaml': standard, 'lex.yaml': lexicons })
    const shipped = readFileSync(join(home, 'rules/lexicons/zh-courtesy.yaml'))
    await linecheck(['lint', 's.yaml', '--fix'], { cwd })
    expect(readFileSync(join(cwd, 'lex.yaml'), 'utf8')).toBe(lexicons.replace('$byee', '$bye'))
    expect(readFileSync(join(cwd, 's.yaml'), 'utf8')).toBe(standard.replace('$greting', '$greeting'))
    expect(readFileSync(join(home, 'rules/lexicons/zh-courtesy.yaml'))).toEqual(shipped)
  })

  it('leaves alone files that are no standards', async () => {
    const other = 'version: "3"\nsevices:\n  web: { titel: x }\n'
    const cwd = folderWith({ 'compose.yaml': other })
    expect(await linecheck(['lint', 'compose.yaml', '--fix'], { cwd })).toMatchObject({ exit: 1 })
    expect(readFileSync(join(cwd, 'compose.yaml'), 'utf8')).toBe(other)
  })

  it('keeps the byte order mark, line ends, mode and links, and leaves nothing behind', async () => {
    const cwd = folderWith({})
    mkdirSync(join(cwd, 'real'))
    const file = join(cwd, 'real', 's.yaml')
    writeFileSync(file, `\uFEFF${slips.replaceAll('\n', '\r\n')}`)
    chmodSync(file, 0o640)
    symlinkSync(file, join(cwd, 's.yaml'))
    await linecheck(['lint', 's.yaml', '--fix'], { cwd })
    expect(readFileSync(file, 'utf8')).toBe(`\uFEFF${mended.replaceAll('\n', '\r\n')}`)
    expect(statSync(file).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(cwd, 's.yaml')).isSymbolicLink()).toBe(true)
    expect(readdirSync(join(cwd, 'real'))).toEqual(['s.yaml'])
  })

  it('writes back no text that is not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(`${slips}# `), Buffer.from([0xc4, 0xe3, 0xba, 0xc3, 0x0a])])
    const cwd = folderWith({ 's.yaml': bytes })
    const { err } = await linecheck(['lint', 's.yaml', '--fix'], { cwd })
    expect(err).toContain('warning[usage/not-utf8]')
    expect(readFileSync(join(cwd, 's.yaml'))).toEqual(bytes)
  })
})
