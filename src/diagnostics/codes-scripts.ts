import type { Wording } from './wording.ts'

interface ScriptsCode {
  readonly severity: 'error' | 'warning' | 'note'
  /** What is wrong, of no case. */
  readonly title?: Wording
  readonly text: Wording
  readonly hint?: Wording
  readonly why?: Wording
}

/** What can be wrong with a library of scripts, whatever the standard. */
export const scriptsCodes = {
  'scripts/syntax': {
    severity: 'error',
    text: { en: 'not valid YAML: {reason}', zh: 'YAML 语法错误：{reason}' },
    hint: {
      en: 'quote texts that hold ": ", " #" or begin with one of [ ] { } & * ! | > % @',
      zh: '含有 ": "、" #" 或以 [ ] { } & * ! | > % @ 开头的文本请加引号'
    }
  },
  'scripts/none': {
    severity: 'warning',
    text: { en: 'no script was found in this file', zh: '文件中没有找到话术' },
    hint: {
      en: 'a table needs a column such as 话术 or text; in Markdown scripts stand in block quotes, lists or paragraphs',
      zh: '表格需要“话术”“内容”之类的列；Markdown 中的话术写在引用块、列表或段落里'
    }
  },
  'scripts/nothing': {
    severity: 'error',
    text: { en: 'no script was found', zh: '没有找到任何话术' }
  },
  'scripts/no-text-column': {
    severity: 'error',
    text: {
      en: 'none of the columns holds scripts; columns found: {columns}',
      zh: '没有可识别的话术列；找到的列：{columns}'
    },
    hint: {
      en: 'say which column does: --map text=COLUMN, or #2 for the second',
      zh: '请指定话术所在的列：--map text=列名，或用 #2 表示第二列'
    }
  },
  'scripts/read-columns': {
    severity: 'note',
    text: { en: 'a script a row; columns: {columns}', zh: '每行一条话术；各列含义：{columns}' }
  },
  'scripts/unknown-key': {
    severity: 'error',
    text: { en: 'unknown key "{value}"; allowed: {allowed}', zh: '未知的键“{value}”；可用：{allowed}' }
  },
  'scripts/bad-value': {
    severity: 'error',
    text: {
      en: '{field} cannot be "{value}"; allowed: {allowed}',
      zh: '{field} 不能是“{value}”；可用：{allowed}'
    }
  },
  'scripts/passed-over': {
    title: { en: 'a section without scripts', zh: '没有话术的段落' },
    severity: 'note',
    text: {
      en: 'nothing under "{value}" was read as a script',
      zh: '“{value}”下没有内容被当作话术读取'
    },
    hint: {
      en: 'the scripts of this file stand in block quotes, fences, tables or lists; put > before what is one',
      zh: '该文件的话术写在引用块、代码块、表格或列表中；是话术的内容请在行首加 >'
    }
  },
  'scripts/items-passed-over': {
    title: { en: 'list items beside scripts', zh: '未读取的列表项' },
    severity: 'warning',
    text: {
      en: '{count} list item(s) under "{value}" were not read as scripts',
      zh: '“{value}”下有 {count} 个列表项没有被当作话术读取'
    },
    hint: {
      en: 'the scripts of this file stand in block quotes, fences or tables; put > into items that are scripts, or keep remarks in paragraphs',
      zh: '该文件的话术写在引用块、代码块或表格中；列表项是话术的请加 >，是说明的请写成段落'
    }
  },
  'scripts/empty': {
    severity: 'error',
    text: { en: 'the script says nothing', zh: '话术没有内容' },
    hint: { en: 'write it, or take the entry out', zh: '请补上内容，或删去该条目' }
  },
  'scripts/no-reply': {
    title: { en: 'a question without a reply', zh: '客户的话没有答复' },
    severity: 'warning',
    text: {
      en: 'the customer says "{value}", and no reply follows',
      zh: '客户说“{value}”之后没有对应的话术'
    },
    hint: { en: 'write what the agent answers below it', zh: '请在其后写上客服的回复' }
  },
  'scripts/duplicate-id': {
    title: { en: 'two scripts of one id', zh: '编号重复' },
    severity: 'error',
    text: { en: 'the id "{value}" stands at {where} already', zh: '编号“{value}”已在 {where} 使用' },
    hint: { en: 'give each script an id of its own', zh: '请为每条话术使用不同的编号' }
  },
  'scripts/unknown-slot': {
    title: { en: 'a slot that is not declared', zh: '未声明的变量' },
    severity: 'error',
    text: {
      en: 'the slot {value} is not declared; declared: {allowed}',
      zh: '变量 {value} 未声明；已声明：{allowed}'
    },
    hint: {
      en: 'declare it under "slots", or in the file of --slots',
      zh: '请在 slots 或 --slots 指定的文件中声明'
    },
    why: {
      en: 'Nothing fills a slot that is not known: the customer reads or hears its name.',
      zh: '未声明的变量没有来源，客户会看到或听到变量名本身。'
    }
  },
  'scripts/unused-slot': {
    title: { en: 'a slot that nothing uses', zh: '未使用的变量' },
    severity: 'warning',
    text: { en: 'no script uses the slot "{value}"', zh: '没有话术使用变量“{value}”' },
    hint: { en: 'take it out, or use it', zh: '请删去，或在话术中使用' }
  },
  'scripts/empty-slot': {
    title: { en: 'a slot without a name', zh: '没有名称的变量' },
    severity: 'error',
    text: { en: 'the slot {value} has no name', zh: '变量 {value} 没有名称' },
    hint: { en: 'name what is to stand here', zh: '请写明此处应填的内容' }
  },
  'scripts/slot-spelling': {
    title: { en: 'one slot in two spellings', zh: '同一变量写法不一' },
    severity: 'warning',
    text: {
      en: '{value} is written {other} elsewhere ({where})',
      zh: '{value} 在别处写作 {other}（{where}）'
    },
    hint: { en: 'write one slot in one way', zh: '同一变量请使用同一种写法' },
    why: {
      en: 'Programs that fill slots look for one spelling; the other reaches the customer as it is.',
      zh: '填充程序只认一种写法，另一种会原样发给客户。'
    }
  },
  'scripts/mixed-slots': {
    title: { en: 'slots written in several ways', zh: '变量写法不统一' },
    severity: 'note',
    text: { en: 'slots are written in {count} ways: {styles}', zh: '变量有 {count} 种写法：{styles}' },
    hint: { en: 'choose one of them', zh: '请统一为一种' }
  },
  'scripts/unfilled': {
    title: { en: 'blanks that nothing fills', zh: '空白未填' },
    severity: 'warning',
    text: { en: '{count} blank(s) that nothing fills: {value}', zh: '有 {count} 处空白待填：{value}' },
    hint: {
      en: 'fill it, or name what is to stand here, such as {姓名}',
      zh: '请填上内容，或写成有名称的变量，例如 {姓名}'
    }
  },
  'scripts/unfinished': {
    title: { en: 'not finished', zh: '尚未写完' },
    severity: 'error',
    text: { en: 'the script is not finished: "{value}"', zh: '话术尚未写完：“{value}”' }
  },
  'scripts/too-long-to-say': {
    title: { en: 'too long for its time', zh: '超出允许的时长' },
    severity: 'warning',
    text: {
      en: 'takes about {seconds} s to say; {allowed} s are allowed',
      zh: '说完约需 {seconds} 秒，限时 {allowed} 秒'
    },
    hint: {
      en: 'shorten it, or allow more time; estimated at {rate} characters or words a minute',
      zh: '请压缩篇幅或放宽时限；按每分钟 {rate} 字（英文为词）估算'
    }
  },
  'scripts/too-long-to-send': {
    title: { en: 'too long to send', zh: '超出允许的字数' },
    severity: 'warning',
    text: {
      en: 'has {count} characters with its slots filled; {allowed} are allowed',
      zh: '填入变量后共 {count} 个字符，上限为 {allowed}'
    },
    hint: { en: 'shorten it, or send it in two parts', zh: '请压缩篇幅，或拆成两条发送' }
  },
  'scripts/duplicate': {
    title: { en: 'the same script twice', zh: '话术重复' },
    severity: 'warning',
    text: { en: 'the same script stands at {where}', zh: '与 {where} 的话术相同' },
    hint: { en: 'keep one of them', zh: '请只保留一条' }
  },
  'scripts/near-duplicate': {
    title: { en: 'nearly the same script twice', zh: '话术几乎相同' },
    severity: 'note',
    text: {
      en: 'is {percent}% like the script at {where}, and promises nothing else',
      zh: '与 {where} 的话术相似度 {percent}%，承诺并无不同'
    },
    hint: { en: 'keep one of them, or make the difference plain', zh: '请合并，或写明两者的区别' }
  },
  'scripts/different-promise': {
    title: { en: 'scripts alike that promise different things', zh: '相似话术承诺不同' },
    severity: 'error',
    text: {
      en: 'says {here}, where a script like it ({percent}% but for figures) at {where} says {there}',
      zh: '此处为“{here}”，而 {where} 的相似话术（不计数字相似度 {percent}%）为“{there}”'
    },
    hint: {
      en: 'agree on one; if the cases differ, say in the script which one it is for',
      zh: '请统一口径；如适用情形不同，请在话术中写明'
    },
    why: {
      en: 'Two customers in the same case are told different things, and the one who was promised more is right.',
      zh: '同样情形的两位客户会得到不同的答复，承诺更多的那一条将成为投诉依据。'
    }
  },
  'scripts/different-figures': {
    title: { en: 'different figures for the same thing', zh: '同一事项数字不一' },
    severity: 'warning',
    text: {
      en: 'gives {here} for {topic}, where {where} gives {there} in the same scenario',
      zh: '“{topic}”在此处为“{here}”，而同一场景的 {where} 为“{there}”'
    },
    hint: {
      en: 'agree on one; if the cases differ, say in the script which one it is for',
      zh: '请统一口径；如适用情形不同，请在话术中写明'
    }
  }
} as const satisfies Record<string, ScriptsCode>
