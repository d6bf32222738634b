import type { LinePlace } from '../../report/items/item.ts'
import { withLine } from '../../report/items/item.ts'
import type { YamlSource } from '../../standard/yaml-source.ts'
import { createTextBuilder, type PlacedText, type Spot, textAt } from './placed-text.ts'

export type YamlPath = readonly (string | number)[]

/** A value of YAML as a text, in place; lists are joined with commas. Undefined for what is no text, number or list of such. */
export function yamlText(
  source: YamlSource,
  path: YamlPath,
  value: unknown,
  spot: Spot
): PlacedText | undefined {
  const place = placeAt(source, path)
  if (Array.isArray(value)) {
    const parts = value.map(part => (isScalar(part) ? String(part) : undefined))
    return parts.includes(undefined) ? undefined : textAt(parts.join(', '), place)
  }
  if (!isScalar(value)) return undefined
  return alignText(String(value), place, spot) ?? textAt(String(value), place)
}

export function placeAt(source: YamlSource, path: YamlPath): LinePlace {
  return withLine(source.placeOf([...path]))
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

/**
 * Finds the characters of a value in the file, where its blocks and folded lines differ from it in nothing but blanks.
 * Undefined when they differ otherwise, as escapes do.
 */
function alignText(value: string, place: LinePlace, spot: Spot): PlacedText | undefined {
  const { source } = spot
  const builder = createTextBuilder(spot)
  let at = spot.offsetOf(place.line, place.col ?? 1)
  if (/[|>]/.test(source[at] ?? '')) at = source.indexOf('\n', at) + 1
  else if (/["']/.test(source[at] ?? '') && source[at] !== value[0]) at++
  for (let i = 0; i < value.length;) {
    if (/\s/.test(value[i]!)) {
      builder.add(value[i]!)
      i++
      continue
    }
    while (/\s/.test(source[at] ?? '')) at++
    let length = 0
    while (
      i + length < value.length &&
      !/\s/.test(value[i + length]!) &&
      source[at + length] === value[i + length]
    )
      length++
    if (length === 0) return undefined
    builder.take(at, at + length)
    i += length
    at += length
  }
  return builder.finish()
}
