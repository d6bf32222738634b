import { Option, type Command } from 'commander'
import { covers } from '../../scripts/options.ts'
import { libraryForms } from '../../scripts/read/read-library.ts'
import { runScripts, type ScriptsOptions } from '../commands/scripts.ts'
import type { Io } from '../io.ts'
import type { Choose } from './choose.ts'
import { changing, common, finding, listing, waiving } from './groups.ts'
import { collect, collectPair, readRate, readShare } from './values.ts'

/** `scripts`: libraries of service scripts. */
export function addScripts(program: Command, io: Io, choose: Choose): void {
  waiving(finding(listing(changing(common(program.command('scripts'))))))
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
    .option('--skip <code>', 'do not tell this, such as scripts/near-duplicate; repeatable', collect)
    .action((names: string[], options: ScriptsOptions) => choose(() => runScripts(names, options, io)))
}
