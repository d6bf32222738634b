import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, linecheck, smallContacts, smallStandard } from './run.ts'

const contacts = smallContacts
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { id: string; turns: { by: string; text: string }[] })
const table = contacts.map(({ id, turns }) => `${id},${turns[0]!.by},${turns[0]!.text}\n`).join('')

const files: Readonly<Record<string, string>> = {
  'small.yaml': smallStandard,
  'words.csv': 'linecheck: 1\nid: words\nlexicons: { parting: [再见] }\n',
  'built.json': smallStandard.replace('title', 'extends: words.csv\ntitle'),
  'map.csv': 'map: { id: number, role: who, text: said }\n',
  'contacts.csv': `number,who,said\n${table}`,
  'marks.csv': 'contact,criterion,mark\nT-1,greeting,yes\n',
  'old.csv': 'the report of last week\n',
  'old.json': 'the report of last week\n'
}

/** A folder in which files are known by further names too, and what is in it. */
function workspace(): { cwd: string; contents: () => Record<string, string> } {
  const cwd = folderWith(files)
  symlinkSync('contacts.csv', join(cwd, 'soft.csv'))
  symlinkSync('.', join(cwd, 'here'))
  symlinkSync('new.csv', join(cwd, 'dangling.csv'))
  linkSync(join(cwd, 'contacts.csv'), join(cwd, 'hard.csv'))
  const names = readdirSync(cwd).filter(name => name !== 'here' && name !== 'dangling.csv')
  return {
    cwd,
    contents: () => Object.fromEntries(names.map(name => [name, readFileSync(join(cwd, name), 'utf8')]))
  }
}

const audit = ['audit', 'contacts.csv', '-s', 'small.yaml', '--map', 'map.csv', '--lang', 'en']
const convert = ['convert', 'contacts.csv', '--map', 'map.csv', '--lang', 'en']

describe('a file to write', () => {
  it.each<[string, readonly string[], string]>([
    ['an input', [...audit, '-o', 'contacts.csv'], 'contacts.csv'],
    ['an input in another spelling', [...audit, '-o', './here/../contacts.csv'], 'contacts.csv'],
    ['an input through a linked folder', [...audit, '-o', 'here/contacts.csv'], 'contacts.csv'],
    ['a link to an input', [...audit, '-o', 'soft.csv'], 'contacts.csv'],
    ['a second name of an input', [...audit, '-o', 'hard.csv'], 'contacts.csv'],
    ['a standard', [...audit, '-s', 'built.json', '-o', 'built.json'], 'built.json'],
    ['what a standard extends', [...audit, '-s', 'built.json', '-o', 'words.csv'], 'words.csv'],
    ['a map', [...audit, '-o', 'map.csv'], 'map.csv'],
    ['a sheet of marks', [...audit, '--marks', 'marks.csv', '-o', 'marks.csv'], 'marks.csv'],
    ['an input, beside a file that is none', [...audit, '-o', 'old.csv', '-o', 'soft.csv'], 'contacts.csv'],
    ['an input of convert', [...convert, '-o', 'hard.csv'], 'contacts.csv'],
    ['a map of convert', [...convert, '-o', './map.csv'], 'map.csv'],
    ['a standard of lint', ['lint', 'built.json', '--lang', 'en', '-o', 'built.json'], 'built.json']
  ])('is refused where it is %s', async (_, args, destroyed) => {
    const { cwd, contents } = workspace()
    const before = contents()
    const { exit, out, err } = await linecheck(args, { cwd })
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain('error[usage/output-is-input]')
    expect(err).toContain(`would destroy ${destroyed}, which is read here`)
    expect(contents()).toEqual(before)
  })

  it.each([
    ['a.csv', './a.csv'],
    ['a.csv', 'here/a.csv'],
    ['new.csv', 'dangling.csv'],
    ['old.csv', 'here/old.csv']
  ])('is refused where it is named twice: %s, %s', async (one, other) => {
    const { cwd, contents } = workspace()
    const before = contents()
    const { exit, err } = await linecheck([...audit, '-o', one, '-o', other], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain(`error[usage/output-twice]: ${other} and ${one} are the same file`)
    expect(contents()).toEqual(before)
  })

  it('may be new, or be a file that nobody reads', async () => {
    const { cwd } = workspace()
    const { exit } = await linecheck([...audit, '-o', 'old.csv', '-o', 'dangling.csv', '-o', 'new.json'], {
      cwd
    })
    expect(exit).toBe(0)
    const written = ['old.csv', 'new.csv', 'new.json'].map(name => readFileSync(join(cwd, name), 'utf8'))
    expect(written.map(text => text.includes('T-1') && !text.includes('last week'))).toEqual([
      true,
      true,
      true
    ])
  })

  it.each<[string, readonly string[], string]>([
    ['marks that are not there', ['--marks', 'none.csv'], 'input/not-found'],
    ['marks without their columns', ['--marks', 'contacts.csv'], 'input/marks-columns'],
    ['a map that is none', ['--map', 'small.yaml'], 'input/map-key'],
    ['a wrong zone', ['--timezone', 'Moon'], 'input/bad-option'],
    ['a column that is not there', ['--map', 'started=when'], 'input/unknown-column'],
    ['a second report in no folder', ['-o', 'no/a.csv'], 'usage/unwritable'],
    ['a second report that is a folder', ['-o', 'folder.csv'], 'usage/unwritable'],
    ['a second report of no known form', ['-o', 'a.doc'], 'usage/output-format']
  ])('stays as it is where the command fails by %s', async (_, more, code) => {
    const { cwd, contents } = workspace()
    symlinkSync('.', join(cwd, 'folder.csv'))
    const before = contents()
    const { exit, err } = await linecheck([...audit, '-o', 'old.json', ...more], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain(`error[${code}]`)
    expect(contents()).toEqual(before)
  })

  it('stays as it is where convert finds no contact', async () => {
    const { cwd, contents } = workspace()
    writeFileSync(join(cwd, 'bad.ndjson'), '{"id":\n')
    const before = contents()
    const { exit, err } = await linecheck(['convert', 'bad.ndjson', '-o', 'old.csv'], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain('input/nothing-audited')
    expect(contents()).toEqual(before)
  })

  it.skipIf(!existsSync('/dev/full')).each([1, 20_000])(
    'that finds no room after %i contacts is told in one message',
    async count => {
      const { cwd } = workspace()
      symlinkSync('/dev/full', join(cwd, 'full.csv'))
      const stdin = `number,who,said\n${table.repeat(count)}`
      for (const [command, ...more] of [convert, audit]) {
        const args = [command!, '-', ...more.slice(1), '-q', '-o', 'full.csv']
        const { exit, err } = await linecheck(args, { cwd, stdin })
        expect(exit).toBe(2)
        expect(err.trim()).toBe('error[usage/unwritable]: cannot write full.csv: ENOSPC')
      }
    }
  )
})
