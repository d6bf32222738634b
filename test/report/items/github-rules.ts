/** The parts of a SARIF document that the rules below speak of. */
export interface Sarif {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly SarifRun[]
}

export interface SarifRun {
  readonly tool: { readonly driver: { name: string; rules: readonly SarifRule[] }; extensions?: unknown[] }
  readonly results: readonly SarifResult[]
  readonly invocations: readonly { readonly executionSuccessful: boolean }[]
}

interface Text {
  readonly text: string
  readonly markdown?: string
}

export interface SarifRule {
  readonly id: string
  readonly name: string
  readonly shortDescription: Text
  readonly fullDescription: Text
  readonly help: Text
  readonly defaultConfiguration: { readonly level: string }
  readonly properties: Readonly<Record<string, unknown>> & { readonly tags: readonly string[] }
}

export interface SarifResult {
  readonly ruleId: string
  readonly level: string
  readonly message: Text
  readonly locations: readonly SarifLocation[]
  readonly relatedLocations?: readonly SarifLocation[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly suppressions: readonly Readonly<Record<string, unknown>>[]
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
  }
}

/**
 * What GitHub asks of SARIF files beyond the standard, as it publishes it under "SARIF support for code scanning":
 * required properties, which must not be empty, and most entries of each kind. Every breach in words.
 */
export function breachesOfGithub(document: Sarif): readonly string[] {
  const found: string[] = []
  const need = (holds: boolean, what: string): void => void (holds || found.push(what))
  const filled = (text: unknown, what: string, most = Infinity): void =>
    need(typeof text === 'string' && text.length > 0 && text.length <= most, what)
  filled(document.$schema, '$schema')
  need(document.version === '2.1.0', 'version')
  need(document.runs.length >= 1 && document.runs.length <= 20, 'runs')
  for (const { tool, results, invocations } of document.runs) {
    filled(tool.driver.name, 'tool.driver.name')
    need(results.length <= 25_000, 'results')
    need(tool.driver.rules.length <= 25_000, 'rules')
    need((tool.extensions ?? []).length <= 100, 'extensions')
    need(invocations[0]?.executionSuccessful === true, 'invocations')
    const ids = tool.driver.rules.map(({ id }) => id)
    need(new Set(ids).size === ids.length, 'rule ids')
    for (const rule of tool.driver.rules) {
      filled(rule.id, 'rule.id')
      filled(rule.name, 'rule.name', 255)
      filled(rule.shortDescription.text, 'rule.shortDescription', 1024)
      filled(rule.fullDescription.text, 'rule.fullDescription', 1024)
      filled(rule.help.text, 'rule.help')
      need(['note', 'warning', 'error'].includes(rule.defaultConfiguration.level), 'rule level')
      need(rule.properties.tags.length <= 20, 'tags')
      need(new Set(rule.properties.tags).size === rule.properties.tags.length, 'tags twice')
      need(!('security-severity' in rule.properties), 'no security')
      need(
        results.some(result => result.ruleId === rule.id),
        `a rule without results: ${rule.id}`
      )
    }
    for (const result of results) {
      need(ids.includes(result.ruleId), `result of no rule: ${result.ruleId}`)
      need(['note', 'warning', 'error'].includes(result.level), 'level')
      filled(result.message.text, 'message')
      filled(result.partialFingerprints['primaryLocationLineHash'], 'fingerprint')
      need(result.locations.length === 1, 'locations')
      need((result.relatedLocations ?? []).length < 1000, 'related locations')
      for (const location of [...result.locations, ...(result.relatedLocations ?? [])]) {
        found.push(...breachesOfLocation(location))
      }
    }
  }
  return found
}

function breachesOfLocation({ physicalLocation: { artifactLocation, region } }: SarifLocation): string[] {
  const { uri, uriBaseId } = artifactLocation
  const found: string[] = []
  const absolute = uri.startsWith('file://')
  if (!/^[\w\-.~!$&'()*+,;=@%/:]+$/.test(uri) || /%(?![0-9A-F]{2})/.test(uri)) found.push(`not a URI: ${uri}`)
  if (!absolute && (uri.startsWith('/') || uri.split('/')[0]!.includes(':')))
    found.push(`not relative: ${uri}`)
  if (absolute !== (uriBaseId === undefined)) found.push(`base of ${uri}`)
  const { startLine, startColumn, endLine, endColumn } = region
  const figures = [startLine, startColumn, endLine, endColumn]
  if (!figures.every(figure => Number.isInteger(figure) && figure >= 1)) found.push('region')
  if (endLine < startLine || (endLine === startLine && endColumn < startColumn))
    found.push('region ends early')
  return found
}
