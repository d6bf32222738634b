import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runExamples } from '../src/examples/run.ts'
import { loadStandard } from '../src/standard/load.ts'
import { folderWith, home, linecheck } from './cli/run.ts'

/**
 * The READMEs are run: in a ```console block every `$ linecheck ...` must print what stands below it, and every
 * ```yaml block that begins with `linecheck: 1` must be a standard whose examples hold. UPDATE_GOLDEN=1 writes what
 * the commands print now.
 */
const pages = ['README.md', 'README.zh.md']

interface Block {
  readonly language: string
  readonly body: string
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(match => ({
    language: match[1]!,
    body: match[2]!
  }))
}

/** Runs one line: `linecheck ARGS [< FILE] [| head -N]`. */
async function execute(line: string, cwd: string): Promise<string> {
  const [command = '', ...filters] = line.split(' | ')
  const [call = '', stdin] = command.split(' < ')
  const words = [...call.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    match => match[1] ?? match[2] ?? match[3]!
  )
  expect(words[0]).toBe('linecheck')
  const given = stdin === undefined ? { cwd } : { cwd, stdin: readFileSync(join(home, stdin.trim())) }
  const { out, err } = await linecheck(words.slice(1), given)
  return filters.reduce((text, filter) => {
    const count = /^head -(?:n )?(\d+)$/.exec(filter.trim())?.[1]
    if (count === undefined) throw new Error(`cannot run: ${filter}`)
    return `${text.split('\n').slice(0, Number(count)).join('\n')}\n`
  }, err + out)
}

const trimLines = (text: string): string => text.replace(/[ \t]+$/gm, '')

async function rerun(body: string, cwd: string): Promise<string> {
  const commands = body.split('\n').filter(line => line.startsWith('$ '))
  let text = ''
  for (const command of commands) {
    const output = command.startsWith('$ linecheck') ? await execute(command.slice(2), cwd) : ''
    text += `${command}\n${trimLines(output)}`
  }
  return text
}

describe.each(pages)('%s', page => {
  const path = join(home, page)
  const text = readFileSync(path, 'utf8')
  const consoles = blocksOf(text).filter(block => block.language === 'console')

  it('has commands and standards to try', () => {
    expect(consoles.length).toBeGreaterThan(2)
  })

  it('prints what the commands print', async () => {
    // Commands of one page share the folder they would be typed in, but write their files elsewhere.
    let updated = text
    for (const { body } of consoles) {
      const cwd = body.includes('linecheck init') ? folderWith({}) : home
      const now = await rerun(body, cwd)
      if (process.env['UPDATE_GOLDEN']) updated = updated.replace(body, () => now)
      else expect(now).toBe(body)
    }
    if (process.env['UPDATE_GOLDEN']) writeFileSync(path, updated)
  })

  it('shows standards that are well formed and whose examples hold', () => {
    const standards = blocksOf(text).filter(
      block => block.language === 'yaml' && block.body.startsWith('linecheck: 1')
    )
    expect(standards.length).toBeGreaterThan(0)
    for (const { body } of standards) {
      const { standard, problems } = loadStandard(page, body, 'en')
      expect(problems).toEqual([])
      for (const result of runExamples(standard!, () => true)) expect(result).toMatchObject({ verdict: 'ok' })
    }
  })
})
