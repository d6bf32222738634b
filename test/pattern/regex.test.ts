import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRegex, type RunnableRegex } from '../../src/pattern/regex.ts'

function parse(text: string): RunnableRegex {
  const parsed = parseRegex(text)
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason}`)
  return parsed.run
}

/** Runs a program in a process of its own, since V8's flags hold for a whole process. */
function runNode<T>(program: string, input: unknown): T {
  const args = ['--input-type=module', '-e', program]
  return JSON.parse(
    execFileSync(process.execPath, args, { input: JSON.stringify(input), timeout: 60_000 }).toString()
  ) as T
}

const atoms = [
  'a',
  'B',
  '[ab]',
  '[^b-d]',
  '.',
  '\\d',
  '\\w',
  '(?:a|bc)',
  '(ab|)',
  '(?:[a-c]d?)',
  'é',
  '[x-]',
  '\\x41'
]
const repeats = ['', '', '', '*', '+', '?', '{3}', '{2,}', '{0,20}', '{1,3}', '{17,}', '*?', '+?', '{2,19}?']
const source = fc
  .array(fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...repeats)), { minLength: 1, maxLength: 4 })
  .chain(parts => {
    const row = parts.map(([atom, repeat]) => atom + repeat).join('')
    return fc.constantFrom(row, `(?:${row})+`, `(?:${row}){2,3}`, `^${row}`, `${row}$|c`)
  })

describe('an expression as it is run', () => {
  const text = fc
    .array(fc.constantFrom(...'aAbBcdDéÉ1x-\n'.split('')), { maxLength: 40 })
    .map(list => list.join(''))

  it('matches what the one that was written matches', () => {
    fc.assert(
      fc.property(source, text, fc.constantFrom('', 'i'), (body, subject, flag) => {
        const parsed = parseRegex(`/${body}/o${flag}`)
        if (!parsed.ok) return
        const wanted = new RegExp(body, flag).exec(subject)
        for (const written of [parsed.run.source, parsed.run.guarded!]) {
          const match = new RegExp(written, parsed.run.flags).exec(subject)
          expect([match?.index, match?.[0]], written).toEqual([wanted?.index, wanted?.[0]])
        }
      }),
      { numRuns: 2000 }
    )
  })

  it('is one that V8 can match in linear time', () => {
    const bodies = fc.sample(source, 500).map(body => `/${body}/oi`)
    const written = bodies
      .map(parseRegex)
      .flatMap(parsed => (parsed.ok ? [parsed.run.source, parsed.run.guarded] : []))
    expect(written.length).toBeGreaterThan(400)
    const refused = runNode<string[]>(
      `import { setFlagsFromString } from 'node:v8'
       import { readFileSync } from 'node:fs'
       setFlagsFromString('--enable-experimental-regexp-engine')
       const isLinear = source => { try { return !!new RegExp(source, 'l') } catch { return false } }
       const control = isLinear('a') && !isLinear('a{17}') ? [] : ['the flag l means something else by now']
       console.log(JSON.stringify(control.concat(JSON.parse(readFileSync(0)).filter(source => !isLinear(source)))))`,
      written
    )
    expect(refused).toEqual([])
  })

  it('is quick on hostile texts of 50 000 characters', () => {
    const hostile: readonly (readonly [regex: string, unit: string])[] = [
      ['/(a+)+b/', 'a'],
      ['/(a|a)*b/', 'a'],
      ['/.*.*x/', 'a'],
      ['/[^b]*c/o', 'a'],
      ['/(?:[^b]*c)*z/', 'a'],
      ['/(?:a{1,12}){1,12}b/', 'a'],
      ['/.{0,30}a.{0,30}a.{0,30}b/', 'a'],
      ['/(hello|help)+.*WORLD/oi', 'hello'],
      ['/(您+好*)+再见/', '您'],
      ['/\\p{Script=Han}{1,20}好/', '您']
    ]
    const jobs = hostile.map(([regex, unit]) => ({ ...parse(regex), regex, unit }))
    const times = runNode<readonly { readonly regex: string; readonly ms: number }[]>(
      `import { setFlagsFromString } from 'node:v8'
       import { readFileSync } from 'node:fs'
       setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')
       const times = JSON.parse(readFileSync(0)).map(({ regex, unit, source, guarded, flags }) => {
         const text = unit.repeat(50_000 / unit.length)
         const started = process.cpuUsage()
         new RegExp(guarded ?? source, flags).test(text)
         return { regex, ms: process.cpuUsage(started).user / 1000 }
       })
       console.log(JSON.stringify(times))`,
      jobs
    )
    expect(times.filter(({ ms }) => ms > 3000)).toEqual([])
  })
})

describe('an expression that cannot be run quickly', () => {
  it.each([
    '/\\p{L}+好/',
    '/\\p{Script=Han}{0,40}.{0,40}x/',
    '/(?:\\p{L}{1,3}){8}/',
    '/(?:a{1,90}b){1,90}/',
    '/(((a{30}){30}){30}){30}/'
  ])('%s is refused', text => expect(parseRegex(text)).toMatchObject({ ok: false, reason: 'slow' }))
  it.each([
    '/\\p{Script=Han}{2,4}先生/',
    '/工号\\p{N}+/',
    '/.{0,30}退款.{0,30}/',
    '/\\d{18}/',
    '/hello.*world/oi',
    '/[^.!?]*\\?/o'
  ])('%s is not', text => expect(parseRegex(text)).toMatchObject({ ok: true }))
  it.each(['/(?=a)b/', '/(?<!a)b/', '/(a)\\1/', '/(?<n>a)\\k<n>/', '/(?i:a)/'])(
    '%s is not understood',
    text => expect(parseRegex(text)).toMatchObject({ ok: false, reason: 'unsupported' })
  )
})
