import type { Wording } from './wording.ts'

/** Why a file is left as it is laid out. */
export const formatCodes = {
  'format/unsafe': {
    text: {
      en: 'left as it is: laid out anew it would lose or change something ({reason})',
      zh: '保持原样：重新排版会丢失或改变内容（{reason}）'
    },
    hint: {
      en: 'write it in a plainer way: no keys of several lines ("?"), no directives, one document a file',
      zh: '请改用更简单的写法：不用多行的键（?）、不用指令，一个文件只写一份文档'
    }
  },
  'format/other-meaning': {
    text: {
      en: 'left as it is: laid out anew it would be judged by differently',
      zh: '保持原样：重新排版后标准的含义会改变'
    },
    hint: {
      en: 'this is a bug of linecheck; please report it with the file',
      zh: '这是 linecheck 的缺陷，请附上文件反馈'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
