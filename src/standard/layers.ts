import type { Problem } from '../diagnostics/problem.ts'
import { readCalendars } from './calendars.ts'
import type { Layer } from './extend.ts'
import type { FindStandard } from './find.ts'
import { issuesToProblems } from './issues.ts'
import { standardSchema } from './schema.ts'
import { readYaml, type YamlSource } from './yaml-source.ts'

export interface Layers {
  /** The extended files first, each once, the standard itself last; empty when it is no YAML. */
  readonly layers: readonly Layer[]
  readonly problems: readonly Problem[]
  readonly sources: ReadonlyMap<string, string>
}

/** Reads a standard and all that it extends, each checked against the schema by itself. */
export function readLayers(file: string, text: string, find: FindStandard): Layers {
  const layers: Layer[] = []
  const problems: Problem[] = []
  const sources = new Map<string, string>()
  const open: string[] = []

  function read(path: string, content: string): void {
    sources.set(path, content)
    const source = readYaml(path, content)
    problems.push(...source.problems)
    if (source.problems.length > 0) return
    const parsed = standardSchema.safeParse(source.value)
    if (!parsed.success) problems.push(...issuesToProblems(parsed.error.issues, source))
    const value = typeof source.value === 'object' ? (source.value as Record<string, unknown>) : {}
    open.push(path)
    extendedBy(value).forEach((name, i) => follow(name, i, source, value))
    open.pop()
    const days = readCalendars(value['calendar'], source, find)
    problems.push(...days.problems)
    for (const { source: used } of days.calendars) sources.set(used.file, used.text)
    layers.push({ source, value, calendars: days.calendars })
  }

  function follow(name: string, index: number, source: YamlSource, value: Record<string, unknown>): void {
    const place = source.placeOf(Array.isArray(value['extends']) ? ['extends', index] : ['extends'])
    const found = find(name, source.file)
    if (!found || 'reason' in found) {
      const reason = found?.reason ?? 'ENOENT'
      problems.push({
        code: 'standard/extends-not-found',
        severity: 'error',
        place,
        values: { value: name, reason }
      })
    } else if (open.includes(found.file)) {
      const chain = [...open.slice(open.indexOf(found.file)), found.file].join(' → ')
      problems.push({ code: 'standard/extends-cycle', severity: 'error', place, values: { chain } })
    } else if (!layers.some(layer => layer.source.file === found.file)) {
      read(found.file, found.text)
    }
  }

  read(file, text)
  return { layers: sources.size > 0 && layers.at(-1)?.source.file === file ? layers : [], problems, sources }
}

function extendedBy(value: Record<string, unknown>): readonly string[] {
  const written = value['extends']
  if (typeof written === 'string') return [written]
  return Array.isArray(written) ? written.map(String) : []
}
