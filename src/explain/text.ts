export function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** A value much as YAML would have it. */
export function asWritten(value: unknown): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => asWritten(item).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)))
  }
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'object' && item !== null
      ? [`${key}:`, ...asWritten(item).map(line => `  ${line}`)]
      : [`${key}: ${String(item)}`]
  )
}
