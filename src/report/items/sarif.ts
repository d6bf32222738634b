import type { Waiver } from '../../model/waiver.ts'
import type { Finding, LinePlace } from './item.ts'
import type { ItemContext, ItemFormat, ItemSummary } from './item-format.ts'
import { isAbsolute, pathFrom, toUri } from './path.ts'
import { sarifRule } from './sarif-rule.ts'
import { wholeText } from './texts.ts'

/** GitHub rejects a run with more results than this. */
export const MAX_RESULTS = 25_000

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const SOURCE_ROOT = '%SRCROOT%'

/**
 * SARIF 2.1.0 (OASIS), as code hosts and editors take it. Results go out as they come; what is only known at the end, the
 * rules that they are of, stands behind them, which in JSON is all the same.
 */
export const sarif: ItemFormat = {
  name: 'sarif',
  extensions: ['.sarif', '.sarif.json'],
  create: context => ({
    between: ',',
    begin: () =>
      `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits",\n"results":[`,
    item: ({ findings }) =>
      findings.map(finding => `\n${JSON.stringify(resultOf(finding, context))}`).join(','),
    *end(summary) {
      yield '\n],\n"tool":{"driver":'
      yield* driverPieces(summary, context)
      const rest = {
        automationDetails: { id: `linecheck/${context.command}/` },
        invocations: [{ executionSuccessful: true }],
        language: context.lang === 'zh' ? 'zh-CN' : 'en-US',
        originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'The folder that linecheck ran in.' } } }
      }
      yield `},\n${JSON.stringify(rest).slice(1, -1)}}]}\n`
    },
    warn: ({ findings, waived }) => {
      const count = findings.error + findings.warning + findings.note + waived
      if (count <= MAX_RESULTS) return []
      return [
        { code: 'report/too-many-results', severity: 'warning', values: { count, allowed: MAX_RESULTS } }
      ]
    }
  })
}

function* driverPieces({ rules }: ItemSummary, { version, ruleOf }: ItemContext): Generator<string> {
  const head = JSON.stringify({ name: 'linecheck', version, semanticVersion: version }).slice(0, -1)
  yield `${head},"rules":[`
  for (const [i, id] of rules.entries()) yield `${i > 0 ? ',' : ''}\n${JSON.stringify(sarifRule(ruleOf(id)))}`
  yield '\n]}'
}

function resultOf(finding: Finding, { ruleOf, root }: ItemContext): object {
  const { rule, severity, message, hint, place, related, fingerprint, waived } = finding
  const advice = hint === ruleOf(rule).advice ? undefined : hint
  return {
    ruleId: rule,
    level: severity,
    message: { text: wholeText([message || rule, advice].filter(Boolean).join('\n')) },
    locations: [{ physicalLocation: locationOf(place, root) }],
    relatedLocations: related?.map((other, i) => ({
      id: i + 1,
      physicalLocation: locationOf(other.place, root),
      message: { text: wholeText(other.message || rule) }
    })),
    // The first is the one that GitHub knows alerts again by.
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, 'linecheck/v1': fingerprint },
    // All results of a run have the list, or none.
    suppressions: waived ? [suppressionOf(waived)] : []
  }
}

/** Where no column is known the region is the first character of its line, since GitHub asks for all four figures. */
function locationOf(place: LinePlace, root: string | undefined): object {
  const path = pathFrom(root, place.file)
  const startColumn = place.col ?? 1
  return {
    artifactLocation: { uri: toUri(path), ...(isAbsolute(path) ? {} : { uriBaseId: SOURCE_ROOT }) },
    region: {
      startLine: place.line,
      startColumn,
      endLine: place.line,
      endColumn: startColumn + Math.max(1, place.length ?? 1)
    }
  }
}

function suppressionOf({ kind, reason, until }: Waiver): object {
  return {
    kind: 'external',
    status: 'accepted',
    justification: wholeText(reason || kind),
    properties: { source: kind, until }
  }
}
