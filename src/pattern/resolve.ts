import { defaultApart, parseApart, type Apart } from './apart.ts'
import type { Path, PatternEnv } from './fault.ts'
import { listLabels, type PatternNode } from './node.ts'
import { resolveManners } from './resolve-manner.ts'
import { broken, resolveText } from './resolve-text.ts'
import type { PatternParts, PatternSource } from './source.ts'

export type { Path, PatternEnv, PatternFault } from './fault.ts'

/** Resolves names, phrases and regular expressions; reports everything that is wrong and goes on. */
export function resolvePattern(source: PatternSource, env: PatternEnv, at: Path): PatternNode {
  if (typeof source === 'string') return resolveText(source, env, at)
  if (isList(source)) return resolveList(source, env, at)
  return resolveParts(source, env, at)
}

function isList(source: PatternSource): source is readonly PatternSource[] {
  return Array.isArray(source)
}

function resolveList(sources: readonly PatternSource[], env: PatternEnv, at: Path): PatternNode {
  const parts = sources.map((source, i) => resolvePattern(source, env, [...at, i]))
  return parts.length === 1 ? parts[0]! : { kind: 'any', label: listLabels(parts), parts }
}

function resolveParts(source: PatternParts, env: PatternEnv, at: Path): PatternNode {
  const resolve = (part: PatternSource, key: string): PatternNode => resolvePattern(part, env, [...at, key])
  const each = (sources: readonly PatternSource[], key: string): PatternNode[] =>
    sources.map((part, i) => resolvePattern(part, env, [...at, key, i]))
  const apart = readApart(source, env, at)

  const parts: PatternNode[] = []
  if (source.any !== undefined) parts.push(resolve(source.any, 'any'))
  if (source.all) parts.push({ kind: 'all', parts: each(source.all, 'all') })
  const count = readCount(source, env, at)
  if (source.of) parts.push({ kind: 'least', count, parts: each(source.of, 'of') })
  if (source.near) {
    parts.push({ kind: 'near', parts: each(source.near, 'near'), apart, ordered: source.ordered ?? false })
  }
  parts.push(...resolveManners(source, env, at))
  if (source.not !== undefined) parts.push({ kind: 'not', part: resolve(source.not, 'not') })
  if (parts.length === 0) {
    env.report({ kind: 'no-parts' }, at)
    return broken
  }

  let node: PatternNode = parts.length === 1 ? parts[0]! : { kind: 'all', parts }
  if (source.far_from !== undefined) {
    node = { kind: 'far', part: node, from: resolve(source.far_from, 'far_from'), apart }
  }
  if (source.except === undefined) return node
  return { kind: 'except', part: node, except: resolve(source.except, 'except') }
}

function readCount({ at_least: count, of }: PatternParts, env: PatternEnv, at: Path): number {
  if (of && count === undefined) env.report({ kind: 'half', value: 'of', allowed: 'at_least' }, [...at, 'of'])
  if (!of && count !== undefined) {
    env.report({ kind: 'half', value: 'at_least', allowed: 'of' }, [...at, 'at_least'])
  }
  if (of && count !== undefined && count > of.length) {
    env.report({ kind: 'count', value: count, allowed: of.length }, [...at, 'at_least'])
  }
  return count ?? 1
}

function readApart(source: PatternParts, env: PatternEnv, at: Path): Apart {
  if (source.ordered !== undefined && !source.near) {
    env.report({ kind: 'half', value: 'ordered', allowed: 'near' }, [...at, 'ordered'])
  }
  if (source.apart === undefined) return defaultApart
  if (!source.near && source.far_from === undefined) {
    env.report({ kind: 'half', value: 'apart', allowed: 'near, far_from' }, [...at, 'apart'])
  }
  const apart = parseApart(source.apart)
  if (!apart) env.report({ kind: 'apart', value: String(source.apart) }, [...at, 'apart'])
  return apart ?? defaultApart
}
