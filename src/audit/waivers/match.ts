import { codes } from '../../diagnostics/catalogue.ts'
import { fold } from '../../text/fold.ts'
import { compileGlob } from '../../text/glob.ts'
import type { Subject, Suppression } from './suppression.ts'

/** Whether a suppression holds of a finding whose rule it names. */
export type Fits = (subject: Subject) => boolean

/** Makes a suppression ready: all its keys but the rule, which is looked up for many findings at once. */
export function compileFits({ contact, agent, file, quote }: Suppression): Fits {
  const contacts = contact && new Set(contact)
  const agents = agent && new Set(agent)
  const globs = file?.map(compileGlob)
  const quotes = quote?.map(compileQuote)
  return subject => {
    if (contacts && (subject.contact === undefined || !contacts.has(subject.contact))) return false
    if (agents && !(subject.agents ?? []).some(name => agents.has(name))) return false
    if (globs && !globs.some(fits => subject.files.some(fits))) return false
    if (!quotes) return true
    const words = subject.words()
    return quotes.some(isIn => words.some(isIn))
  }
}

/** Whether a suppression speaks of a rule: `standard/criterion`, or a diagnostic code. */
export function namesRule({ rule }: Suppression, id: string): boolean {
  return rule === undefined || rule.some(name => isRule(name, id))
}

/** A name without a slash holds of that criterion of any standard, and of no diagnostic; `*` alone of everything. */
export function isRule(name: string, id: string): boolean {
  if (name === '*') return true
  if (!name.includes('/') && codeSet.has(id)) return false
  const known = name.includes('/') ? id : id.slice(id.indexOf('/') + 1)
  return name.endsWith('*') ? known.startsWith(name.slice(0, -1)) : name === known
}

const codeSet: ReadonlySet<string> = new Set(codes)

/** Words that fold to nothing, such as marks and emoji, are compared as they are written. */
function compileQuote(quote: string): (text: string) => boolean {
  const folded = fold(quote)
  return folded === '' ? text => text.includes(quote) : text => fold(text).includes(folded)
}
