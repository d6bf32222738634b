import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, home, linecheck, smallContacts, smallStandard } from './run.ts'

const folder = 'fixtures/explain'
const standard = ['-s', `${folder}/hotline.yaml`]
const criteria = [
  'greeting',
  'rings',
  'slang',
  'invoice',
  'pace',
  'thanks',
  'noted',
  'abuse',
  'farewell',
  'calm',
  'record',
  'tone',
  'silent',
  'after-slip',
  'echo'
]
const contacts = ['T-1', 'T-2', 'T-3', 'T-4']

async function explainAll(commands: readonly (readonly string[])[], lang: string): Promise<string> {
  const shown: string[] = []
  for (const args of commands) {
    const { exit, out, err } = await linecheck(['explain', ...args, ...standard, '--lang', lang])
    expect({ args, exit, err }).toEqual({ args, exit: 0, err: '' })
    shown.push(`$ linecheck explain ${args.join(' ')}\n${out}`)
  }
  return shown.join('\n')
}

const input = `${folder}/contacts.ndjson`
const goldens: Readonly<Record<string, readonly (readonly string[])[]>> = {
  criteria: criteria.map(id => [id]),
  scores: contacts.map(id => ['--contact', id, input]),
  'T-1': criteria.map(id => ['--contact', 'T-1', '--criterion', id, input]),
  'T-2': criteria.map(id => ['--contact', 'T-2', '--criterion', id, input])
}

describe('linecheck explain', () => {
  for (const [name, commands] of Object.entries(goldens)) {
    it.each(['en', 'zh'])(`shows what it always showed of ${name} (%s)`, async lang => {
      const text = await explainAll(commands, lang)
      const golden = join(home, folder, `${name}.${lang}.out`)
      if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
      expect(text).toBe(readFileSync(golden, 'utf8'))
    })
  }

  it('shows the score that audit gives', async () => {
    const audit = await linecheck(['audit', input, ...standard, '-f', 'ndjson', '-q'])
    const evaluations = audit.out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { contact: string; score: number | null })
    expect(evaluations.map(({ contact }) => contact)).toEqual(contacts)
    for (const { contact, score } of evaluations) {
      const { out } = await linecheck(['explain', '--contact', contact, ...standard, input, '--lang', 'en'])
      expect(out).toMatch(
        score === null ? /^score +not scored$/m : new RegExp(`^score +${score.toFixed(1)}$`, 'm')
      )
    }
  })

  it('takes what people marked', async () => {
    const cwd = folderWith({ 'marks.csv': 'contact,criterion,mark\nT-1,tone,4\n' })
    const args = ['explain', '--contact', 'T-1', '--criterion', 'tone', '--lang', 'en']
    const files = [...standard, input].map(arg => (arg.startsWith(folder) ? join(home, arg) : arg))
    expect((await linecheck([...args, ...files], { cwd })).out).toContain('cannot be known')
    const { exit, out } = await linecheck([...args, ...files, '--marks', 'marks.csv'], { cwd })
    expect(out).toMatch(/✓ tone 语气\n {2}pass\n[^]*mark = 4/)
    expect(exit).toBe(0)
  })

  it('reads standard input, and explains by every standard given', async () => {
    const cwd = folderWith({
      'a.yaml': smallStandard,
      'b.yaml': smallStandard.replace('id: small', 'id: other')
    })
    const { exit, out } = await linecheck(
      ['explain', '--contact', 'T-2', '-s', 'a.yaml', '-s', 'b.yaml', '-'],
      {
        cwd,
        stdin: smallContacts
      }
    )
    expect(out).toContain('T-2 · 1002 · Small (small)')
    expect(out).toContain('T-2 · 1002 · Small (other)')
    expect(exit).toBe(0)
  })

  it('explains a diagnostic without a standard', async () => {
    const { exit, out } = await linecheck(['explain', 'lint/weights-sum', '--lang', 'zh'], {
      cwd: folderWith({})
    })
    expect(out).toContain('lint/weights-sum  警告')
    expect(out).toContain('各章节权重之和为 <value>，不是 100')
    expect(exit).toBe(0)
  })

  it('tells names that lead nowhere, exit 2', async () => {
    const fails = async (...args: string[]) => {
      const { exit, err } = await linecheck(['explain', ...args], { cwd: home })
      expect(exit).toBe(2)
      return err
    }
    expect(await fails('greting', ...standard)).toMatch(/usage\/no-criterion[^]*did you mean "greeting"/)
    expect(await fails('lint/weight-sum')).toMatch(/usage\/no-code[^]*did you mean "lint\/weights-sum"/)
    expect(await fails('--contact', 'T-11', ...standard, input)).toMatch(
      /usage\/no-contact[^]*did you mean "T-1"/
    )
    expect(await fails('--contact', 'T-1', '--criterion', 'pase', ...standard, input)).toContain(
      'usage/no-criterion'
    )
    expect(await fails('--contact', 'T-1', ...standard)).toContain('usage/explain-input')
    expect(await fails()).toContain('usage/explain-what')
    expect(await fails('a', '-s', 'fixtures/diagnostics/patterns.yaml')).toContain('standard/regex-unclosed')
  })

  it('fits a narrow terminal', async () => {
    const { out } = await linecheck(
      ['explain', '--contact', 'T-1', '--criterion', 'greeting', ...standard, input],
      {
        terminal: true,
        env: { NO_COLOR: '1' }
      }
    )
    expect(Math.max(...out.split('\n').map(line => Array.from(line).length))).toBeLessThanOrEqual(80)
  })
})
