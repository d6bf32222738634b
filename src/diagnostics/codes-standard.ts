import type { Wording } from './wording.ts'

/** What can be wrong with a standard. */
export const standardCodes = {
  'standard/not-found': {
    text: { en: 'cannot read the standard {path}: {reason}', zh: '无法读取标准文件 {path}：{reason}' },
    hint: { en: 'name a YAML file, or a folder of them', zh: '请指定一个 YAML 文件或其所在的文件夹' }
  },
  'standard/syntax': {
    text: { en: 'not valid YAML: {reason}', zh: 'YAML 语法错误：{reason}' },
    hint: {
      en: 'quote texts that hold ": ", " #" or begin with one of [ ] { } & * ! | > % @',
      zh: '含有 ": "、" #" 或以 [ ] { } & * ! | > % @ 开头的文本请加引号'
    }
  },
  'standard/empty': {
    text: { en: 'the file holds no standard', zh: '文件中没有标准' },
    hint: { en: 'begin with "linecheck: 1"', zh: '请以“linecheck: 1”开头' }
  },
  'standard/unknown-key': {
    text: { en: 'unknown key "{value}"; allowed: {allowed}', zh: '未知的键“{value}”；可用：{allowed}' }
  },
  'standard/missing-key': {
    text: { en: 'the key "{value}" is missing', zh: '缺少键“{value}”' }
  },
  'standard/wrong-type': {
    text: { en: '{value} is of the wrong kind; expected {allowed}', zh: '{value} 的类型不对；应为 {allowed}' }
  },
  'standard/bad-value': {
    text: {
      en: '"{value}" is not allowed here; allowed: {allowed}',
      zh: '此处不能用“{value}”；可用：{allowed}'
    }
  },
  'standard/out-of-range': {
    text: { en: '{value} is out of range; allowed: {allowed}', zh: '{value} 超出范围；可用：{allowed}' }
  },
  'standard/bad-id': {
    text: { en: '"{value}" is no id', zh: '“{value}”不能作为标识' },
    hint: {
      en: 'ids are letters, digits, ".", "-" and "_", and begin with a letter or digit',
      zh: '标识由文字、数字、“.”、“-”、“_”组成，以文字或数字开头'
    }
  },
  'standard/too-few': {
    text: { en: 'at least {allowed} item(s) wanted here', zh: '此处至少要有 {allowed} 项' }
  },
  'standard/duplicate-id': {
    text: { en: 'the id "{value}" is used already in line {line}', zh: '标识“{value}”已在第 {line} 行用过' }
  },
  'standard/no-check': {
    text: {
      en: 'criterion "{value}" checks nothing; give it one of: {allowed}',
      zh: '准则“{value}”没有检查内容；请写其中之一：{allowed}'
    }
  },
  'standard/two-checks': {
    text: { en: 'criterion "{value}" has several checks: {found}', zh: '准则“{value}”有多个检查：{found}' },
    hint: { en: 'make each of them a criterion of its own', zh: '请拆成各自的准则' }
  },
  'standard/unknown-lexicon': {
    text: {
      en: 'no lexicon is called "{value}"; known: {allowed}',
      zh: '没有名为“{value}”的词库；已有：{allowed}'
    }
  },
  'standard/lexicon-cycle': {
    text: { en: 'the lexicon "{value}" holds itself: {chain}', zh: '词库“{value}”引用了自身：{chain}' }
  },
  'standard/unknown-name': {
    text: {
      en: '"{value}" is neither a variable nor a field; known: {allowed}',
      zh: '“{value}”既不是变量也不是字段；已有：{allowed}'
    },
    hint: { en: 'declare it under vars or fields', zh: '请在 vars 或 fields 中声明' }
  },
  'standard/empty-phrase': {
    text: { en: 'nothing of "{value}" is left to look for', zh: '“{value}”归一化后没有可匹配的内容' },
    hint: {
      en: 'punctuation and spaces do not count; use /…/o to look at the text as written',
      zh: '标点和空格不参与匹配；要匹配原文请用 /…/o'
    }
  },
  'standard/regex-unclosed': {
    text: { en: 'the regular expression has no closing "/": {value}', zh: '正则表达式缺少结尾的“/”：{value}' }
  },
  'standard/regex-flags': {
    text: {
      en: 'unknown flag "{detail}" of a regular expression; allowed: o, i',
      zh: '未知的正则标志“{detail}”；可用:o、i'
    },
    hint: {
      en: 'o sees the text as written, oi ignores case there; folded text has one case only',
      zh: 'o 匹配原文,oi 匹配原文且不分大小写；归一化文本不分大小写'
    }
  },
  'standard/regex-syntax': {
    text: { en: 'not a regular expression: {detail}', zh: '正则表达式有误：{detail}' }
  },
  'standard/regex-unsupported': {
    text: {
      en: '"{detail}" cannot be matched in linear time: back-references and look-around are not supported',
      zh: '“{detail}”无法在线性时间内匹配：不支持反向引用和环视'
    },
    hint: { en: 'use "except" for what must not stand around it', zh: '需要排除的上下文请写在 except 中' }
  },
  'standard/regex-empty': {
    text: {
      en: 'the regular expression matches the empty text: {value}',
      zh: '正则表达式能匹配空文本：{value}'
    },
    hint: {
      en: 'ask for at least one character, such as + instead of *',
      zh: '请至少匹配一个字符，如用 + 代替 *'
    }
  },
  'standard/regex-slow': {
    text: {
      en: 'the regular expression cannot be matched quickly on every text: {value}',
      zh: '该正则表达式在某些文本上会很慢：{value}'
    },
    hint: {
      en: 'with \\p{…} bound every repeat, as in {1,20}, or write ranges such as [一-龥]; else repeat less',
      zh: '使用 \\p{…} 时请限定重复次数，如 {1,20}，或改用 [一-龥] 这样的范围；否则请减少重复次数'
    }
  },
  'standard/no-pattern': {
    text: { en: 'no pattern here; give one of: {allowed}', zh: '此处没有匹配内容；请写其中之一：{allowed}' }
  },
  'standard/count': {
    text: {
      en: 'at_least is {value}, but "of" has {allowed} item(s)',
      zh: 'at_least 为 {value}，而 of 只有 {allowed} 项'
    }
  },
  'standard/half-count': {
    text: { en: '"{value}" goes with "{allowed}"', zh: '“{value}”须与“{allowed}”同用' }
  },
  'standard/bad-apart': {
    text: {
      en: '"{value}" is no distance; like these: {allowed}',
      zh: '“{value}”不是有效的距离；例如：{allowed}'
    }
  },
  'standard/no-phrase': {
    text: {
      en: '"{key}" compares phrases, and {value} is none',
      zh: '“{key}”只能比较词句，而 {value} 不是词句'
    },
    hint: {
      en: 'write phrases, or a lexicon that holds only phrases',
      zh: '请写词句，或只含词句的词库'
    }
  },
  'standard/short-sound': {
    text: {
      en: 'the sound of "{value}" alone would be found nearly everywhere',
      zh: '仅按“{value}”的读音匹配，几乎处处都会命中'
    },
    hint: { en: 'give at least two characters', zh: '请至少写两个字' }
  },
  'standard/no-forms': {
    text: {
      en: '"{value}" does not begin with an English word, so it has no forms',
      zh: '“{value}”不以英文单词开头，没有词形变化'
    }
  },
  'standard/unknown-entity': {
    text: {
      en: 'no entity is called "{value}"; known: {allowed}',
      zh: '没有名为“{value}”的实体；可用：{allowed}'
    }
  },
  'standard/bad-scope': {
    text: {
      en: '"{value}" is no scope; like these: {allowed}',
      zh: '“{value}”不是有效的范围；例如：{allowed}'
    }
  },
  'standard/bad-duration': {
    text: { en: '"{value}" is no duration; like these: {allowed}', zh: '“{value}”不是时长；例如：{allowed}' }
  },
  'standard/bad-rate': {
    text: { en: '"{value}" is no rate; like these: {allowed}', zh: '“{value}”不是速率；例如：{allowed}' }
  },
  'standard/bad-percent': {
    text: { en: '"{value}" is no percentage; like this: 80%', zh: '“{value}”不是百分比；例如:80%' }
  },
  'standard/part-check': {
    text: {
      en: 'each part of "{value}" is a map with exactly one check, of: {allowed}',
      zh: '“{value}”的每一部分须恰好写一个检查：{allowed}'
    }
  },
  'standard/second-manual': {
    text: {
      en: 'a criterion takes one mark, and this is its second "manual"',
      zh: '一条准则只能有一个人工评分，此处是第二个 manual'
    },
    hint: { en: 'make it a criterion of its own', zh: '请另立一条准则' }
  },
  'standard/bad-number': {
    text: { en: '"{value}" is no number; like these: 3, 0.5', zh: '“{value}”不是数字；例如：3、0.5' }
  },
  'standard/bad-length': {
    text: {
      en: '"{value}" is no length of text; like these: {allowed}',
      zh: '“{value}”不是文本长度；例如：{allowed}'
    }
  },
  'standard/unused-option': {
    text: {
      en: '"{value}" has no effect with {beside}; allowed with it: {allowed}',
      zh: '“{value}”对 {beside} 不起作用；可与之同用：{allowed}'
    }
  },
  'standard/bad-within': {
    text: {
      en: '"{value}" does not say how far a reply reaches; like these: {allowed}',
      zh: '“{value}”不能表示应答范围；例如：{allowed}'
    }
  },
  'standard/bad-reach': {
    text: {
      en: '"{value}" does not say how far; like these: {allowed}',
      zh: '“{value}”不能表示范围远近；例如：{allowed}'
    }
  },
  'standard/bad-wait': {
    text: {
      en: '"{value}" does not say how long to wait; like these: {allowed}',
      zh: '“{value}”不能表示等待时间；例如：{allowed}'
    }
  },
  'standard/not-together': {
    text: { en: 'these do not go together: {value}', zh: '以下各项不能同时使用：{value}' }
  },
  'standard/unknown-slot': {
    text: {
      en: '"{value}" is no slot of this script, and neither a variable nor a field; slots: {allowed}',
      zh: '“{value}”不是这段话术的空位，也不是变量或字段；空位有：{allowed}'
    },
    hint: {
      en: 'say under slots what is to be said there; … takes anything',
      zh: '请在 slots 中写明此处应说什么；写 … 表示说什么都行'
    }
  },
  'standard/slot-alone': {
    text: {
      en: 'nothing but slots in this part of the script: "{value}"',
      zh: '话术的这一句只有空位，没有文字：“{value}”'
    },
    hint: {
      en: 'write the words around them, by which they are found',
      zh: '请写上空位前后的文字，以便找到它的位置'
    }
  },
  'standard/slots-touch': {
    text: {
      en: 'two slots without words between them: "{value}"',
      zh: '两个空位之间没有文字：“{value}”'
    },
    hint: {
      en: 'write what is said between them, or make them one slot',
      zh: '请写上两者之间的文字，或合并为一个空位'
    }
  },
  'standard/unused-slot': {
    text: {
      en: 'the slot "{value}" stands nowhere in the text of the script',
      zh: '话术中没有用到空位“{value}”'
    },
    hint: { en: 'write it as {{value}} where it is said', zh: '请在话术中相应的位置写上 {{value}}' }
  },
  'standard/after-hangup': {
    text: { en: 'no step can follow the end of the contact', zh: '挂机之后不能再有步骤' },
    hint: { en: 'make the hang-up the last step', zh: '请把挂机放在最后一步' }
  },
  'standard/criterion-cycle': {
    text: {
      en: 'the criterion "{value}" depends on itself: {chain}',
      zh: '准则“{value}”依赖于自身：{chain}'
    }
  },
  'standard/no-bound': {
    text: {
      en: 'nothing to compare with: give min or max, or grades of which one earns 100%; for share, within and min',
      zh: '没有可比较的界限：请写 min 或 max，或写含 100% 一档的 grades；share 须写 within 和 min'
    }
  },
  'standard/one-measure': {
    text: { en: 'measure one quantity at a time, of: {allowed}', zh: '一次只能测量一项：{allowed}' }
  },
  'standard/no-reply-pattern': {
    text: {
      en: 'answer says neither what to reply (with) nor what not (never)',
      zh: 'answer 没有写应答内容(with)或禁止内容(never)'
    }
  },
  'standard/expression': {
    text: { en: 'the expression is wrong: {reason}', zh: '表达式有误：{reason}' },
    hint: {
      en: 'expressions are CEL: rings <= 4 && ended_by == "customer"',
      zh: '表达式为 CEL,例如 rings <= 4 && ended_by == "customer"'
    }
  },
  'standard/unknown-field': {
    text: { en: 'no field is called "{value}"', zh: '没有名为“{value}”的字段' },
    hint: {
      en: 'declare it under fields: {value}: number | text | seconds | bool | time',
      zh: '请在 fields 中声明：{value}: number | text | seconds | bool | time'
    }
  },
  'standard/not-bool': {
    text: { en: 'the expression gives {value}, not true or false', zh: '表达式的结果是 {value}，不是真假值' }
  },
  'standard/wrong-result': {
    text: {
      en: 'the expression gives {value}, not a {allowed}',
      zh: '表达式的结果类型是 {value}，此处应为 {allowed}'
    },
    hint: {
      en: 'number: a field, talk_s + hold_s, answered_at - created_at (in seconds); text: a field, agent, team',
      zh: 'number：字段、talk_s + hold_s、answered_at - created_at（秒）；text：字段、agent、team'
    }
  },
  'standard/no-figure': {
    text: {
      en: 'metric "{value}" measures nothing; give it one of: {allowed}',
      zh: '指标“{value}”没有计算内容；请写其中之一：{allowed}'
    }
  },
  'standard/two-figures': {
    text: { en: 'metric "{value}" has several figures: {found}', zh: '指标“{value}”有多个计算内容：{found}' },
    hint: { en: 'make each of them a metric of its own', zh: '请拆成各自的指标' }
  },
  'standard/bad-target': {
    text: {
      en: '"{value}" is no target for this metric; like these: {allowed}',
      zh: '“{value}”不能作为该指标的目标；例如：{allowed}'
    }
  },
  'standard/unknown-metric': {
    text: { en: 'no metric is called "{value}"', zh: '没有名为“{value}”的指标' }
  },
  'standard/metric-cycle': {
    text: { en: 'the metric "{value}" is made of itself: {chain}', zh: '指标“{value}”引用了自身：{chain}' }
  },
  'standard/unknown-severity': {
    text: {
      en: 'no severity is called "{value}"; known: {allowed}',
      zh: '没有名为“{value}”的严重级别；已有：{allowed}'
    },
    hint: { en: 'name it under scoring.severities', zh: '请在 scoring.severities 中声明' }
  },
  'standard/unknown-criterion': {
    text: { en: 'no criterion is called "{value}"', zh: '没有名为“{value}”的准则' }
  },
  'standard/no-criteria': {
    text: { en: 'the standard has neither criteria nor metrics', zh: '标准中既没有准则，也没有指标' },
    hint: {
      en: 'a file of lexicons is used through "extends" of another',
      zh: '只有词库的文件请由其他标准用 extends 引用'
    }
  },
  'standard/extends-not-found': {
    text: { en: 'cannot read "{value}": {reason}', zh: '无法读取“{value}”：{reason}' },
    hint: {
      en: 'paths are relative to the file that names them',
      zh: '路径相对于写有 extends 的文件'
    }
  },
  'standard/extends-cycle': {
    text: { en: 'the standard extends itself: {chain}', zh: '标准引用了自身：{chain}' }
  },
  'standard/bad-date': {
    text: { en: '"{value}" is no date; like this: 2026-03-02', zh: '“{value}”不是日期；例如：2026-03-02' }
  },
  'standard/deduct-ignored': {
    text: {
      en: 'the method is weighted, so "{value}" takes no points',
      zh: '计分方式为 weighted，“{value}”不会扣分'
    },
    hint: { en: 'use method: both, or leave the method out', zh: '请用 method: both，或不写 method' }
  },
  'standard/bad-example': {
    text: { en: 'the example cannot be read: {reason}', zh: '示例无法读取：{reason}' },
    hint: {
      en: 'write lines such as "A: ..." for the agent and "C: ..." for the customer',
      zh: '请写成“A: …”（客服）和“C: …”（客户）的行'
    }
  }
} as const satisfies Record<string, { text: Wording; hint?: Wording }>
