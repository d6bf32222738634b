import type { Wording } from './wording.ts'

/** What can be wrong with a standard. */
export const standardCodes = {
  'standard/syntax': {
    text: { en: 'not valid YAML: {reason}', zh: 'YAML 语法错误:{reason}' }
  },
  'standard/unknown-key': {
    text: { en: 'unknown key "{value}"; allowed: {allowed}', zh: '未知的键“{value}”;可用:{allowed}' }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
