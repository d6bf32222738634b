import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { diffCodes } from '../../src/diagnostics/codes-diff.ts'
import { folderWith, linecheck, smallContacts, smallStandard, type Ran } from './run.ts'

interface Told {
  readonly standards: readonly Record<string, unknown>[]
  readonly contacts: unknown
}

const changed = smallStandard
  .replace('weight: 60', 'weight: 30')
  .replace('[我晕, damn]', '[damn]')
  .replace('pass: 60', 'pass: 50')

const files = {
  'old.yaml': smallStandard,
  'new.yaml': changed,
  'weights.yaml': smallStandard.replace('weight: 60', 'weight: 30'),
  'contacts.ndjson': smallContacts
}

/** Codes that some run of this file told. */
const told = new Set<string>()

async function diff(args: readonly string[], cwd: string): Promise<Ran & { readonly told: Told }> {
  const ran = await linecheck(['diff', ...args, '--lang', 'en', '-f', 'json'], { cwd })
  for (const [, code] of ran.err.matchAll(/\[(diff\/[\w-]+)\]/g)) told.add(code!)
  return { ...ran, told: ran.out === '' ? ({} as Told) : (JSON.parse(ran.out) as Told) }
}

/** What is told of the contacts, and not of how that was found out. */
function essence({ told }: { readonly told: Told }): unknown {
  return told.standards.map(standard => ({ ...standard, judged: undefined }))
}

describe('linecheck diff', () => {
  it('finds the same with kept outcomes as by judging both', async () => {
    const cwd = folderWith(files)
    await linecheck(['audit', 'contacts.ndjson', '-s', 'old.yaml', '-o', 'base.outcomes', '-q'], { cwd })
    const judged = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml'], cwd)
    const kept = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'base.outcomes'], cwd)
    expect(judged.exit).toBe(0)
    expect(essence(kept)).toEqual(essence(judged))
    expect(kept.told.standards[0]!['judged']).toBe(1)
  })

  it('needs no contacts where nothing is judged otherwise', async () => {
    const cwd = folderWith(files)
    await linecheck(['audit', 'contacts.ndjson', '-s', 'old.yaml', '-o', 'base.outcomes', '-q'], { cwd })
    const bare = await diff(['-s', 'weights.yaml', '--against', 'base.outcomes'], cwd)
    const judged = await diff(['contacts.ndjson', '-s', 'weights.yaml', '--against', 'old.yaml'], cwd)
    expect(bare.exit).toBe(0)
    expect(essence(bare)).toEqual(essence(judged))
    const more = await diff(['-s', 'new.yaml', '--against', 'base.outcomes'], cwd)
    expect(more).toMatchObject({ exit: 2 })
    expect(more.err).toContain('no contacts to compare on')
  })

  it('compares with a revision of git', async () => {
    const cwd = folderWith({ 'rules.yaml': smallStandard, 'contacts.ndjson': smallContacts })
    const git = (...args: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd })
    git('init', '-q')
    git('add', '.')
    git('commit', '-qm', 'one')
    writeFileSync(join(cwd, 'rules.yaml'), changed)
    const since = await diff(['contacts.ndjson', '-s', 'rules.yaml', '--since', 'HEAD'], cwd)
    writeFileSync(join(cwd, 'old.yaml'), smallStandard)
    const against = await diff(['contacts.ndjson', '-s', 'rules.yaml', '--against', 'old.yaml'], cwd)
    expect(since.exit).toBe(0)
    const places = /"(?:file|line)":("[^"]*"|\d+),?/g
    expect(JSON.stringify(essence(since)).replaceAll(places, '')).toBe(
      JSON.stringify(essence(against)).replaceAll(places, '')
    )
    const wrong = await diff(['contacts.ndjson', '-s', 'rules.yaml', '--since', 'HEAD~7'], cwd)
    expect(wrong.exit).toBe(2)
    expect(wrong.err).toContain('git cannot show HEAD~7:rules.yaml')
  })

  it('compares two saved results, whatever they were saved as', async () => {
    const cwd = folderWith(files)
    for (const [standard, name] of [
      ['old', 'before'],
      ['new', 'after']
    ]) {
      const outputs = ['outcomes', 'ndjson', 'json'].flatMap(ending => ['-o', `${name}.${ending}`])
      await linecheck(['audit', 'contacts.ndjson', '-s', `${standard}.yaml`, ...outputs, '-q'], { cwd })
    }
    const judged = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml'], cwd)
    const kept = await diff(['after.outcomes', '--against', 'before.outcomes'], cwd)
    expect(essence(kept)).toEqual(essence(judged))
    const overall = (ran: { readonly told: Told }): unknown => ran.told.standards[0]!['overall']
    for (const ending of ['ndjson', 'json']) {
      const rows = await diff([`after.${ending}`, '--against', `before.${ending}`], cwd)
      expect(rows.exit).toBe(0)
      expect(overall(rows)).toEqual(overall(judged))
    }
    const mixed = await diff(['after.json', '--against', 'before.outcomes'], cwd)
    expect(overall(mixed)).toEqual(overall(judged))
    const saved = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'before.ndjson'], cwd)
    expect(overall(saved)).toEqual(overall(judged))
  })

  it('refuses unlike inputs unless told', async () => {
    const [first, ...others] = smallContacts.trim().split('\n')
    const cwd = folderWith({ ...files, 'fewer.ndjson': `${others.join('\n')}\n`, 'one.ndjson': `${first}\n` })
    for (const [input, name] of [
      ['contacts', 'all'],
      ['fewer', 'fewer'],
      ['one', 'one']
    ]) {
      await linecheck(['audit', `${input}.ndjson`, '-s', 'old.yaml', '-o', `${name}.outcomes`, '-q'], { cwd })
    }
    const unlike = await diff(['fewer.outcomes', '--against', 'all.outcomes'], cwd)
    expect(unlike.exit).toBe(2)
    expect(unlike.err).toContain('1 only before, 0 only after, 2 in both')
    const some = await diff(['fewer.outcomes', '--against', 'all.outcomes', '--allow-unlike'], cwd)
    expect(some.told.contacts).toEqual({ both: 2, onlyBefore: 1, onlyAfter: 0 })
    const nothing = await diff(['one.outcomes', '--against', 'fewer.outcomes', '--allow-unlike'], cwd)
    expect(nothing.err).toContain('no contact could be compared')
    // The same ids, and something else was said.
    writeFileSync(join(cwd, 'contacts.ndjson'), smallContacts.replace('"您好"', '"喂"'))
    const edited = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'all.outcomes'], cwd)
    expect(edited).toMatchObject({ exit: 2, out: '' })
    expect(edited.err).toContain('all.outcomes was made of other inputs: contacts.ndjson')
  })

  it('tells a broken or unfinished result from a sound one', async () => {
    const cwd = folderWith(files)
    await linecheck(['audit', 'contacts.ndjson', '-s', 'old.yaml', '-o', 'base.outcomes', '-q'], { cwd })
    const lines = readFileSync(join(cwd, 'base.outcomes'), 'utf8').trimEnd().split('\n')
    writeFileSync(join(cwd, 'cut.outcomes'), `${lines.slice(0, -1).join('\n')}\n`)
    writeFileSync(join(cwd, 'odd.outcomes'), `${[lines[0], '[7]', ...lines.slice(2)].join('\n')}\n`)
    const run = async (name: string): Promise<string> =>
      (await diff(['contacts.ndjson', '-s', 'weights.yaml', '--against', name], cwd)).err
    expect(await run('cut.outcomes')).toContain('ends before its last line')
    expect(await run('odd.outcomes')).toContain('odd.outcomes:2')
    expect(await run('contacts.ndjson')).toContain('is no result of linecheck audit')
    const [, first = ''] = lines
    writeFileSync(
      join(cwd, 'code.outcomes'),
      `${[lines[0], first.replace(/"[pfnu]+"\]/, '"px"]'), ...lines.slice(2)].join('\n')}\n`
    )
    expect(await run('code.outcomes')).toContain('code.outcomes:2')
    const two = await diff(['base.outcomes', '--against', 'cut.outcomes', '--allow-unlike'], cwd)
    expect(two).toMatchObject({ exit: 2, out: '' })
    expect(two.err).toContain('ends before its last line')
  })

  it('says what is missing', async () => {
    const cwd = folderWith(files)
    expect((await diff(['contacts.ndjson', '-s', 'new.yaml'], cwd)).err).toContain('nothing to compare with')
    expect((await diff(['-s', 'new.yaml', '--against', 'old.yaml'], cwd)).err).toContain('no contacts')
    writeFileSync(join(cwd, 'other.yaml'), smallStandard.replace('id: small', 'id: other'))
    const other = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'other.yaml'], cwd)
    expect(other.err).toContain('no standard is in both')
    const all = ['contacts.ndjson', '-s', 'new.yaml', '--against', 'other.yaml', '--allow-unlike']
    expect((await diff(all, cwd)).exit).toBe(0)
  })

  it('leaves the files that it reads', async () => {
    const cwd = folderWith(files)
    const args = ['diff', 'contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml', '--lang', 'en']
    const ran = await linecheck([...args, '-o', 'contacts.ndjson'], { cwd })
    expect(ran.exit).toBe(2)
    expect(ran.err).toContain('contacts.ndjson')
  })

  it('tries what would be without a change of the file', async () => {
    const cwd = folderWith(files)
    const set = ['--set', 'greeting.weight=30', '--set', 'scoring.pass=50', '--set', 'slang.avoid=[damn]']
    const whatIf = await diff(['contacts.ndjson', '-s', 'old.yaml', ...set], cwd)
    const written = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml'], cwd)
    const bare = (ran: { readonly told: Told }): string =>
      JSON.stringify(essence(ran)).replaceAll(/"(?:file|line|hash|after_hash)":("[^"]*"|\d+),?/g, '')
    expect(whatIf.exit).toBe(0)
    expect(bare(whatIf)).toBe(bare(written))
  })

  it('fails on what became worse where that is asked, and by more than is tolerated', async () => {
    const cwd = folderWith(files)
    const worse = ['contacts.ndjson', '-s', 'old.yaml', '--set', 'greeting.say.any=[早安]']
    expect(await diff(worse, cwd)).toMatchObject({ exit: 0 })
    expect(await diff([...worse, '--fail-on-regression'], cwd)).toMatchObject({ exit: 1 })
    expect(await diff([...worse, '--fail-on-regression', '--tolerance', '100'], cwd)).toMatchObject({
      exit: 0
    })
    const better = ['contacts.ndjson', '-s', 'old.yaml', '--set', 'rings.weight=0', '--fail-on-regression']
    expect(await diff(better, cwd)).toMatchObject({ exit: 0 })
  })

  it('says which standards are on one side only, and of an outcome of another version', async () => {
    const cwd = folderWith({ ...files, 'other.yaml': smallStandard.replace('id: small', 'id: other') })
    const sides = ['contacts.ndjson', '-s', 'new.yaml', '-s', 'other.yaml', '--against', 'old.yaml']
    expect((await diff(sides, cwd)).err).toContain('other is only after')
    const turned = ['contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml', '--against', 'other.yaml']
    expect((await diff(turned, cwd)).err).toContain('other is only before')
    await linecheck(['audit', 'contacts.ndjson', '-s', 'old.yaml', '-o', 'base.outcomes', '-q'], { cwd })
    const text = readFileSync(join(cwd, 'base.outcomes'), 'utf8')
    writeFileSync(join(cwd, 'base.outcomes'), text.replace(/"version":"[^"]*"/, '"version":"0.0.1"'))
    const old = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'base.outcomes'], cwd)
    expect(old).toMatchObject({ exit: 0 })
    expect(old.err).toContain('was made by linecheck 0.0.1')
  })

  it('leaves out what is excused, on both sides', async () => {
    const cwd = folderWith({
      ...files,
      'excused.yaml': `linecheck-suppressions: 1
suppress: [{ rule: small/greeting, contact: T-2, reason: the switchboard greets }]
`
    })
    const excuse = ['--suppress', 'excused.yaml']
    const args = ['audit', 'contacts.ndjson', '-s', 'old.yaml', '-o', 'base.outcomes', '-q', ...excuse]
    await linecheck(args, { cwd })
    const judged = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml', ...excuse], cwd)
    const kept = ['contacts.ndjson', '-s', 'new.yaml', '--against', 'base.outcomes']
    expect(essence(await diff([...kept, ...excuse], cwd))).toEqual(essence(judged))
    const plain = await diff(['contacts.ndjson', '-s', 'new.yaml', '--against', 'old.yaml'], cwd)
    expect(essence(plain)).not.toEqual(essence(judged))
    expect((await diff(kept, cwd)).err).toContain('made of other inputs')
  })

  it('has told all that it can', () => {
    expect(Object.keys(diffCodes).filter(code => !told.has(code))).toEqual([])
  })
})
