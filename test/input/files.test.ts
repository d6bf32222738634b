import { fstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../src/diagnostics/problem.ts'
import { type InputOptions, listInputs, newCounts, readInput } from '../../src/input/index.ts'
import type { Contact } from '../../src/model/contact.ts'
import { onlyProblem, told } from './read.ts'

const cwd = resolve(import.meta.dirname, '../../fixtures/inputs')

async function namesOf(...paths: string[]): Promise<string[]> {
  return (await listInputs(paths, { cwd })).map(source => source.name)
}

async function readAll(
  paths: readonly string[],
  options: Partial<InputOptions> = {},
  folder = cwd
): Promise<{ contacts: Contact[]; problems: Problem[]; bytes: number }> {
  const contacts: Contact[] = []
  const problems: Problem[] = []
  let bytes = 0
  const all: InputOptions = {
    ...options,
    onProblem: problem => problems.push(problem),
    onBytes: count => {
      bytes += count
    }
  }
  for (const source of await listInputs(paths, { cwd: folder })) {
    for await (const item of readInput(source, all, newCounts())) {
      if (item.kind === 'contact') contacts.push(item.contact)
    }
  }
  return { contacts, problems, bytes }
}

describe('what is read', () => {
  it('is a file, or all of a folder that looks like an input, sorted', async () => {
    expect(await namesOf('calls/hotline.csv')).toEqual(['calls/hotline.csv'])
    expect(await namesOf('calls')).toEqual([
      'calls/2026/hotline.txt',
      'calls/hotline.csv',
      'calls/hotline.ndjson',
      'calls/notes.txt'
    ])
  })

  it('is what a glob matches, and each file once', async () => {
    expect(await namesOf('calls/**/hotline.*')).toEqual([
      'calls/2026/hotline.txt',
      'calls/hotline.csv',
      'calls/hotline.ndjson'
    ])
    expect(await namesOf('calls/hotline.csv', './calls/hotline.csv', 'calls/*.csv')).toEqual([
      'calls/hotline.csv'
    ])
  })

  it('may be standard input', async () => {
    const [source] = await listInputs(['-'], { stdin: Readable.from([Buffer.from('role,text\nagent,hi\n')]) })
    const items = []
    for await (const item of readInput(source!, { onProblem: () => {} }, newCounts())) items.push(item)
    expect(items).toMatchObject([{ contact: { id: 'stdin' }, source: { file: '<stdin>', line: 2 } }])
  })

  it('is nothing: a problem', async () => {
    expect(await onlyProblem(namesOf('nowhere.csv'))).toMatchObject({
      code: 'input/not-found',
      place: { file: 'nowhere.csv' }
    })
    expect(await onlyProblem(namesOf('calls/*.vcon'))).toMatchObject({ code: 'input/not-found' })
    expect(await onlyProblem(namesOf('-'))).toMatchObject({ code: 'input/not-found' })
  })

  it('is an empty folder: a problem', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'inputs-'))
    try {
      expect(await onlyProblem(listInputs([folder]))).toMatchObject({ code: 'input/no-files' })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('is gone or no file when it is opened: a problem', async () => {
    const read = async (path: string): Promise<void> => {
      const [source] = await listInputs(['calls/hotline.csv'], { cwd })
      const { open } = (await import('node:fs')).promises
      const moved = {
        ...source!,
        open: () =>
          Readable.from(
            (async function* () {
              yield* (await open(path)).createReadStream()
            })()
          )
      }
      for await (const _ of readInput(moved, { onProblem: () => {} }, newCounts()));
    }
    expect(await onlyProblem(read('/nowhere/at/all'))).toMatchObject({ code: 'input/not-found' })
    expect(await onlyProblem(read(cwd))).toMatchObject({
      code: 'input/unreadable',
      values: { reason: 'EISDIR' }
    })
  })
})

describe('the same contacts', () => {
  it('come from CSV, NDJSON and text', async () => {
    const [csv, ndjson, text] = await Promise.all(
      ['calls/hotline.csv', 'calls/hotline.ndjson', 'calls/2026/hotline.txt'].map(path => readAll([path]))
    )
    expect([...csv!.problems, ...ndjson!.problems, ...text!.problems]).toEqual([])
    expect(csv!.contacts).toHaveLength(2)
    expect(csv!.contacts[0]?.turns).toHaveLength(3)
    expect(ndjson!.contacts).toEqual(csv!.contacts)
    expect(text!.contacts).toEqual(csv!.contacts)
    expect(csv!.bytes).toBe(statSync(join(cwd, 'calls/hotline.csv')).size)
  })

  it('come from a folder; what is no input in it is told and left out', async () => {
    const { contacts, problems } = await readAll(['calls'])
    expect(contacts).toHaveLength(6)
    expect(problems).toMatchObject([
      { code: 'input/unknown-format', severity: 'warning', place: { file: 'calls/notes.txt' } }
    ])
    expect(await onlyProblem(readAll(['calls/notes.txt']))).toMatchObject({
      code: 'input/unknown-format',
      severity: 'error'
    })
  })
})

describe('temporary files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'inputs-'))
  const log = join(folder, 'log.csv')
  const rows = Array.from({ length: 3000 }, (_, i) => `T${i % 700},agent,text ${i}\n`)
  writeFileSync(log, `id,role,text\n${rows.join('')}`)
  afterAll(() => rmSync(folder, { recursive: true }))

  function spills(): string[] {
    return readdirSync(tmpdir()).filter(name => /^linecheck-\w{6}$/.test(name))
  }

  function openSpills(): { readonly link: string; readonly mode: number }[] {
    return readdirSync('/proc/self/fd').flatMap(fd => {
      try {
        const link = readlinkSync(join('/proc/self/fd', fd))
        return /linecheck-\w+\/\d+\.ndjson/.test(link) ? [{ link, mode: fstatSync(Number(fd)).mode }] : []
      } catch {
        // The folder was read through one that is closed by now.
        return []
      }
    })
  }

  it.runIf(process.platform === 'linux')(
    'are for this user only, have no name while they are open, and are closed when the reader leaves early',
    async () => {
      const before = spills()
      let named: string[] = []
      let seen: ReturnType<typeof openSpills> = []
      const [source] = await listInputs([log])
      for await (const _ of readInput(source!, { onProblem: () => {}, memory: 10_000 }, newCounts())) {
        named = spills().filter(name => !before.includes(name))
        seen = openSpills()
        break
      }
      expect(named).toEqual([])
      expect(seen.length).toBeGreaterThan(10)
      expect(seen.map(({ mode }) => mode & 0o077)).toEqual(seen.map(() => 0))
      expect(seen.filter(({ link }) => !link.endsWith('(deleted)'))).toEqual([])
      expect(openSpills()).toEqual([])
    }
  )

  it('give the same contacts in the same order every time, however often they are split again', async () => {
    const before = spills()
    const whole = await readAll([log])
    const once = await readAll([log], { memory: 300_000 })
    const deep = await readAll([log], { memory: 20_000 })
    expect(spills().filter(name => !before.includes(name))).toEqual([])
    expect(once.contacts).not.toEqual(whole.contacts)
    expect(await readAll([log], { memory: 300_000 })).toEqual(once)
    const sorted = (contacts: readonly Contact[]): readonly Contact[] =>
      contacts.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    expect(sorted(once.contacts)).toEqual(sorted(whole.contacts))
    expect(sorted(deep.contacts)).toEqual(sorted(whole.contacts))
  }, 120_000)

  it('that cannot be written are a problem', async () => {
    const { TMPDIR } = process.env
    try {
      process.env['TMPDIR'] = join(folder, 'nowhere')
      const problem = await onlyProblem(readAll([log], { memory: 1 }))
      expect(told([problem])).toEqual([['input/spill', undefined]])
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = TMPDIR
    }
  })
})
