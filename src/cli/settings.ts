import { Chalk, type ChalkInstance } from 'chalk'
import type { Paint } from '../diagnostics/render.ts'
import { plain } from '../diagnostics/render.ts'
import type { Lang } from '../diagnostics/wording.ts'
import { plainPaint, type ReportPaint } from '../report/paint.ts'
import type { Io, Output } from './io.ts'

/** Options that every command takes. */
export interface CommonOptions {
  readonly lang?: Lang | undefined
  readonly color?: 'auto' | 'always' | 'never' | undefined
  readonly quiet?: boolean | undefined
}

/** Options of commands that read standards. */
export interface OverrideOptions {
  /** `KEY=VALUE`: what to change in the standards for this run. */
  readonly set?: readonly string[] | undefined
}

/** The language of messages: as asked, else as the environment says, else English. */
export function chooseLang(options: CommonOptions, env: Io['env']): Lang {
  if (options.lang) return options.lang
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || ''
  return /^zh/i.test(locale) ? 'zh' : 'en'
}

/** Colours by option, then NO_COLOR and FORCE_COLOR, then whether a terminal reads. */
export function usesColour(options: CommonOptions, env: Io['env'], output: Output): boolean {
  if (options.color === 'always') return true
  if (options.color === 'never') return false
  if (env['NO_COLOR']) return false
  if (env['FORCE_COLOR'] && env['FORCE_COLOR'] !== '0') return true
  return output.isTerminal && env['TERM'] !== 'dumb'
}

export function createPaint(colour: boolean): Paint {
  return colour ? paintWith(new Chalk({ level: 1 })) : plain
}

export function createReportPaint(colour: boolean): ReportPaint {
  if (!colour) return plainPaint
  const chalk = new Chalk({ level: 1 })
  return { ...paintWith(chalk), good: text => chalk.green(text), fatal: text => chalk.white.bgRed(text) }
}

function paintWith(chalk: ChalkInstance): Paint {
  return {
    error: text => chalk.red(text),
    warning: text => chalk.yellow(text),
    note: text => chalk.cyan(text),
    dim: text => chalk.dim(text),
    bold: text => chalk.bold(text)
  }
}
