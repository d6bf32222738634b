import type { RuleHeader } from './item.ts'
import { cutText, wholeText } from './texts.ts'

// What GitHub shows of a rule.
const MAX_NAME = 255
const MAX_DESCRIPTION = 1024
const MAX_TAGS = 20

const levels = { error: 'error', warning: 'warning', note: 'recommendation' } as const

/**
 * A rule as SARIF describes it. Clauses are tags, to filter by; the help names all of them. Breaches of a standard of
 * service are no holes in security, so there is no `security-severity`.
 */
export function sarifRule({ id, title, advice, clause = [], severity }: RuleHeader): object {
  const name = wholeText(title) || id
  const help = [name, clause.join(', '), advice].filter(part => part !== undefined && part !== '')
  return {
    id,
    name: cutText(id, MAX_NAME),
    shortDescription: { text: cutText(name, MAX_DESCRIPTION) },
    fullDescription: { text: cutText(wholeText([name, advice].filter(Boolean).join('\n')), MAX_DESCRIPTION) },
    defaultConfiguration: { level: severity },
    help: { text: wholeText(help.join('\n')), markdown: wholeText(helpMarkdown(name, clause, advice)) },
    properties: { tags: clause.slice(0, MAX_TAGS), 'problem.severity': levels[severity] }
  }
}

function helpMarkdown(title: string, clause: readonly string[], advice: string | undefined): string {
  const cited = clause.map(each => `\`${each.replaceAll('`', "'")}\``).join(', ')
  return [`**${escape(title)}**`, cited, escape(advice ?? '')].filter(Boolean).join('\n\n')
}

const escape = (text: string): string => text.replaceAll(/[\\`*_[\]<>|#]/g, '\\$&')
