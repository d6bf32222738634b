import type { Wording } from './wording.ts'

/** What a contact loses when it is written in another form. */
export const convertCodes = {
  'convert/same-id': {
    text: {
      en: 'more than one contact is called "{contact}"; read back from {format} they are one',
      zh: '有多份联络记录的编号都是“{contact}”；从 {format} 读回时会合并为一份'
    },
    hint: {
      en: 'convert to NDJSON to keep them apart',
      zh: '如需分开保存，请转换为 NDJSON'
    }
  },
  'convert/half-character': {
    text: {
      en: '{count} text(s) of {contact} hold half a character or a NUL, which {format} cannot carry; U+FFFD is written for it',
      zh: '{contact} 有 {count} 句含有不完整的字符或 NUL，{format} 无法保存，已写为 U+FFFD'
    }
  },
  'convert/long-time': {
    text: {
      en: '{count} time(s) of {contact} lie more than three years after its start; read back from {format} they are dates',
      zh: '{contact} 有 {count} 处时间距开始超过三年；从 {format} 读回时会被当作日期'
    }
  },
  'convert/no-moment': {
    text: {
      en: '{count} contact(s) do not say when they began; a vCon must, and says 1970-01-01',
      zh: '{count} 份联络记录没有开始时间；vCon 必须写明，因此写为 1970-01-01'
    }
  },
  'convert/no-offset': {
    text: {
      en: '{count} contact(s) do not say in which time zone they began; a vCon must, and says UTC',
      zh: '{count} 份联络记录的开始时间没有时区；vCon 必须写明，因此按 UTC 写出'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
