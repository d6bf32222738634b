import { Option, type Command } from 'commander'
import { diffFormats } from '../../diff/report/index.ts'
import { contactFormats } from '../../input/index.ts'
import { runConvert, type ConvertOptions } from '../commands/convert.ts'
import { runDiff } from '../commands/diff.ts'
import { runExplain, type ExplainOptions } from '../commands/explain.ts'
import { runReview, type ReviewOptions } from '../commands/review.ts'
import type { DiffOptions } from '../diff-options.ts'
import type { Io } from '../io.ts'
import type { Choose } from './choose.ts'
import { changing, common, reading, reporting, suppressing } from './groups.ts'
import { collect, readCount, readScore } from './values.ts'

/** Commands over contacts, beside `audit`. */
export function addContactCommands(program: Command, io: Io, choose: Choose): void {
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

  reporting(suppressing(changing(reading(common(program.command('diff'))))), diffFormats)
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
    .option('--max-shown <n>', 'how many problems of the input to show', readCount)
    .option('--no-progress', 'do not show how far it is')
    .action((inputs: string[], options: DiffOptions) => choose(() => runDiff(inputs, options, io)))

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
}
