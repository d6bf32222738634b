import type { Problem } from '../../diagnostics/problem.ts'
import { suggest } from '../../diagnostics/suggest.ts'
import { readYaml, type YamlSource } from '../../standard/yaml-source.ts'
import { withLine } from '../../report/items/item.ts'
import type { DeclaredSlot } from '../script.ts'
import { isScalar, placeAt, type YamlPath } from './yaml-values.ts'

const keys = ['name', 'example', 'values', 'max']
const others: Readonly<Record<string, string>> = {
  变量: 'name',
  名称: 'name',
  示例: 'example',
  取值: 'values',
  最长: 'max',
  最大长度: 'max'
}

/**
 * The slots that a YAML value declares: `[姓名, 订单号]`, `{ 姓名: 王女士 }` with an example each, or with all that is
 * known of them: `{ 姓名: { example: 王女士, values: [...], max: 8 } }`.
 */
export function readSlots(
  source: YamlSource,
  path: YamlPath,
  value: unknown,
  report: (problem: Problem) => void
): readonly DeclaredSlot[] {
  const bad = (at: YamlPath, wrong: unknown, allowed: string): undefined => {
    const values = { field: 'slots', value: shown(wrong), allowed }
    report({ code: 'scripts/bad-value', severity: 'error', place: placeAt(source, at), values })
    return undefined
  }

  function readOne(name: string | undefined, at: YamlPath, given: unknown): DeclaredSlot | undefined {
    const place = withLine(name === undefined ? source.placeOf([...at]) : source.placeOfKey([...at]))
    if (given === null || given === undefined) return name === undefined ? undefined : { name, place }
    if (isScalar(given))
      return name === undefined
        ? { name: String(given).trim(), place }
        : { name, place, example: String(given) }
    if (Array.isArray(given))
      return name === undefined ? bad(at, given, keys.join(', ')) : { name, place, values: given.map(String) }
    if (typeof given !== 'object') return bad(at, given, keys.join(', '))
    const said = new Map<string, unknown>()
    for (const [key, part] of Object.entries(given)) {
      const known = others[key] ?? key
      if (keys.includes(known)) said.set(known, part)
      else {
        const meant = suggest(key, keys)
        const values = { value: key, allowed: keys.join(', ') }
        const where = withLine(source.placeOfKey([...at, key]))
        report({
          code: 'scripts/unknown-key',
          severity: 'error',
          place: where,
          values,
          ...(meant !== undefined && { meant })
        })
      }
    }
    const own = name ?? (isScalar(said.get('name')) ? String(said.get('name')).trim() : undefined)
    if (own === undefined) return bad(at, given, '{ name: ... }')
    const [example, values, max] = [said.get('example'), said.get('values'), said.get('max')]
    if (values !== undefined && !Array.isArray(values)) return bad([...at, 'values'], values, '[...]')
    if (max !== undefined && !(typeof max === 'number' && max >= 1))
      return bad([...at, 'max'], max, '1, 2, ...')
    return {
      name: own,
      place,
      ...(isScalar(example) && { example: String(example) }),
      ...(values !== undefined && { values: values.map(String) }),
      ...(typeof max === 'number' && { maxLength: max })
    }
  }

  if (value === null || value === undefined) return []
  const list = Array.isArray(value)
    ? value.map((given: unknown, i) => readOne(undefined, [...path, i], given))
    : typeof value === 'object'
      ? Object.entries(value).map(([name, given]) => readOne(name.trim(), [...path, name], given))
      : [bad(path, value, '[name, ...], { name: example, ... }')]
  return list.filter(slot => slot !== undefined && slot.name !== '') as readonly DeclaredSlot[]
}

/** A file of `--slots`: slots alone, or under a key `slots`. */
export function readSlotsFile(
  file: string,
  text: string,
  report: (problem: Problem) => void
): readonly DeclaredSlot[] {
  const source = readYaml(file, text)
  tellSyntax(source, report)
  const { value } = source
  const inner = typeof value === 'object' && value !== null && 'slots' in value
  return inner ? readSlots(source, ['slots'], value.slots, report) : readSlots(source, [], value, report)
}

/** What is wrong with the YAML of a library; true when nothing of it can be read. */
export function tellSyntax(source: YamlSource, report: (problem: Problem) => void): boolean {
  const wrong = source.problems.filter(({ code }) => code !== 'standard/empty')
  for (const problem of wrong) report({ ...problem, code: 'scripts/syntax' })
  return wrong.length > 0
}

export function shown(value: unknown): string {
  const text = isScalar(value) ? String(value) : (JSON.stringify(value) ?? 'null')
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
