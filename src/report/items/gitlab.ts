import { digestOf } from '../../text/digest.ts'
import type { Item } from './item.ts'
import type { ItemFormat } from './item-format.ts'
import { pathFrom } from './path.ts'
import { oneLine, wholeText } from './texts.ts'

/** `minor` lies between what counts and what is only told; nothing is a `blocker`, which the verdict decides. */
const severities = { error: 'critical', warning: 'major', note: 'info' } as const

/** A report of code quality as GitLab takes it (a part of Code Climate's form). Waived findings are left out. */
export const gitlab: ItemFormat = {
  name: 'gitlab',
  extensions: ['.gitlab.json', 'gl-code-quality-report.json'],
  create: ({ root }) => ({
    between: ',',
    begin: () => '[',
    item: item =>
      rowsOf(item, root)
        .map(row => `\n${JSON.stringify(row)}`)
        .join(','),
    end: () => ['\n]\n']
  })
}

function rowsOf({ name, findings }: Item, root: string | undefined): readonly object[] {
  const seen = new Map<string, number>()
  return findings
    .filter(({ waived }) => !waived)
    .map(({ rule, severity, message, hint, place, fingerprint }) => {
      const path = pathFrom(root, place.file)
      // GitLab drops all but one of the same fingerprint; two alike of one item are told apart by their order.
      const times = (seen.get(fingerprint) ?? 0) + 1
      seen.set(fingerprint, times)
      const parts = [fingerprint, path, name, ...(times > 1 ? [String(times)] : [])]
      return {
        description: wholeText(oneLine([message, hint].filter(Boolean).join('\n'))),
        check_name: rule,
        fingerprint: digestOf(parts),
        severity: severities[severity],
        location: { path: wholeText(path), lines: { begin: place.line } }
      }
    })
}
