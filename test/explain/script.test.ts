import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { langs } from '../../src/diagnostics/wording.ts'
import { home, linecheck } from '../cli/run.ts'

const folder = join('fixtures', 'disclosure-calls')
const standard = ['-s', join(folder, 'standard.yaml')]
const input = join(folder, 'contacts.ndjson')

const commands: readonly (readonly string[])[] = [
  ['opening', ...standard],
  ['terms', ...standard],
  ['farewell', ...standard],
  ...[
    ['D-02', 'opening'],
    ['D-03', 'terms'],
    ['D-03', 'order'],
    ['D-03', 'farewell'],
    ['D-06', 'opening'],
    ['D-08', 'opening'],
    ['D-10', 'mini-miranda']
  ].map(([contact = '', criterion = '']) => [
    '--contact',
    contact,
    '--criterion',
    criterion,
    ...standard,
    input
  ])
]

describe('a script', () => {
  it.each(langs)('is told in plain words, and how it was judged part by part (%s)', async lang => {
    const shown: string[] = []
    for (const args of commands) {
      const { out, err } = await linecheck(['explain', ...args, '--lang', lang])
      expect(err).toBe('')
      shown.push(`$ linecheck explain ${args.join(' ')}\n${out}`)
    }
    const golden = join(home, folder, `explained.${lang}.out`)
    if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, shown.join('\n'))
    expect(shown.join('\n')).toBe(readFileSync(golden, 'utf8'))
  })
})
