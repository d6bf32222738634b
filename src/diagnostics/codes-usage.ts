import type { Wording } from './wording.ts'

/** What can be wrong with a command. */
export const usageCodes = {
  'usage/bad-option': {
    text: {
      en: 'bad value for {option}: "{value}"; allowed: {allowed}',
      zh: '{option} 的值无效:“{value}”;可用:{allowed}'
    }
  },
  'usage/command': { text: { en: '{reason}', zh: '{reason}' } }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
