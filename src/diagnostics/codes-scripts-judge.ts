import type { Wording } from './wording.ts'

/** What is wrong with a library of scripts by the standards that it is held against. */
export const scriptJudgeCodes = {
  'scripts/forbidden': {
    title: { en: 'says what the standard forbids', zh: '说了标准禁止的话' },
    text: { en: '{criterion} forbids “{words}”', zh: '{criterion}禁止说“{words}”' },
    hint: { en: '{advice}', zh: '{advice}' }
  },
  'scripts/forbidden-at-times': {
    title: { en: 'says what the standard forbids at times', zh: '在某些时候说了标准禁止的话' },
    text: {
      en: '{criterion} forbids “{words}” where this begins or ends a talk, or stands alone in it',
      zh: '在通话开头、结尾或单独说时，{criterion}禁止说“{words}”'
    },
    hint: { en: '{advice}', zh: '{advice}' }
  },
  'scripts/forbidden-word': {
    title: { en: 'says a word of the list', zh: '说了清单中的词' },
    text: {
      en: '“{words}” says “{word}”, which {where} forbids',
      zh: '“{words}”含禁用词“{word}”（{where}）'
    },
    hint: { en: 'use another wording', zh: '请换一种说法' }
  },
  'scripts/unsatisfied': {
    title: { en: 'does not do what it says it does', zh: '没有做到自己写明的条款' },
    text: {
      en: 'does not satisfy {criterion}, which it names: {reason} ({situation})',
      zh: '没有做到它所写的{criterion}：{reason}（{situation}）'
    },
    hint: { en: '{advice}', zh: '{advice}' }
  },
  'scripts/not-judged': {
    title: { en: 'cannot be judged', zh: '无法判定' },
    text: {
      en: 'whether it satisfies {criterion}, which it names, cannot be told: {reason}',
      zh: '无法判断是否做到它所写的{criterion}：{reason}'
    },
    hint: {
      en: 'say what the customer says before, or add an example that passes to the criterion',
      zh: '请写明客户先说了什么，或给该准则补一段合格的示例'
    }
  },
  'scripts/unknown-clause': {
    title: { en: 'names a clause that is not there', zh: '写了不存在的条款' },
    text: {
      en: 'no standard here has a criterion or clause “{value}”',
      zh: '所用标准中没有准则或条款“{value}”'
    },
    hint: {
      en: 'write the id of a criterion or a clause as the standard does; with several standards also standard/criterion',
      zh: '请按标准填写准则标识或条款号；有多个标准时也可写“标准/准则”'
    }
  },
  'scripts/uncovered': {
    title: { en: 'a clause that no script covers', zh: '没有话术覆盖的条款' },
    text: { en: 'no script satisfies {criterion}', zh: '没有任何话术做到{criterion}' },
    hint: { en: '{advice}', zh: '{advice}' }
  },
  'scripts/undeclared': {
    title: { en: 'a clause that no script names', zh: '没有话术写明的条款' },
    text: { en: 'no script that names {criterion} satisfies it', zh: '没有写明{criterion}且做到它的话术' },
    hint: { en: 'name it under satisfies', zh: '请在 satisfies 中写明' }
  },
  'scripts/no-occasion': {
    title: { en: 'a clause whose occasion is not shown', zh: '不知何时适用的条款' },
    text: {
      en: 'whether a script satisfies {criterion} cannot be told: none of its examples shows when it arises',
      zh: '无法判断有没有话术做到{criterion}：它的示例没有给出适用的情形'
    },
    hint: { en: 'add an example that passes to it', zh: '请给该准则补一段合格的示例' }
  },
  'scripts/other-channel': {
    title: { en: 'a standard for other channels', zh: '标准适用于其他渠道' },
    text: {
      en: 'none of the scripts is for a channel that “{value}” judges',
      zh: '没有一条话术的渠道适用于“{value}”'
    },
    hint: {
      en: 'leave the standard out, or check the channels of the scripts',
      zh: '请去掉该标准，或检查话术的渠道'
    }
  },
  'scripts/conflict': {
    title: { en: 'one clause asks for what another forbids', zh: '一条要求、另一条禁止' },
    text: {
      en: 'it satisfies {criterion} only by “{words}”, which {other} forbids',
      zh: '它靠“{words}”做到{criterion}，而{other}禁止这样说'
    },
    hint: {
      en: 'say it in another way that both allow, or change one of the two',
      zh: '请换成两者都允许的说法，或修改其中一条'
    }
  },
  'scripts/standards-conflict': {
    title: { en: 'two clauses contradict each other', zh: '两条条款互相矛盾' },
    text: {
      en: '{criterion} cannot be satisfied without “{words}”, which {other} forbids',
      zh: '不说“{words}”就做不到{criterion}，而{other}禁止这样说'
    },
    hint: {
      en: 'let one of the two standards give way, or exclude the wording with “except”',
      zh: '请修改其中一个标准，或在禁止的一方用 except 放行'
    }
  },
  'scripts/standards-conflict-partly': {
    title: { en: 'two clauses contradict each other in part', zh: '两条条款部分矛盾' },
    text: {
      en: '{criterion} accepts “{words}”, which {other} forbids',
      zh: '{criterion}认可“{words}”，而{other}禁止这样说'
    },
    hint: {
      en: 'take the wording out of the one, or exclude it from the other with “except”',
      zh: '请从认可的一方删去，或在禁止的一方用 except 放行'
    }
  },
  'scripts/own-passage': {
    title: { en: 'a passage of the standard breaks its own clause', zh: '标准中的话术原文不满足自身条款' },
    text: {
      en: 'whoever says this passage as it is written does not satisfy {criterion}: {reason}',
      zh: '照这段话术原文说也不能通过{criterion}：{reason}'
    },
    hint: {
      en: 'change the passage, its order or its scope, so that it passes when said word by word',
      zh: '请修改原文、顺序或范围，使逐字说出时能够通过'
    }
  },
  'scripts/own-passage-forbidden': {
    title: { en: 'a passage of the standard says what is forbidden', zh: '标准中的话术原文含禁止的话' },
    text: {
      en: 'the passage of {criterion} says “{words}”, which {other} forbids',
      zh: '{criterion}的话术原文含“{words}”，而{other}禁止这样说'
    },
    hint: {
      en: 'change the passage, or exclude the wording with “except”',
      zh: '请修改原文，或在禁止的一方用 except 放行'
    }
  },
  'scripts/no-words': {
    text: { en: '{file} lists no word', zh: '{file} 中没有词语' },
    hint: {
      en: 'write one word a line, or lexicons in YAML',
      zh: '请每行写一个词，或用 YAML 写 lexicons'
    }
  }
} as const satisfies Record<string, { title?: Wording; text: Wording; hint?: Wording }>
