import { suggest } from '../../diagnostics/suggest.ts'
import { withLine } from '../../report/items/item.ts'
import { readYaml, type YamlSource } from '../../standard/yaml-source.ts'
import type { DeclaredSlot } from '../script.ts'
import type { Collector } from './collector.ts'
import { readSlots, shown, tellSyntax } from './declared-slots.ts'
import type { ReadEnv, Sayings } from './draft.ts'
import { isRemark, meaningOfName, scriptFields } from './fields.ts'
import { textAt, type PlacedText, type Spot } from './placed-text.ts'
import { placeAt, yamlText, type YamlPath } from './yaml-values.ts'

/**
 * A library in YAML: a list of scripts, each a text or `{ id, scenario, text, ... }`; or such a list under `scripts`,
 * beside what holds for all of them.
 */
export function readYamlLibrary(spot: Spot, env: ReadEnv, collector: Collector): void {
  const source = readYaml(spot.file, spot.source)
  if (tellSyntax(source, env.report) || source.value === undefined) return
  const { value } = source
  const isMap = isObject(value)
  const listKey = isMap ? Object.keys(value).find(key => listNames.has(key)) : undefined
  const list = listKey === undefined ? value : isMap ? value[listKey] : undefined
  const path = listKey === undefined ? [] : [listKey]
  if (!Array.isArray(list)) {
    const values = {
      field: listKey ?? 'scripts',
      value: shown(list),
      allowed: '[{ id, scenario, text, ... }, ...]'
    }
    env.report({ code: 'scripts/bad-value', severity: 'error', place: placeAt(source, path), values })
    return
  }
  const defaults = isMap ? readSayings(source, [], value, spot, env, listKey) : nothing
  for (const [i, item] of list.entries()) {
    const at = [...path, i]
    const said = isObject(item)
      ? readSayings(source, at, item, spot, env)
      : { ...nothing, text: yamlText(source, at, item, spot) }
    const declared = said.declared ? [...(defaults.declared ?? []), ...said.declared] : defaults.declared
    // A text that is no text has been told of.
    if (said.bad) continue
    const text = said.text ?? textAt('', placeAt(source, at))
    collector.add(text, { ...defaults.said, ...said.said }, undefined, declared)
    collector.endScene()
  }
}

const listNames = new Set(['scripts', '话术', '话术库', 'items'])

interface Read {
  readonly said: Sayings
  readonly text?: PlacedText | undefined
  /** The text is none, which was told. */
  readonly bad?: boolean
  readonly declared?: readonly DeclaredSlot[] | undefined
}

const nothing: Read = { said: {} }

/** What a map of YAML says: of a script, or of all scripts of its file. `without` is a key that is read elsewhere. */
export function readSayings(
  source: YamlSource,
  path: YamlPath,
  map: Readonly<Record<string, unknown>>,
  spot: Spot,
  env: ReadEnv,
  without?: string
): Read {
  let declared: readonly DeclaredSlot[] | undefined
  let text: PlacedText | undefined
  let bad = false
  const said: Record<string, PlacedText> = {}
  for (const [key, value] of Object.entries(map)) {
    if (key === without || isRemark(key) || value === null) continue
    const meaning = meaningOfName(key)
    if (!meaning) {
      const meant = suggest(key, scriptFields)
      const place = withLine(source.placeOfKey([...path, key]))
      const values = { value: key, allowed: scriptFields.join(', ') }
      env.report({
        code: 'scripts/unknown-key',
        severity: 'error',
        place,
        values,
        ...(meant !== undefined && { meant })
      })
      continue
    }
    if (meaning.field === 'slots') {
      declared = readSlots(source, [...path, key], value, env.report)
      continue
    }
    const found = yamlText(source, [...path, key], value, spot)
    if (!found) {
      const place = placeAt(source, [...path, key])
      const values = { field: meaning.field, value: shown(value), allowed: 'text' }
      env.report({ code: 'scripts/bad-value', severity: 'error', place, values })
      bad ||= meaning.field === 'text'
    } else if (meaning.field === 'text') text = found
    else said[meaning.field] = found
  }
  return { said, text, declared, bad }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
