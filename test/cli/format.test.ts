import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck } from './run.ts'

const loose = `linecheck:   1
id: s
sections:
- id: a   # why
  criteria:
    -   say:  "hello"
        id: x
`
const tidy = `linecheck: 1
id: s
sections:
  - id: a # why
    criteria:
      - id: x
        say: hello
`

describe('linecheck format', () => {
  it('formats the nearest linecheck.yaml when no file is named', async () => {
    const cwd = folderWith({ 'linecheck.yaml': loose })
    const run = () => linecheck(['format'], { cwd })
    expect(await run()).toEqual({
      exit: 0,
      out: 'linecheck.yaml\n1 file(s) formatted, 0 unchanged\n',
      err: ''
    })
    expect(readFileSync(join(cwd, 'linecheck.yaml'), 'utf8')).toBe(tidy)
    expect((await run()).out).toBe('0 file(s) formatted, 1 unchanged\n')
  })

  it('formats all that folders hold: standards, lexicons, calendars and tests', async () => {
    const cwd = folderWith({
      'a.yaml': loose,
      'a.test.yaml': 'standard:  a.yaml\ncases:\n- {talk: "A: hi",score:  1}\n'
    })
    mkdirSync(join(cwd, 'lexicons'))
    writeFileSync(join(cwd, 'lexicons/l.yaml'), 'linecheck:  1\nid: l\n')
    const { out } = await linecheck(['format', '.', '--lang', 'zh'], { cwd })
    expect(out).toBe('a.test.yaml\na.yaml\nlexicons/l.yaml\n已排版 3 个文件，0 个无需改动\n')
    expect(readFileSync(join(cwd, 'a.test.yaml'), 'utf8')).toBe(
      "standard: a.yaml\ncases:\n  - { talk: 'A: hi', score: 1 }\n"
    )
  })

  it('lists with --check what is not formatted, writes nothing and exits 1', async () => {
    const cwd = folderWith({ 'a.yaml': loose, 'b.yaml': tidy })
    expect(await linecheck(['format', '--check', '.'], { cwd })).toEqual({
      exit: 1,
      out: 'a.yaml\n1 file(s) not formatted, 1 formatted\n',
      err: ''
    })
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe(loose)
    expect(await linecheck(['format', '--check', 'b.yaml', '-q'], { cwd })).toEqual({
      exit: 0,
      out: '',
      err: ''
    })
  })

  it('is a filter with -', async () => {
    expect(await linecheck(['format', '-'], { stdin: loose })).toEqual({ exit: 0, out: tidy, err: '' })
    expect(await linecheck(['format', '-'], { stdin: `\uFEFF${loose}` })).toMatchObject({
      out: `\uFEFF${tidy}`
    })
    expect(await linecheck(['format', '-', '--check'], { stdin: loose })).toEqual({
      exit: 1,
      out: '',
      err: ''
    })
    const broken = await linecheck(['format', '-'], { stdin: 'a: [' })
    expect(broken).toMatchObject({ exit: 2, out: '' })
    expect(broken.err).toContain('-:1:5: error[standard/syntax]')
  })

  it('formats the others where one file cannot be, and exits 2', async () => {
    const cwd = folderWith({
      'a.yaml': 'a: [',
      'b.yaml': loose,
      'c.yaml': '? k\n: v\n',
      'd.yaml': Buffer.from([0x61, 0x3a, 0xff])
    })
    const { exit, out, err } = await linecheck(['format', '.'], { cwd })
    expect(exit).toBe(2)
    expect(out).toBe('b.yaml\n1 file(s) formatted, 0 unchanged\n')
    expect(err).toContain('a.yaml:1:5: error[standard/syntax]')
    expect(err).toContain('c.yaml:1:1: error[format/unsafe]')
    expect(err).toContain('error[usage/not-utf8]: d.yaml is not UTF-8 text')
    expect(await linecheck(['format', 'nowhere.yaml'], { cwd })).toMatchObject({ exit: 2, out: '' })
  })

  it('says that a file may not be written', async () => {
    const cwd = folderWith({ 'a.yaml': loose })
    chmodSync(join(cwd, 'a.yaml'), 0o444)
    const { exit, err } = await linecheck(['format', 'a.yaml'], { cwd })
    // Root may write everything.
    if (process.getuid?.() === 0) expect(statSync(join(cwd, 'a.yaml')).mode & 0o777).toBe(0o444)
    else expect([exit, err]).toEqual([2, expect.stringContaining('error[usage/unwritable]')])
  })
})
