import type { CompileEnv } from '../checks/check.ts'
import { compileCondition } from '../checks/condition.ts'
import type { Expression, ExpressionSpace } from '../checks/expression.ts'
import type { MarkScale } from '../checks/mark-reading.ts'
import { momentOf, parseScope, scopeExamples } from '../checks/scope.ts'
import { contactNames, SHORT, type ContactView, type Vars } from '../checks/view.ts'
import type { Say } from '../checks/words.ts'
import type { Calendar } from '../metrics/calendar/calendar.ts'
import { linkPattern } from '../pattern/link.ts'
import type { PatternNode } from '../pattern/node.ts'
import { listLabels } from '../pattern/node.ts'
import type { Prefilter } from '../pattern/prefilter.ts'
import { resolvePattern, type Path, type PatternEnv } from '../pattern/resolve.ts'
import type { PatternSource } from '../pattern/source.ts'
import type { Reporter } from './faults.ts'
import type { Links } from './links.ts'
import type { Places } from './yaml-source.ts'

/** What the checks of one standard are compiled in. */
export interface Surroundings {
  readonly source: Places
  readonly reporter: Reporter
  readonly say: Say
  readonly space: ExpressionSpace
  readonly calendar: Calendar | undefined
  readonly vars: Vars
  readonly lexicons: Readonly<Record<string, PatternSource>>
  readonly links: Links
  readonly prefilter: Prefilter
}

/** Lexicons become patterns once, whoever uses them; one that holds itself is reported and left empty. */
export function createPatternEnv(around: Surroundings): PatternEnv {
  const { lexicons, reporter, space, vars } = around
  const resolved = new Map<string, PatternNode>()
  const open: string[] = []
  const env: PatternEnv = {
    lexicon(name) {
      const known = resolved.get(name)
      if (known) return known
      const source = Object.hasOwn(lexicons, name) ? lexicons[name] : undefined
      if (source === undefined) return null
      if (open.includes(name)) {
        const chain = [...open.slice(open.indexOf(name)), name].join(' → ')
        reporter.problem('standard/lexicon-cycle', around.source.placeOfKey(['lexicons', name]), {
          value: name,
          chain
        })
        return { kind: 'any', label: name, parts: [] }
      }
      open.push(name)
      const node = resolvePattern(source, env, ['lexicons', name])
      open.pop()
      const parts = node.kind === 'any' ? node.parts : [node]
      const named: PatternNode = { kind: 'any', label: `${name} (${listLabels(parts)})`, parts }
      resolved.set(name, named)
      return named
    },
    knowsName: written => {
      const name = written.endsWith(SHORT) ? written.slice(0, -SHORT.length) : written
      return (
        Object.hasOwn(vars, name) ||
        Object.hasOwn(space.types, name) ||
        (contactNames as readonly string[]).includes(name)
      )
    },
    report: (fault, at) => reporter.pattern(fault, at)
  }
  return env
}

/** The criterion that a check belongs to. */
export interface Owner {
  readonly criterion: string
  takesMarks(scale: MarkScale, at: Path): void
}

const nobody: Owner = { criterion: '', takesMarks: () => undefined }

/** The environment of one check whose options stand at `base` in the file. */
export function createCompileEnv(
  around: Surroundings,
  patterns: PatternEnv,
  base: Path,
  owner: Owner = nobody
): CompileEnv {
  const { links, reporter, say, space, source } = around
  const env: CompileEnv = {
    say,
    owner: owner.criterion,
    fields: space.types,
    within: at => createCompileEnv(around, patterns, [...base, ...at], owner),
    knowsName: name => patterns.knowsName(name),
    takesMarks: scale => owner.takesMarks(scale, base),
    pattern: (pattern, at) =>
      linkPattern(resolvePattern(pattern, patterns, [...base, ...at]), around.prefilter),
    scope(scope, at, fallback = 'agent') {
      const parsed = parseScope(scope, fallback)
      const moment = momentOf(scope.in)
      if (parsed && (!moment || space.types[moment.field] === 'time')) return parsed
      const place = source.placeOf([...base, ...at, 'in'])
      reporter.problem('standard/bad-scope', place, { value: scope.in ?? '', allowed: scopeExamples })
      return () => []
    },
    condition: (condition, at) => compileCondition(condition, env, at),
    expression(text, at): Expression {
      const compiled = space.compile(text)
      if (compiled.ok) return compiled.expression
      reporter.expression(compiled.fault, [...base, ...at])
      return { text, evaluate: () => ({ kind: 'error', reason: '' }), evidence: () => [] }
    },
    bound: (text, parse, fault, at) =>
      compileBound(
        text,
        parse,
        bad => reporter.option({ kind: fault, value: bad }, [...base, ...at]),
        patterns,
        [...base, ...at],
        around
      ),
    report: (fault, at) => reporter.option(fault, [...base, ...at]),
    criterion: (id, at) => links.refer(id, [...base, ...at]),
    withNames(names) {
      if (names.length === 0) return env
      const knowsName = (name: string): boolean => names.includes(name) || patterns.knowsName(name)
      // What is captured is words: bounds keep to fields and variables.
      return { ...createCompileEnv(around, { ...patterns, knowsName }, base), bound: env.bound }
    }
  }
  return env
}

const boundName = /\{([\p{L}_][\p{L}\p{N}_.]*)\}/gu

/** A bound whose names are filled in for each contact; what a fixed one says is checked here, once. */
function compileBound<T>(
  text: string,
  parse: (text: string) => T | undefined,
  reportBad: (value: string) => void,
  patterns: PatternEnv,
  at: Path,
  around: Surroundings
): (view: ContactView) => T | undefined {
  const names = [...text.matchAll(boundName)].map(match => match[1]!)
  if (names.length === 0) {
    const fixed = parse(text)
    if (fixed === undefined) reportBad(text)
    return () => fixed
  }
  for (const name of names) {
    if (!patterns.knowsName(name)) patterns.report({ kind: 'unknown-name', value: name }, at)
  }
  // Any number will do to see whether the text around the names is well formed.
  const trial = text.replace(boundName, (_, name: string) => String([around.vars[name] ?? 1].flat()[0]))
  if (parse(trial) === undefined) reportBad(trial)
  return view => {
    let complete = true
    const filled = text.replace(boundName, (_, name: string) => {
      const value = view.value(name)
      complete &&= value !== undefined && value !== null
      return String(value)
    })
    return complete ? parse(filled) : undefined
  }
}
