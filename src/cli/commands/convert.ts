import { basename } from 'node:path'
import { ProblemError } from '../../diagnostics/problem.ts'
import { fill, type Lang, type Wording } from '../../diagnostics/wording.ts'
import {
  type ContactFormat,
  contactFormatOf,
  contactFormats,
  type InputCounts,
  listInputs,
  newCounts,
  readInput
} from '../../input/index.ts'
import { formatCount } from '../../report/figures.ts'
import { codeParts, rowParts } from '../../report/terminal/rows-read.ts'
import { wordsOf } from '../../report/words.ts'
import { checkOutputs } from '../check-outputs.ts'
import { exitCodes, type ExitCode } from '../exit.ts'
import { inputOptions, type InputChoices } from '../input-choices.ts'
import { readMaps } from '../input-maps.ts'
import type { Io } from '../io.ts'
import { createNotes, type Notes } from '../notes.ts'
import { createProgress } from '../progress.ts'
import { chooseLang, type CommonOptions } from '../settings.ts'
import { GATHER, targetOf } from '../text-file.ts'

export interface ConvertOptions extends CommonOptions, InputChoices {
  readonly to?: string | undefined
  readonly output?: string | undefined
  readonly badRows?: 'skip' | 'stop' | undefined
  readonly progress?: boolean | undefined
  readonly maxShown?: number | undefined
}

const wordings = {
  written: { en: 'written to {path}', zh: '已写入 {path}' }
} as const satisfies Record<string, Wording>

/**
 * `linecheck convert`: reads any input that `audit` reads and writes its contacts as they come, in a form that it reads
 * without options. What the form cannot carry is told.
 */
export async function runConvert(
  inputs: readonly string[],
  options: ConvertOptions,
  io: Io
): Promise<ExitCode> {
  const lang = chooseLang(options, io.env)
  const format = chooseFormat(options)
  const sources = await listInputs(inputs, { cwd: io.cwd, stdin: io.stdin })
  const { output } = options
  await checkOutputs(output === undefined ? [] : [output], { inputs: sources, map: options.map }, io)
  const maps = await readMaps(options.map, io)
  const target = targetOf(output, io)
  const counts = newCounts()
  const progress = createProgress(io.stderr, options.progress !== false && !options.quiet && !io.env['CI'])
  const notes = createNotes(options, lang, io, progress.clear)
  const chosen = inputOptions(
    options,
    maps,
    problem => {
      if (options.badRows === 'stop' && problem.severity === 'error') throw new ProblemError([problem])
      notes.add(problem)
    },
    progress.bytes
  )
  const writer = format.create(notes.add)
  // Excel takes a CSV without the mark for one in the encoding of the country.
  let pending = format.name === 'csv' && output !== undefined ? '\ufeff' : ''
  try {
    for (const source of sources) {
      for await (const item of readInput(source, chosen, counts)) {
        if (item.kind === 'contact') pending += writer.contact(item.contact)
        progress.contact()
        if (pending.length < GATHER) continue
        await target.write(pending)
        pending = ''
      }
    }
    if (counts.contacts === 0) {
      throw new ProblemError([{ code: 'input/nothing-audited', severity: 'error', values: {} }])
    }
    await target.write(pending + writer.end())
  } finally {
    progress.clear()
    await notes.finish()
    await target.close()
  }
  if (!options.quiet) await io.stderr.write(closingLines(counts, notes, output, lang))
  return exitCodes.clean
}

/** The form asked for, else the one that the file's ending means, else NDJSON. */
function chooseFormat({ to, output }: ConvertOptions): ContactFormat {
  const named = contactFormats.find(format => format.name === to)
  if (named) return named
  if (output === undefined) return contactFormats[0]!
  const format = contactFormatOf(basename(output))
  if (format) return format
  const allowed = contactFormats.flatMap(known => known.extensions).join(', ')
  throw new ProblemError([
    { code: 'usage/output-format', severity: 'error', values: { value: output, allowed } }
  ])
}

/** What was read, what was skipped, and why. */
function closingLines(counts: InputCounts, notes: Notes, output: string | undefined, lang: Lang): string {
  const words = wordsOf(lang)
  const { files, contacts, turns } = counts
  const lines = [
    [
      words.files(formatCount(files)),
      words.contactsRead(formatCount(contacts)),
      words.turns(formatCount(turns)),
      ...(output === undefined ? [] : [fill(wordings.written[lang], { path: output })])
    ],
    rowParts(counts, words),
    codeParts(notes.byCode())
  ]
  return lines
    .filter(parts => parts.length > 0)
    .map(parts => `${parts.join(' · ')}\n`)
    .join('')
}
