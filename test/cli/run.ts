import { createRequire } from 'node:module'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Io, Output } from '../../src/cli/io.ts'
import { run } from '../../src/cli/main.ts'

export const home: string = resolve(import.meta.dirname, '../..')

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
}

export interface Given {
  readonly stdin?: string | Uint8Array
  readonly cwd?: string
  readonly env?: Io['env']
  readonly terminal?: boolean
}

/** The suite runs the sources, or with LINECHECK_BUNDLE=1 the bundle that is shipped. */
const bundled = process.env['LINECHECK_BUNDLE'] === '1'
const command: typeof run = bundled
  ? (createRequire(import.meta.url)(join(home, 'dist/linecheck.cjs')) as { run: typeof run }).run
  : run

/** Runs a command line in this process and returns what it wrote and said to the shell. */
export async function linecheck(args: readonly string[], given: Given = {}): Promise<Ran> {
  const out: string[] = []
  const err: string[] = []
  const capture = (into: string[]): Output => ({
    isTerminal: given.terminal ?? false,
    columns: given.terminal ? 80 : undefined,
    write: text => {
      into.push(text)
      return Promise.resolve()
    }
  })
  async function* stdin(): AsyncIterable<Uint8Array> {
    if (given.stdin !== undefined)
      yield typeof given.stdin === 'string' ? Buffer.from(given.stdin) : given.stdin
  }
  const exit = await command(args, {
    stdin: stdin(),
    stdout: capture(out),
    stderr: capture(err),
    env: given.env ?? {},
    cwd: given.cwd ?? home,
    home
  })
  return { exit, out: out.join(''), err: err.join('') }
}

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'linecheck-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

/** A small standard for scenarios. */
export const smallStandard = `linecheck: 1
id: small
title: Small
scoring: { pass: 60, bands: { good: 60, bad: 0 } }
sections:
  - id: all
    criteria:
      - { id: greeting, clause: S-1, weight: 60, say: { in: first run, any: [您好, hello] } }
      - { id: slang, clause: S-2, weight: 40, avoid: [我晕, damn] }
      - { id: abuse, clause: S-3, weight: 0, fatal: true, avoid: [滚, idiot] }
      - { id: rings, clause: S-4, weight: 20, field: rings <= 4 }
`

/** Canonical lines for scenarios: a good contact, a bad one, one with a fatal breach. */
export const smallContacts: string = [
  { id: 'T-1', agent: { id: '1001', name: '周敏' }, turns: [{ by: 'agent', text: '您好' }] },
  { id: 'T-2', agent: { id: '1002' }, turns: [{ by: 'agent', text: '喂，我晕' }], fields: { rings: 5 } },
  { id: 'T-3', agent: { id: '1001', name: '周敏' }, turns: [{ by: 'agent', text: '您好，滚' }] }
]
  .map(contact => `${JSON.stringify(contact)}\n`)
  .join('')
