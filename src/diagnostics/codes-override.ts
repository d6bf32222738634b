import type { Wording } from './wording.ts'

/** What can be wrong with an override of a standard. */
export const overrideCodes = {
  'override/form': {
    text: { en: '"{value}" is no KEY=VALUE', zh: '“{value}”不是“键=值”的写法' },
    hint: {
      en: 'write --set scoring.pass=90, or null to take a key away',
      zh: '请写 --set scoring.pass=90；值写 null 表示去掉该键'
    }
  },
  'override/no-standard': {
    text: {
      en: 'no standard is called "{value}"; standards: {allowed}',
      zh: '没有名为“{value}”的标准；可用：{allowed}'
    }
  },
  'override/unknown-name': {
    text: { en: '{key} has no "{value}"; it has: {allowed}', zh: '{key} 中没有“{value}”；现有：{allowed}' },
    hint: { en: 'set {key} as a whole to add a name to it', zh: '要增加新的名称，请整体设置 {key}' }
  },
  'override/nothing-there': {
    text: { en: 'there is no "{value}" to take away', zh: '没有可去掉的“{value}”' }
  },
  'override/no-map': {
    text: { en: '{value} has no keys, so "{key}" cannot be set', zh: '{value} 下没有键，无法设置“{key}”' },
    hint: { en: 'set {value} as a whole', zh: '请整体设置 {value}' }
  },
  'override/locked': {
    text: { en: '"{value}" cannot be overridden', zh: '“{value}”不能覆盖' },
    hint: { en: 'change it in the file of the standard', zh: '请在标准文件中修改' }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
