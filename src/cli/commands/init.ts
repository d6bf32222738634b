import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ProblemError } from '../../diagnostics/problem.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import { formatYaml } from '../../standard/format/format.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import type { Io } from '../io.ts'
import { nameSchema } from '../name-schema.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import { writeStarter, type StarterChoices } from '../starter.ts'

export interface InitOptions extends CommonOptions {
  readonly yes?: boolean | undefined
  readonly force?: boolean | undefined
}

const wordings = {
  id: { en: 'Id of the standard:', zh: '标准的标识：' },
  company: { en: 'Name of the company, shop or hotline:', zh: '公司、店铺或热线的名称：' },
  usualCompany: { en: 'Star River', zh: '星河客服' },
  written: {
    en: '{path} written. Next: linecheck test {path}, then linecheck audit YOUR-LOG -s {path}',
    zh: '已写入 {path}。下一步：linecheck test {path}，然后 linecheck audit 记录文件 -s {path}'
  }
} as const satisfies Record<string, Wording>

/** `linecheck init`: writes a small standard that works, asking for what it cannot know. */
export async function runInit(path: string, options: InitOptions, io: Io): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const usual: StarterChoices = { id: 'service-standard', company: wordings.usualCompany[lang], lang }
  const choices = options.yes || !io.stdout.isTerminal ? usual : await ask(usual, lang)
  try {
    const file = resolve(io.cwd, path)
    const text = nameSchema(file, io.home) + writeStarter(choices)
    // What people are asked for may be anything, and stands in quotes that it need not have.
    const laid = formatYaml(path, text)
    await writeFile(file, laid.ok ? laid.text : text, { flag: options.force ? 'w' : 'wx' })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ProblemError([
      code === 'EEXIST'
        ? { code: 'usage/file-exists', severity: 'error', values: { path } }
        : { code: 'usage/unwritable', severity: 'error', values: { path, reason: code } }
    ])
  }
  if (!options.quiet) await io.stdout.write(`${fill(wordings.written[lang], { path })}\n`)
  return exitCodes.clean
}

async function ask(usual: StarterChoices, lang: Lang): Promise<StarterChoices> {
  // Loaded only here: no other command asks anything.
  const { default: inquirer } = await import('inquirer')
  const answers = await inquirer.prompt<{ id: string; company: string }>([
    { type: 'input', name: 'id', message: wordings.id[lang], default: usual.id },
    { type: 'input', name: 'company', message: wordings.company[lang], default: usual.company }
  ])
  return { ...answers, lang }
}
