import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nameSchema } from '../../src/cli/name-schema.ts'
import { folderWith, home, linecheck } from './run.ts'

/** What stands in the first line of a file for editors. */
const namedIn = (text: string): string | undefined =>
  /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1]

describe('the shipped JSON Schemas', () => {
  it.each([
    ['standard', 'linecheck.schema.json'],
    ['test', 'linecheck-test.schema.json'],
    ['calendar', 'linecheck-calendar.schema.json'],
    ['suppressions', 'suppressions.schema.json']
  ])('are what `linecheck schema %s` prints', async (what, name) => {
    const { exit, out } = await linecheck(['schema', what])
    const path = join(home, 'rules', name)
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path, out)
    expect(out).toBe(readFileSync(path, 'utf8'))
    expect(exit).toBe(0)
  })

  it('is that of standards where nothing is said', async () => {
    expect((await linecheck(['schema'])).out).toBe((await linecheck(['schema', 'standard'])).out)
    expect((await linecheck(['schema', 'audit'])).exit).toBe(2)
  })

  it('are named in the first line of everything that is shipped', () => {
    const rules = join(home, 'rules')
    const names = readdirSync(rules, { recursive: true, encoding: 'utf8' })
    for (const name of names.filter(file => file.endsWith('.yaml'))) {
      const path = join(rules, name)
      const named = namedIn(readFileSync(path, 'utf8')) ?? name
      const schema =
        dirname(name) === 'calendars' ? 'linecheck-calendar.schema.json' : 'linecheck.schema.json'
      expect(resolve(dirname(path), named)).toBe(join(rules, schema))
    }
  })
})

describe('the first line that init writes', () => {
  const schema = (): string => readFileSync(join(home, 'rules', 'linecheck.schema.json'), 'utf8')

  /** A folder in which linecheck lies, and the path that a standard written there names. */
  function inProject(place: string, file: string): { readonly named: string; readonly file: string } {
    const project = folderWith({})
    const installed = join(project, place)
    mkdirSync(join(installed, 'rules'), { recursive: true })
    cpSync(join(home, 'rules', 'linecheck.schema.json'), join(installed, 'rules', 'linecheck.schema.json'))
    const path = join(project, file)
    return { named: namedIn(nameSchema(path, installed))!, file: path }
  }

  it('leads to the installed schema from the file, for all who share the project', () => {
    const { named, file } = inProject('node_modules/linecheck', 'standards/linecheck.yaml')
    expect(named).toBe('../node_modules/linecheck/rules/linecheck.schema.json')
    expect(readFileSync(resolve(dirname(file), named), 'utf8')).toBe(schema())
  })

  it('leads there also when another linecheck runs, or the packages are links', () => {
    const { file } = inProject('node_modules/linecheck', 'linecheck.yaml')
    expect(namedIn(nameSchema(file, home))).toBe('node_modules/linecheck/rules/linecheck.schema.json')
  })

  it('leads there in a clone', () => {
    const { named, file } = inProject('.', 'mine/linecheck.yaml')
    expect(named).toBe('../rules/linecheck.schema.json')
    expect(readFileSync(resolve(dirname(file), named), 'utf8')).toBe(schema())
  })

  it('names the one of this machine where linecheck lies elsewhere', async () => {
    const cwd = folderWith({})
    await linecheck(['init', '--yes'], { cwd })
    const named = namedIn(readFileSync(join(cwd, 'linecheck.yaml'), 'utf8'))
    expect(named).toBe(join(home, 'rules/linecheck.schema.json'))
  })

  it('has no blanks in it, at which editors stop reading', () => {
    const { named } = inProject('my tools/linecheck', 'linecheck.yaml')
    expect(named).not.toMatch(/\s/)
    expect(readFileSync(fileURLToPath(named), 'utf8')).toBe(schema())
  })

  it('is not there where no schema is', () => {
    expect(nameSchema(join(home, 'linecheck.yaml'), folderWith({}))).toBe('')
  })
})
