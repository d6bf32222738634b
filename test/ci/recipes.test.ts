import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { home } from '../cli/run.ts'
import { createRepository, type Repository } from './repository.ts'

/** The recipes of both READMEs are run on the repository of the pull request, as the CI systems would run them. */
interface Shell {
  readonly status: number | null
  readonly out: string
}

/** `npx linecheck` and `linecheck` are this checkout; nothing is installed. */
function shellIn({ folder }: Repository, env: Readonly<Record<string, string>>, shell = 'bash') {
  const bin = join(folder, '.bin')
  mkdirSync(bin, { recursive: true })
  const put = (name: string, body: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const launch = `exec "${process.execPath}" "${join(home, 'bin/linecheck.js')}" "$@"`
  put('npx', `[ "$1" = linecheck ] && shift\n${launch}`)
  put('linecheck', launch)
  put('npm', 'exit 0')
  const path = `${bin}${delimiter}${process.env['PATH'] ?? ''}`
  return (script: string): Shell => {
    const all = { ...process.env, ...env, PATH: path, LANG: 'C' }
    const { status, stdout, stderr } = spawnSync(shell, ['-e', '-c', script], {
      cwd: folder,
      env: all,
      encoding: 'utf8'
    })
    return { status, out: stdout + stderr }
  }
}

function recipeOf(page: string, language: string, name: string): string {
  const text = readFileSync(join(home, page), 'utf8')
  const block = new RegExp(`^\`\`\`${language} recipe${name}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text)
  expect(block, `${page}: ${language} ${name}`).not.toBeNull()
  return block![1]!
}

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly run?: string
}

describe.each(['README.md', 'README.zh.md'])('the recipes of %s', page => {
  // The commands are the same in both; that they find nothing wrong before is seen once.
  const states = page === 'README.md' ? [false, true] : [true]

  it('run on GitHub, through the action', () => {
    const recipe = parse(recipeOf(page, 'yaml', ' github')) as {
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>
    }
    const steps = Object.values(recipe.jobs).flatMap(job => job.steps)
    const calls = steps.filter(({ uses }) => uses?.includes('/linecheck@'))
    expect(calls).toHaveLength(4)
    for (const changed of states) {
      const repository = createRepository()
      if (changed) repository.change()
      for (const { with: given = {} } of calls) {
        const { status, out, summary, exit } = runAction(repository, given)
        expect(status, out).toBe(changed ? 1 : 0)
        expect(exit).toBe(`exit-code=${changed ? 1 : 0}\n`)
        expect(out).toMatch(changed ? /^::(?:error|warning) /m : /^::notice /m)
        expect(summary).toContain('## linecheck ')
      }
    }
  })

  it('run on GitLab, and leave what the job hands on', () => {
    const recipe = parse(recipeOf(page, 'yaml', ' gitlab')) as Readonly<
      Record<
        string,
        {
          readonly script: readonly string[]
          readonly artifacts: {
            readonly paths: readonly string[]
            readonly reports: { readonly codequality: string }
          }
        }
      >
    >
    const job = Object.values(recipe)[0]!
    for (const changed of states) {
      const repository = createRepository()
      if (changed) repository.change()
      const run = shellIn(repository, { LINECHECK: 'linecheck' })
      const { status, out } = run(job.script.join('\n'))
      expect(status, out).toBe(changed ? 1 : 0)
      const files = [
        ...job.artifacts.paths,
        job.artifacts.reports.codequality,
        ...['examples', 'scripts', 'diff'].map(name => `${name}.junit.xml`)
      ]
      for (const file of files) expect(existsSync(join(repository.folder, file)), file).toBe(true)
    }
  })

  it('run on Jenkins, and leave what is published', () => {
    const recipe = recipeOf(page, 'groovy', '')
    const commands = [...recipe.matchAll(/\bsh '([^']*)'/g)].map(match => match[1]!)
    expect(commands).toHaveLength(5)
    const repository = createRepository()
    repository.change()
    const run = shellIn(repository, { LINECHECK: 'linecheck' }, 'sh')
    expect(commands.map(command => run(command).status)).toEqual([0, 1, 1, 1, 1])
    for (const file of ['lint.checkstyle.xml', 'examples.junit.xml', 'diff.junit.xml', 'diff.md']) {
      expect(existsSync(join(repository.folder, file)), file).toBe(true)
    }
  })

  it('name hooks that there are, which tell the same', () => {
    const recipe = parse(recipeOf(page, 'yaml', ' pre-commit')) as {
      readonly repos: readonly {
        readonly hooks: readonly { readonly id: string; readonly args?: readonly string[] }[]
      }[]
    }
    const offered = parse(readFileSync(join(home, '.pre-commit-hooks.yaml'), 'utf8')) as readonly {
      readonly id: string
      readonly entry: string
      readonly files: string
      readonly exclude?: string
    }[]
    const repository = createRepository()
    repository.change()
    const run = shellIn(repository, {})
    const paths = ['rules/hotline.yaml', 'scripts/hotline.md', 'contacts/week.ndjson']
    const hooks = recipe.repos[0]!.hooks
    expect(hooks.map(({ id }) => id).sort()).toEqual(offered.map(({ id }) => id).sort())
    for (const { id, args = [] } of hooks) {
      const hook = offered.find(each => each.id === id)!
      const files = paths.filter(
        path => new RegExp(hook.files).test(path) && !(hook.exclude && new RegExp(hook.exclude).test(path))
      )
      expect(files, id).toHaveLength(1)
      const { status, out } = run(`${hook.entry} ${[...args, ...files].join(' ')}`)
      expect(status, out).toBe(id === 'linecheck-format' ? 0 : 1)
    }
  })
})

/** The step of `action.yml` that runs linecheck, with its values filled in as GitHub does. */
function runAction(
  repository: Repository,
  given: Readonly<Record<string, string>>
): Shell & { readonly summary: string; readonly exit: string } {
  const action = parse(readFileSync(join(home, 'action.yml'), 'utf8')) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>
    readonly runs: { readonly steps: readonly Step[] }
  }
  expect(Object.keys(given).filter(name => !(name in action.inputs))).toEqual([])
  const fill = (text: string): string =>
    text.replaceAll(/\$\{\{ ([\w.-]+) \}\}/g, (_, name: string) => {
      if (name === 'github.action_path') return home
      const input = name.replace('inputs.', '')
      return given[input] ?? action.inputs[input]?.default ?? ''
    })
  const step = action.runs.steps.find(({ id }) => id === 'run')!
  const [summary, output] = ['summary.md', 'output.txt'].map(name => join(repository.folder, name)) as [
    string,
    string
  ]
  for (const file of [summary, output]) writeFileSync(file, '')
  const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]))
  const run = shellIn(repository, { ...env, GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output })
  return {
    ...run(step.run!),
    summary: readFileSync(summary, 'utf8'),
    exit: readFileSync(output, 'utf8')
  }
}
