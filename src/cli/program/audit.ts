import { Option, type Command } from 'commander'
import { keptFormat } from '../../diff/keep-outcomes.ts'
import { reportFormats } from '../../report/index.ts'
import { failLevels } from '../../verdict/demands.ts'
import { runAudit, type AuditCommandOptions } from '../commands/audit.ts'
import type { Io } from '../io.ts'
import type { Choose } from './choose.ts'
import { changing, common, reading, reporting, waiving } from './groups.ts'
import { collect, readCount, readDetails, readJobs, readPercent, readScore } from './values.ts'

/** `audit`: the main job. */
export function addAudit(program: Command, io: Io, choose: Choose): void {
  reporting(waiving(changing(reading(common(program.command('audit'))))), [...reportFormats, keptFormat])
    .description('score contacts and print scorecards per agent')
    .argument('<input...>', 'files, folders, globs, or - for standard input')
    .option('-s, --standard <file>', 'standard: file, folder or name of a shipped one; repeatable', collect)
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
}
