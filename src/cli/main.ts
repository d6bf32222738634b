import { setFlagsFromString } from 'node:v8'
import { ProblemError } from '../diagnostics/problem.ts'
import { createOutput, type Io } from './io.ts'
import { exitCodes, type ExitCode } from './exit.ts'
import { serveIfThread } from './jobs.ts'
import { createProgram, CommanderError, type Chosen } from './program.ts'
import { showProblems } from './problems.ts'
import { chooseLang } from './settings.ts'

/**
 * Runs one command line and says what to tell the shell. Never throws: a mistake of the user ends in messages, a
 * bug in a note that it is one.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let chosen: Chosen | undefined
  try {
    await createProgram(io, command => (chosen = command)).parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportBug(error, io)
    return error.exitCode === 0 ? exitCodes.clean : exitCodes.unusable
  }
  try {
    return chosen ? await chosen() : exitCodes.unusable
  } catch (error) {
    if (!(error instanceof ProblemError)) return reportBug(error, io)
    await showProblems(error.problems, new Map(), chooseLang(langOf(args), io.env), {}, io)
    return exitCodes.unusable
  }
}

/** The language asked for, also where the command itself failed. */
function langOf(args: readonly string[]): { lang?: 'en' | 'zh' } {
  const at = args.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='))
  const value = args[at]?.startsWith('--lang=') ? args[at].slice('--lang='.length) : args[at + 1]
  return at >= 0 && (value === 'zh' || value === 'en') ? { lang: value } : {}
}

async function reportBug(error: unknown, io: Io): Promise<ExitCode> {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  await io.stderr.write(`linecheck: this is a bug, please report it\n${text}\n`)
  return exitCodes.bug
}

/** Runs the command line of this process. `home` is the folder of the package. */
export async function main(home: string): Promise<ExitCode> {
  // Expressions of standards must not hang on hostile text: past a limit V8 goes on in linear time.
  setFlagsFromString('--enable-experimental-regexp-engine-on-excessive-backtracks')
  // Left to itself V8 lets what is no longer needed grow to three times what is, which for a large log is much.
  setFlagsFromString('--heap-growing-percent=50')
  return run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: createOutput(process.stdout),
    stderr: createOutput(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    home
  })
}

// The threads of an audit run this same file.
serveIfThread()
