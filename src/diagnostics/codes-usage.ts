import type { Wording } from './wording.ts'

/** What can be wrong with a command. */
export const usageCodes = {
  'usage/command': { text: { en: '{reason}', zh: '命令有误：{reason}' } },
  'usage/no-standard': {
    text: {
      en: 'no standard given, and no linecheck.yaml in this folder or above',
      zh: '没有指定标准，当前文件夹及上级也没有 linecheck.yaml'
    },
    hint: {
      en: 'use -s FILE, or -s telecom-hotline for one that is shipped',
      zh: '请用 -s 文件，或用 -s telecom-hotline 指定自带的标准'
    }
  },
  'usage/output-format': {
    text: {
      en: 'cannot tell the format of {value} by its ending; known: {allowed}',
      zh: '无法从 {value} 的扩展名判断格式；可用：{allowed}'
    }
  },
  'usage/unwritable': {
    text: { en: 'cannot write {path}: {reason}', zh: '无法写入 {path}：{reason}' }
  },
  'usage/file-exists': {
    text: { en: '{path} exists already', zh: '{path} 已存在' },
    hint: { en: 'choose another name, or use --force', zh: '请换一个文件名，或使用 --force' }
  },
  'usage/no-criterion': {
    text: { en: 'no criterion matches "{value}"', zh: '没有与“{value}”相符的准则' }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
