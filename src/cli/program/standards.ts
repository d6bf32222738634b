import { Argument, Option, type Command } from 'commander'
import { runDemo } from '../commands/demo.ts'
import { runFormat, type FormatOptions } from '../commands/format.ts'
import { runInit, type InitOptions } from '../commands/init.ts'
import { runLint, type LintOptions } from '../commands/lint.ts'
import { runSchema, schemaNames, type SchemaName } from '../commands/schema.ts'
import { runTest, type TestOptions } from '../commands/test.ts'
import type { CommonOptions } from '../settings.ts'
import type { Io } from '../io.ts'
import type { Choose } from './choose.ts'
import { changing, common, finding, listing, waiving } from './groups.ts'
import { collect } from './values.ts'

/** Commands over standards themselves. */
export function addStandardCommands(program: Command, io: Io, choose: Choose): void {
  listing(changing(common(program.command('test'))))
    .description('run the examples that stand beside criteria, and files of tests (*.test.yaml)')
    .argument('[file...]', 'standards, files of tests, or folders; default: linecheck.yaml here or above')
    .option('--filter <text>', 'only criteria whose id, and cases whose name, holds this')
    .option('--update', 'write the quotes, messages and scores that came out into files of tests')
    .action((names: string[], options: TestOptions) => choose(() => runTest(names, options, io)))

  waiving(finding(listing(changing(common(program.command('lint'))))))
    .description('say all that is wrong with standards, and what keeps them from being good ones')
    .argument('[file...]', 'standards, files of tests, or folders; default: linecheck.yaml here or above')
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

  common(program.command('format'))
    .description('lay standards, lexicons and files of tests out in one way; comments and meaning stay')
    .argument('[file...]', 'files, folders, or - for standard input; default: linecheck.yaml here or above')
    .option('--check', 'only list the files that are not formatted, and exit 1 when there are any')
    .action((names: string[], options: FormatOptions) => choose(() => runFormat(names, options, io)))

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
}
