import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { failLevels, findingLevels } from '../verdict/demands.ts'
import { keptFormat } from '../diff/keep-outcomes.ts'
import { diffFormats } from '../diff/report/index.ts'
import { langs } from '../diagnostics/wording.ts'
import { contactFormats, formatNames } from '../input/index.ts'
import { reportFormats } from '../report/index.ts'
import { itemFormats } from '../report/items/index.ts'
import { covers } from '../scripts/options.ts'
import { libraryForms } from '../scripts/read/read-library.ts'
import { runAudit, type AuditCommandOptions } from './commands/audit.ts'
import { runConvert, type ConvertOptions } from './commands/convert.ts'
import { runDiff } from './commands/diff.ts'
import type { DiffOptions } from './diff-options.ts'
import { runDemo } from './commands/demo.ts'
import { runExplain, type ExplainOptions } from './commands/explain.ts'
import { runFormat, type FormatOptions } from './commands/format.ts'
import { runInit, type InitOptions } from './commands/init.ts'
import { runLint, type LintOptions } from './commands/lint.ts'
import { runReview, type ReviewOptions } from './commands/review.ts'
import { runScripts, type ScriptsOptions } from './commands/scripts.ts'
import { runSchema, schemaNames, type SchemaName } from './commands/schema.ts'
import { runTest, type TestOptions } from './commands/test.ts'
import type { ExitCode } from './exit.ts'
import type { Io } from './io.ts'
import type { CommonOptions } from './settings.ts'
import { version } from './version.ts'

/** What the user asked for: a command that is ready to run. */
export type Chosen = () => Promise<ExitCode>

const outputHelp = 'write a report too, format by ending or as format:FILE; repeatable'

/** The command line. `choose` is called with the command that the arguments name. */
export function createProgram(io: Io, choose: (chosen: Chosen) => void): Command {
  const program = new Command('linecheck')
    .description('Audit customer-service contacts against service standards. 按服务标准审核客服对话。')
    .version(version, '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: text => void io.stdout.write(text),
      writeErr: text => void io.stderr.write(text)
    })
    .showHelpAfterError('(linecheck --help shows what there is)')

  const common = (command: Command): Command =>
    command
      .addOption(new Option('--lang <lang>', 'language of messages').choices(langs))
      .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']))
      .option('-q, --quiet', 'results only')

  const changing = (command: Command): Command =>
    command.option(
      '--set <key=value>',
      'change the standard for this run: scoring.pass=90, opening.greeting.weight=0; repeatable',
      collect
    )

  const reading = (command: Command): Command =>
    command
      .addOption(
        new Option('--from <format>', 'format of the input, instead of looking').choices(formatNames)
      )
      .option('--encoding <name>', 'encoding of the input, instead of looking: utf-8, gb18030, utf-16le, ...')
      .option(
        '--map <field=column>',
        'which column, or path in JSON, holds a field; or a YAML file of such; repeatable',
        collectMap
      )
      .option('--agents <names>', 'speakers that are agents, separated by commas', text => text.split(','))
      .option('--sheet <name>', 'sheet of a workbook, by name or number; default: the first')
      .option(
        '--timezone <zone>',
        'where wall clocks without an offset stand: Asia/Shanghai, +08:00; times in UTC are told there too'
      )
      .option(
        '--name-pattern <pattern>',
        "what names of files say of contacts that do not: '{date}_{agent}_{id}'"
      )
      .option(
        '--memory <size>',
        'turns kept in memory while a log is grouped: 64M, 1G; default: 256M',
        readSize
      )

  const suppressing = (command: Command): Command =>
    command
      .option(
        '--suppress <file>',
        'what is excused, and why; repeatable; default: linecheck.suppress.yaml here or beside linecheck.yaml',
        collectFiles
      )
      .option('--no-suppress', 'excuse nothing')
      .option('--today <day>', 'the day by which suppressions end, YYYY-MM-DD; default: today', readDay)

  const waiving = (command: Command): Command =>
    suppressing(command)
      .option('--baseline <file>', 'what was found before, which does not make the verdict negative')
      .option('--update-baseline', 'write all that is found now into the baseline')
      .addOption(
        new Option('--prune-baseline', 'take out of the baseline what is no longer found').conflicts(
          'updateBaseline'
        )
      )
      .option('-v, --verbose', 'list what of the baseline is no longer found')

  waiving(changing(reading(common(program.command('audit')))))
    .description('score contacts and print scorecards per agent')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
    .option('-s, --standard <file>', 'standard: file, folder or name of a shipped one; repeatable', collect)
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output')
        .choices([...reportFormats, keptFormat].map(format => format.name))
        .default('terminal')
    )
    .option('-o, --output <file>', outputHelp, collect)
    .option(
      '--details [all]',
      'show each failed criterion with its evidence; all: also what did not apply',
      readDetails
    )
    .addOption(
      new Option('--by <key>', 'a scorecard for each').choices(['agent', 'team', 'day', 'week', 'month'])
    )
    .option('--marks <file>', 'sheet of what people marked, for criteria with "manual"; repeatable', collect)
    .addOption(
      new Option('--bad-rows <what>', 'on a row that cannot be read')
        .choices(['skip', 'stop'])
        .default('skip')
    )
    .addOption(
      new Option('--fail-on <level>', 'exit 1 on such a breach').choices(failLevels).default('never')
    )
    .option('--min-score <score>', 'exit 1 when a mean score is below', readScore)
    .option('--min-pass-rate <percent>', 'exit 1 when a smaller share of scored contacts passed', readPercent)
    .option(
      '--max-band <band=most>',
      'exit 1 when more contacts lie in a band: Poor=0, Poor=5%; repeatable',
      collect
    )
    .option(
      '--min-band <band=share>',
      'exit 1 when a smaller share of contacts lies in a band: Excellent=30%; repeatable',
      collect
    )
    .option(
      '--gate-each',
      'ask scores, pass rates and bands of each scorecard, see --by, not of all together'
    )
    .option('--min-contacts <n>', 'with --gate-each: leave out who has fewer scored contacts', readCount)
    .option(
      '--max-warnings <n>',
      'exit 1 on more problems of the input than this: rows skipped, rows that are odd',
      readCount
    )
    .option('--max-shown <n>', 'how many problems of the input to show', readCount)
    .option('--show-columns', 'tell what each column of a table is taken for')
    .option(
      '-j, --jobs <n>',
      'threads that judge; default: one for each of 4 to 8 processors, else 1; 1 for small inputs',
      readJobs
    )
    .option('--no-progress', 'do not show how far it is')
    .action((inputs: string[], options: AuditCommandOptions) => choose(() => runAudit(inputs, options, io)))

  reading(common(program.command('convert')))
    .description('write contacts in one form, whatever form they come in')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('--to <form>', 'form to write; default: by the ending of the output, else ndjson').choices(
        contactFormats.map(format => format.name)
      )
    )
    .option('-o, --output <file>', 'file to write, instead of standard output')
    .addOption(
      new Option('--bad-rows <what>', 'on a row that cannot be read')
        .choices(['skip', 'stop'])
        .default('skip')
    )
    .option('--max-shown <n>', 'how many problems of the input to show', readCount)
    .option('--no-progress', 'do not show how far it is')
    .action((inputs: string[], options: ConvertOptions) => choose(() => runConvert(inputs, options, io)))

  suppressing(changing(reading(common(program.command('diff')))))
    .description('tell what a change of standards does to verdicts and scores, contact by contact and in all')
    .argument('[input...]', 'files, folders, globs, or - for standard input; or one saved result')
    .option('-s, --standard <file>', 'standard as it is now: file, folder or name; repeatable', collect)
    .option('--against <what>', 'what it was before: a standard, or a saved result; repeatable', collect)
    .option('--since <revision>', 'what it was before: the same files at a revision of git')
    .option('--tolerance <points>', 'a figure may fall by this much before it counts as worse', readScore)
    .option('--fail-on-regression', 'exit 1 when anything became worse')
    .option('--allow-unlike', 'compare what is in both, even if contacts or standards are not the same')
    .option('--look <n>', 'how many of the changed contacts to show; default: 10', readCount)
    .option('--marks <file>', 'sheet of what people marked, for criteria with "manual"; repeatable', collect)
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output')
        .choices(diffFormats.map(format => format.name))
        .default(diffFormats[0]!.name)
    )
    .option('-o, --output <file>', 'write a report too, format by ending; repeatable', collect)
    .option('--max-shown <n>', 'how many problems of the input to show', readCount)
    .option('--no-progress', 'do not show how far it is')
    .action((inputs: string[], options: DiffOptions) => choose(() => runDiff(inputs, options, io)))

  changing(common(program.command('test')))
    .description('run the examples that stand beside criteria, and files of tests (*.test.yaml)')
    .argument('[file...]', 'standards, files of tests, or folders; default: linecheck.yaml here or above')
    .option('--filter <text>', 'only criteria whose id, and cases whose name, holds this')
    .option('--update', 'write the quotes, messages and scores that came out into files of tests')
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output, instead of words').choices(
        itemFormats.map(format => format.name)
      )
    )
    .option('-o, --output <file>', outputHelp, collect)
    .action((names: string[], options: TestOptions) => choose(() => runTest(names, options, io)))

  waiving(changing(common(program.command('lint'))))
    .description('say all that is wrong with standards, and what keeps them from being good ones')
    .argument('[file...]', 'standards, files of tests, or folders; default: linecheck.yaml here or above')
    .option('--max-warnings <n>', 'exit 1 on more warnings than this', readCount)
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 on a finding of this severity or a worse one')
        .choices(findingLevels)
        .default('error')
    )
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output, instead of words').choices(
        itemFormats.map(format => format.name)
      )
    )
    .option('-o, --output <file>', outputHelp, collect)
    .option('--skip <code>', 'do not tell this, such as lint/no-clause; repeatable', collect)
    .option(
      '--fix',
      'mend slips of spelling, repeated phrases and the order of bands in the files, then look again'
    )
    .addOption(
      new Option('--diff', 'show what --fix would change, as a patch, and write nothing').conflicts([
        'fix',
        'format'
      ])
    )
    .action((names: string[], options: LintOptions) => choose(() => runLint(names, options, io)))

  waiving(changing(common(program.command('scripts'))))
    .description('say what is wrong with libraries of service scripts, by themselves and by standards')
    .argument(
      '<library...>',
      'files, folders or globs: Markdown, YAML, CSV, TSV, XLSX, text; - for text from standard input'
    )
    .option('-s, --standard <file>', 'standard: file, folder or name of a shipped one; repeatable', collect)
    .addOption(
      new Option('--from <form>', 'form of the library, instead of the ending of its file').choices(
        libraryForms
      )
    )
    .option('--encoding <name>', 'encoding of the library, instead of looking: utf-8, gb18030, utf-16le, ...')
    .option('--sheet <name>', 'sheet of a workbook, by name or number; default: the first')
    .option('--map <field=column>', 'which column holds a field: text=内容, id=#1; repeatable', collectPair)
    .option('--show-columns', 'tell what each column of a table is taken for')
    .option('--slots <file>', 'YAML file that declares slots, with examples; repeatable', collect)
    .option(
      '--forbid <file>',
      'words that no script may say, one a line, or lexicons in YAML; repeatable',
      collect
    )
    .addOption(
      new Option(
        '--cover <which>',
        'which scripts must satisfy what the standard asks for: all (default), those that name it, none'
      ).choices(covers)
    )
    .option('--rate <n>', 'characters a minute that Chinese is said at; default: 240', readRate)
    .option('--word-rate <n>', 'words a minute that English is said at; default: 150', readRate)
    .option('--max-seconds <n>', 'time allowed for a script that does not say its own', readRate)
    .option('--max-characters <n>', 'most characters of a script that is sent', readRate)
    .option('--similar <share>', 'likeness from which two scripts are compared: 80% (default)', readShare)
    .option('--max-warnings <n>', 'exit 1 on more warnings than this', readCount)
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 on a finding of this severity or a worse one')
        .choices(findingLevels)
        .default('error')
    )
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output, instead of words').choices(
        itemFormats.map(format => format.name)
      )
    )
    .option('-o, --output <file>', outputHelp, collect)
    .option('--skip <code>', 'do not tell this, such as scripts/near-duplicate; repeatable', collect)
    .action((names: string[], options: ScriptsOptions) => choose(() => runScripts(names, options, io)))

  common(program.command('format'))
    .description('lay standards, lexicons and files of tests out in one way; comments and meaning stay')
    .argument('[file...]', 'files, folders, or - for standard input; default: linecheck.yaml here or above')
    .option('--check', 'only list the files that are not formatted, and exit 1 when there are any')
    .action((names: string[], options: FormatOptions) => choose(() => runFormat(names, options, io)))

  suppressing(changing(reading(common(program.command('explain')))))
    .description('tell in plain words what a criterion checks, or how a contact came by its score')
    .argument('[what...]', 'a criterion or a diagnostic code; with --contact: inputs')
    .option('-s, --standard <file>', 'standard: file, folder or name of a shipped one; repeatable', collect)
    .option('--contact <id>', 'the contact whose score to explain')
    .option('--criterion <id>', 'with --contact: how this criterion was judged, turn by turn')
    .option('--marks <file>', 'sheet of what people marked, for criteria with "manual"; repeatable', collect)
    .action((what: string[], options: ExplainOptions) => choose(() => runExplain(what, options, io)))

  reading(common(program.command('review')))
    .description('write the sheet on which people mark what only they can see; audit --marks takes it back')
    .argument('[input...]', 'files, folders, globs, or - for standard input')
    .option('-s, --standard <file>', 'standard: file, folder or name of a shipped one; repeatable', collect)
    .option('--template', 'one row for each criterion that takes marks, without contacts')
    .option('-o, --output <file>', 'write the sheet for a spreadsheet, instead of standard output')
    .option('--marks <file>', 'sheet of what is marked already; repeatable', collect)
    .option('--max-shown <n>', 'how many problems of the input to show', readCount)
    .action((inputs: string[], options: ReviewOptions) => choose(() => runReview(inputs, options, io)))

  common(program.command('init'))
    .description('write a small standard to begin with')
    .argument('[file]', 'where to write it', 'linecheck.yaml')
    .option('-y, --yes', 'ask nothing')
    .option('--force', 'write over a file that is there')
    .action((path: string, options: InitOptions) => choose(() => runInit(path, options, io)))

  program
    .command('schema')
    .description('print the JSON Schema of standards, files of tests, calendars or suppressions')
    .addArgument(new Argument('[what]', 'of what').choices(schemaNames).default('standard'))
    .action((name: SchemaName) => choose(() => runSchema(name, io)))

  common(program.command('demo'))
    .description('audit the shipped example')
    .action((options: CommonOptions) => choose(() => runDemo(options, io)))

  return program
}

export { CommanderError }

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

/** With `--no-suppress` beside it, what came before is `false` or `true`. */
function collectFiles(value: string, before: readonly string[] | boolean | undefined): readonly string[] {
  return [...(Array.isArray(before) ? (before as readonly string[]) : []), value]
}

function collectMap(value: string, before: readonly string[] | undefined): readonly string[] {
  if (value.startsWith('=')) throw new InvalidArgumentError('write it as field=column, such as text=内容')
  return collect(value, before)
}

function collectPair(value: string, before: readonly string[] | undefined): readonly string[] {
  if (!/^[^=]+=./.test(value)) throw new InvalidArgumentError('write it as field=column, such as text=内容')
  return collect(value, before)
}

function readRate(value: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(value) || Number(value) === 0) {
    throw new InvalidArgumentError('a number above 0')
  }
  return Number(value)
}

function readShare(value: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(value.trim())
  const share = match ? Number(match[1]) / (match[2] ? 100 : 1) : 0
  if (!(share > 0 && share <= 1)) throw new InvalidArgumentError('a share such as 80%')
  return share
}

function readDetails(value: string): 'all' {
  if (value !== 'all') throw new InvalidArgumentError('only --details and --details all are known')
  return 'all'
}

function readScore(value: string): number {
  const score = Number(value)
  if (value.trim() === '' || !(score >= 0 && score <= 100))
    throw new InvalidArgumentError('a number from 0 to 100')
  return score
}

function readPercent(value: string): number {
  return readScore(value.replace(/\s*[%％]$/u, ''))
}

function readCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('a whole number')
  return Number(value)
}

function readDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime())
  if (!isDay || day.toISOString().slice(0, 10) !== value) {
    throw new InvalidArgumentError('a day as YYYY-MM-DD')
  }
  return value
}

function readJobs(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('a whole number from 1')
  return Number(value)
}

/** A size in bytes; K, M and G are powers of 1024. */
function readSize(value: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMG]?)(?:i?B)?$/i.exec(value.trim())
  if (!match) throw new InvalidArgumentError('write it as a number with K, M or G, such as 64M')
  return Math.floor(Number(match[1]) * 1024 ** ' KMG'.indexOf(match[2]!.toUpperCase() || ' '))
}
