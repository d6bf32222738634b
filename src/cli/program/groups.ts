import { Option, type Command } from 'commander'
import { langs } from '../../diagnostics/wording.ts'
import { formatNames } from '../../input/index.ts'
import { itemFormats } from '../../report/items/index.ts'
import { findingLevels } from '../../verdict/demands.ts'
import { collect, collectFiles, collectMap, readCount, readDay, readSize } from './values.ts'

// Options that several commands take.

/** Options that every command takes. */
export const common = (command: Command): Command =>
  command
    .addOption(new Option('--lang <lang>', 'language of messages').choices(langs))
    .addOption(new Option('--color <when>', 'colours').choices(['auto', 'always', 'never']))
    .option('-q, --quiet', 'results only')

/** For commands that judge by standards: what to change in them for this run. */
export const changing = (command: Command): Command =>
  command.option(
    '--set <key=value>',
    'change the standard for this run: scoring.pass=90, opening.greeting.weight=0; repeatable',
    collect
  )

/** For commands that read contacts. */
export const reading = (command: Command): Command =>
  command
    .addOption(new Option('--from <format>', 'format of the input, instead of looking').choices(formatNames))
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

/** For commands that judge: what is excused. */
export const suppressing = (command: Command): Command =>
  command
    .option(
      '--suppress <file>',
      'what is excused, and why; repeatable; default: linecheck.suppress.yaml here or beside linecheck.yaml',
      collectFiles
    )
    .option('--no-suppress', 'excuse nothing')
    .option('--today <day>', 'the day by which suppressions end, YYYY-MM-DD; default: today', readDay)

/** For commands with a verdict over findings. */
export const waiving = (command: Command): Command =>
  suppressing(command)
    .option('--baseline <file>', 'what was found before, which does not make the verdict negative')
    .option('--update-baseline', 'write all that is found now into the baseline')
    .addOption(
      new Option('--prune-baseline', 'take out of the baseline what is no longer found').conflicts(
        'updateBaseline'
      )
    )
    .option('-v, --verbose', 'list what of the baseline is no longer found')

const outputHelp = 'write a report too, format by ending or as format:FILE; repeatable'

/** For commands that write reports; the first of the formats is the usual one. */
export const reporting = (command: Command, formats: readonly { readonly name: string }[]): Command =>
  command
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output')
        .choices(formats.map(({ name }) => name))
        .default(formats[0]!.name)
    )
    .option('-o, --output <file>', outputHelp, collect)

/** For commands that write words, and reports of items where these are asked for. */
export const listing = (command: Command): Command =>
  command
    .addOption(
      new Option('-f, --format <format>', 'what goes to standard output, instead of words').choices(
        itemFormats.map(({ name }) => name)
      )
    )
    .option('-o, --output <file>', outputHelp, collect)

/** For commands that find things of several severities. */
export const finding = (command: Command): Command =>
  command
    .option('--max-warnings <n>', 'exit 1 on more warnings than this', readCount)
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 on a finding of this severity or a worse one')
        .choices(findingLevels)
        .default('error')
    )
