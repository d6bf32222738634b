import type { Finding } from './item.ts'
import type { ItemFormat } from './item-format.ts'
import { pathFrom } from './path.ts'
import { xmlAttribute, xmlElement } from './xml.ts'

const severities = { error: 'error', warning: 'warning', note: 'info' } as const

/** Findings as Checkstyle writes them, which many plug-ins of CI systems and reviewers read. Waived ones are left out. */
export const checkstyle: ItemFormat = {
  name: 'checkstyle',
  extensions: ['.checkstyle.xml', 'checkstyle.xml', 'checkstyle-result.xml'],
  create: ({ root }) => ({
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
    item: ({ findings }) => {
      const open = findings.filter(({ waived }) => !waived)
      const files = new Set(open.map(({ place }) => place.file))
      return [...files]
        .map(file => {
          const errors = open.filter(({ place }) => place.file === file).map(errorOf)
          return `  <file${xmlAttribute('name', pathFrom(root, file))}>\n${errors.join('')}  </file>\n`
        })
        .join('')
    },
    end: () => ['</checkstyle>\n']
  })
}

function errorOf({ place, severity, message, hint, rule }: Finding): string {
  const attributes = {
    line: place.line,
    column: place.col,
    severity: severities[severity],
    message: [message, hint].filter(Boolean).join('\n'),
    source: `linecheck.${rule}`
  }
  return `    ${xmlElement('error', attributes)}\n`
}
