import type { Wording } from './wording.ts'

/** A finding about a standard that is well formed: how grave it is, and why it matters to whoever is judged by it. */
interface LintCode {
  /** What is wrong, of no case. */
  readonly title: Wording
  readonly severity: 'error' | 'warning'
  readonly text: Wording
  readonly hint: Wording
  readonly why: Wording
}

/**
 * What keeps a standard from being a good one: explicit, measurable, feasible, timely and consistent. An error can
 * never work as written; a warning works, though hardly as meant.
 */
export const lintCodes = {
  'lint/weights-partial': {
    title: { en: 'a section without a weight', zh: '章节缺少权重' },
    severity: 'warning',
    text: {
      en: 'section "{value}" has no weight, while others have: {others}',
      zh: '章节“{value}”没有权重，而其他章节有：{others}'
    },
    hint: {
      en: 'give every section a weight, or none',
      zh: '请给每个章节都写 weight，或都不写'
    },
    why: {
      en: 'A section without a weight counts by what its applicable criteria weigh, from contact to contact differently, beside sections whose share is fixed.',
      zh: '没有权重的章节按其适用准则的权重计入，每份记录都不同；与固定权重的章节放在一起，占比难以预料。'
    }
  },
  'lint/weights-sum': {
    title: { en: 'weights that do not add up to 100', zh: '权重之和不是 100' },
    severity: 'warning',
    text: {
      en: 'the weights of the sections add up to {value}, not 100',
      zh: '各章节权重之和为 {value}，不是 100'
    },
    hint: {
      en: 'make them add up to 100, so that each reads as a percentage',
      zh: '请调整为合计 100，使权重即为百分比'
    },
    why: {
      en: 'The score comes out right with any sum, but readers take a weight of 20 for 20 percent.',
      zh: '合计不是 100 时得分仍按比例计算，但读者会把权重 20 理解为 20%。'
    }
  },
  'lint/metric-no-clause': {
    title: { en: 'a metric that cites no clause', zh: '指标没有写条款' },
    severity: 'warning',
    text: { en: 'metric "{value}" cites no clause', zh: '指标“{value}”没有引用条款' },
    hint: { en: 'add clause', zh: '请填写 clause' },
    why: {
      en: 'A figure that cites its clause shows who asked for it, and lint can tell which clauses nothing covers.',
      zh: '引用条款才能说明这个数字由哪条规定而来，也才能检查哪些条款没有覆盖。'
    }
  },
  'lint/metric-no-title': {
    title: { en: 'a metric without a title', zh: '指标没有名称' },
    severity: 'warning',
    text: { en: 'metric "{value}" has no title', zh: '指标“{value}”没有名称' },
    hint: { en: 'say in a few words what it tells', zh: '请用几个字说明它表示什么' },
    why: {
      en: 'Reports would show the id, which tells their readers little.',
      zh: '报告中只能显示标识，读者难以理解。'
    }
  },
  'lint/metric-no-target': {
    title: { en: 'a metric without a target', zh: '指标没有目标' },
    severity: 'warning',
    text: { en: 'metric "{value}" has no target', zh: '指标“{value}”没有目标' },
    hint: {
      en: "say what it must come to, such as target: '>= 80%'",
      zh: "请写明应达到的值，如 target: '>= 80%'"
    },
    why: {
      en: 'A figure without a target is reported, but nobody can tell from it whether the service is good enough.',
      zh: '没有目标的指标只会列出数值，无法判断服务是否达标。'
    }
  },
  'lint/metric-no-advice': {
    title: { en: 'a metric without advice', zh: '指标没有改进建议' },
    severity: 'warning',
    text: { en: 'metric "{value}" gives no advice', zh: '指标“{value}”没有改进建议' },
    hint: { en: 'say what to do when the target is missed', zh: '请写明未达目标时怎么办' },
    why: {
      en: 'Whoever reads that a target was missed wants to know where to begin.',
      zh: '看到未达目标的人需要知道从哪里着手。'
    }
  },
  'lint/target-range': {
    title: { en: 'a target that no share can have', zh: '目标超出比例的范围' },
    severity: 'error',
    text: {
      en: 'a share lies between 0% and 100%, so it has no use for the target {value}',
      zh: '比率在 0% 与 100% 之间，目标 {value} 没有意义'
    },
    hint: { en: 'write 80% or 0.8', zh: '请写成 80% 或 0.8' },
    why: {
      en: 'The target would always be met, or never.',
      zh: '这样的目标要么永远达到，要么永远达不到。'
    }
  },
  'lint/target-exact': {
    title: { en: 'a target met by one figure only', zh: '目标只有一个取值能达到' },
    severity: 'warning',
    text: {
      en: 'the target {value} is met by exactly that share and no other',
      zh: '目标 {value} 表示必须恰好等于该值'
    },
    hint: {
      en: "say which side is good: '>= {value}' or '<= {value}'",
      zh: "请写明方向：'>= {value}' 或 '<= {value}'"
    },
    why: {
      en: 'A share is hardly ever exactly a given one, so the target would be missed by good and bad service alike.',
      zh: '比率几乎不会恰好等于某个值，服务好坏都会被判未达目标。'
    }
  },
  'lint/target-idle': {
    title: { en: 'a target that is always met', zh: '目标总能达到' },
    severity: 'warning',
    text: { en: 'every share meets the target {value}', zh: '任何比率都能达到目标 {value}' },
    hint: { en: 'ask for more, or leave the target out', zh: '请提高目标，或不写 target' },
    why: {
      en: 'A target that cannot be missed says nothing about the service.',
      zh: '不可能落空的目标说明不了任何问题。'
    }
  },
  'lint/bands-open-below': {
    title: { en: 'scores that belong to no band', zh: '有得分不属于任何等级' },
    severity: 'warning',
    text: { en: 'scores below {value} belong to no band', zh: '低于 {value} 分的成绩没有等级名称' },
    hint: { en: 'add a band that begins at 0', zh: '请增加一个从 0 开始的等级' },
    why: {
      en: 'The worst contacts, which matter most, would be listed without a band.',
      zh: '最差的、最需要关注的记录在报告中将没有等级。'
    }
  },
  'lint/bands-duplicate': {
    title: { en: 'two bands that begin alike', zh: '等级下限重复' },
    severity: 'warning',
    text: {
      en: 'the bands "{other}" and "{value}" both begin at {from}; "{value}" is never given',
      zh: '等级“{other}”和“{value}”的起点都是 {from}；“{value}”永远不会出现'
    },
    hint: { en: 'give each band its own lower edge', zh: '请让每个等级有各自的起点' },
    why: {
      en: 'A score gets the first band whose edge it reaches; of two with one edge the second is idle.',
      zh: '成绩归入第一个达到起点的等级；起点相同的两个等级中，后一个不起作用。'
    }
  },
  'lint/bands-order': {
    title: { en: 'bands out of order', zh: '等级未按高低排列' },
    severity: 'warning',
    text: {
      en: 'the bands are not listed from the highest to the lowest: {value}',
      zh: '等级没有按从高到低排列：{value}'
    },
    hint: {
      en: 'write them as {allowed}; linecheck lint --fix does so',
      zh: '请写成 {allowed}；linecheck lint --fix 可自动调整'
    },
    why: {
      en: 'A score gets the first band from above whose edge it reaches, in whatever order they stand; readers go by the list.',
      zh: '无论怎样排列，成绩都从最高的等级起逐个比较；而读者是按清单的顺序理解的。'
    }
  },
  'lint/pass-without-band': {
    title: { en: 'a pass mark without a band', zh: '合格线没有对应的等级' },
    severity: 'warning',
    text: { en: 'no band begins at the pass mark {value}', zh: '没有等级以合格线 {value} 为起点' },
    hint: {
      en: 'edges are {allowed}: move the pass mark or a band',
      zh: '各等级起点为 {allowed}：请调整合格线或等级'
    },
    why: {
      en: 'Within one band some contacts would pass and some fail, which nobody can read off its name.',
      zh: '同一等级内有的合格、有的不合格，从等级名称上看不出来。'
    }
  },
  'lint/idle-severities': {
    title: { en: 'points that no breach takes', zh: '从不扣分的严重程度' },
    severity: 'warning',
    text: {
      en: 'no breach ever takes these points: the standard has no method that deducts',
      zh: '这些分数永远不会扣：本标准没有采用扣分的方法'
    },
    hint: {
      en: 'write method: deducting (or both); with method: weighted severities are labels',
      zh: '请写明 method: deducting（或 both）；写 method: weighted 则 severity 只作标签'
    },
    why: {
      en: 'Without a method, a standard in which no criterion has deduct is weighted: whoever gave the severities points expects them to be taken.',
      zh: '没有写 method 且没有准则写 deduct 时，标准按权重计分；而给各级别写了分数的人以为会照此扣分。'
    }
  },
  'lint/contradiction': {
    title: { en: 'one criterion asks for what another forbids', zh: '一条准则要求、另一条禁止' },
    severity: 'error',
    text: {
      en: '"{value}" must say {what}, and "{other}" in line {line} forbids it',
      zh: '“{value}”要求说 {what}，而第 {line} 行的“{other}”禁止说'
    },
    hint: {
      en: 'require another wording, or allow this one with "except"',
      zh: '请改要求的说法，或在禁止的一方用 except 放行'
    },
    why: {
      en: 'Whatever an agent says here breaks one of the two, so nobody can reach a full score.',
      zh: '无论坐席怎么说都会违反其中一条，没有人能得满分。'
    }
  },
  'lint/contradiction-at-times': {
    title: { en: 'criteria that contradict each other at times', zh: '准则在某些时候互相矛盾' },
    severity: 'warning',
    text: {
      en: '"{value}" must say {what}, and "{other}" in line {line} forbids it where both apply',
      zh: '“{value}”要求说 {what}，而第 {line} 行的“{other}”在两者同时适用时禁止说'
    },
    hint: {
      en: 'let their scopes or conditions exclude each other, or require another wording',
      zh: '请让两者的范围或条件互斥，或改要求的说法'
    },
    why: {
      en: 'Contacts on which both apply cannot satisfy both.',
      zh: '两条同时适用的记录无法同时满足。'
    }
  },
  'lint/contradiction-partly': {
    title: { en: 'a criterion accepts what another forbids', zh: '一条准则接受、另一条禁止' },
    severity: 'warning',
    text: {
      en: '"{value}" accepts {what}, which "{other}" in line {line} forbids',
      zh: '“{value}”认可的说法 {what} 被第 {line} 行的“{other}”禁止'
    },
    hint: {
      en: 'take it out of one of the two, or allow it with "except"',
      zh: '请从其中一方删去，或在禁止的一方用 except 放行'
    },
    why: {
      en: 'An agent who uses an accepted wording loses points for it elsewhere.',
      zh: '坐席用了被认可的说法，却在另一条上扣分。'
    }
  },
  'lint/coverage-all': {
    title: { en: 'a coverage that asks for all parts', zh: '覆盖率等于要求全部说到' },
    severity: 'warning',
    text: {
      en: 'of {n} part(s) of the script {value} is all of them',
      zh: '话术共 {n} 句，{value} 等于全部'
    },
    hint: {
      en: 'list shorter parts under text, or lower "similarity" to be content with a part of each',
      zh: '请在 text 中列出更短的句子；若要放宽每句的要求，请调低 similarity'
    },
    why: {
      en: 'Coverage counts parts, not characters, so whoever leaves out a single one fails all the same.',
      zh: '覆盖率按句计算，不按字数；漏说任何一句仍然不合格。'
    }
  },
  'lint/script-optional': {
    title: { en: 'a script of which nothing need be said', zh: '话术每句都可省略' },
    severity: 'error',
    text: { en: 'every part of the script may be left out', zh: '话术的每一句都可以省略' },
    hint: { en: 'take "optional" from what must be said', zh: '请去掉必须说的句子的 optional' },
    why: {
      en: 'Whoever says nothing of it passes, so it asks for nothing.',
      zh: '一句不说也能通过，等于没有要求。'
    }
  },
  'lint/no-clause': {
    title: { en: 'a criterion that cites no clause', zh: '准则没有写条款' },
    severity: 'warning',
    text: { en: 'criterion "{value}" cites no clause', zh: '准则“{value}”没有引用条款' },
    hint: {
      en: 'name the clause of the written standard: clause: TEL-01',
      zh: '请写明所依据的条款，例如 clause: TEL-01'
    },
    why: {
      en: 'Whoever is marked down has a right to see by which clause.',
      zh: '被扣分的人有权知道依据的是哪一条款。'
    }
  },
  'lint/no-title': {
    title: { en: 'a criterion without a title', zh: '准则没有标题' },
    severity: 'warning',
    text: { en: 'criterion "{value}" has no title', zh: '准则“{value}”没有标题' },
    hint: { en: 'say in a few words what it asks for: title: ...', zh: '请用几个字说明要求：title: …' },
    why: { en: 'Reports show the bare id instead.', zh: '报告中只能显示标识。' }
  },
  'lint/no-advice': {
    title: { en: 'a criterion without advice', zh: '准则没有改进建议' },
    severity: 'warning',
    text: { en: 'criterion "{value}" gives no advice', zh: '准则“{value}”没有改进建议' },
    hint: { en: 'say what the agent should do: advice: ...', zh: '请写明坐席应当怎么做：advice: …' },
    why: {
      en: 'A scorecard that says what went wrong and not what to do helps nobody.',
      zh: '只指出问题、不说怎么做的成绩单帮不到人。'
    }
  },
  'lint/no-examples': {
    title: { en: 'a criterion without examples', zh: '准则没有示例' },
    severity: 'warning',
    text: { en: 'criterion "{value}" has no examples', zh: '准则“{value}”没有示例' },
    hint: {
      en: 'add a talk that passes and one that fails under examples, and run linecheck test',
      zh: '请在 examples 中各写一段合格和不合格的对话，并运行 linecheck test'
    },
    why: {
      en: 'Without examples nobody knows whether it finds what it should, now or after the next change.',
      zh: '没有示例，就无法知道它现在以及下次修改后是否仍能查出该查的内容。'
    }
  },
  'lint/no-pass-example': {
    title: { en: 'a criterion without an example that passes', zh: '准则没有通过的示例' },
    severity: 'warning',
    text: { en: 'criterion "{value}" has no example that passes', zh: '准则“{value}”没有合格的示例' },
    hint: { en: 'add one under examples.pass', zh: '请在 examples.pass 中补一段对话' },
    why: {
      en: 'A criterion that fails everything would go unnoticed.',
      zh: '若准则把所有记录都判为不合格，也无从发现。'
    }
  },
  'lint/no-fail-example': {
    title: { en: 'a criterion without an example that fails', zh: '准则没有不通过的示例' },
    severity: 'warning',
    text: { en: 'criterion "{value}" has no example that fails', zh: '准则“{value}”没有不合格的示例' },
    hint: { en: 'add one under examples.fail', zh: '请在 examples.fail 中补一段对话' },
    why: {
      en: 'A criterion that matches nothing would look as if everybody kept it.',
      zh: '若准则什么也查不出，看上去就像人人合格。'
    }
  },
  'lint/dead-phrase': {
    title: { en: 'a phrase that is never needed', zh: '多余的短语' },
    severity: 'warning',
    text: {
      en: '"{value}" is never needed: "{other}" is found wherever it is',
      zh: '“{value}”不起作用：凡出现它的地方都会先匹配“{other}”'
    },
    hint: { en: 'take it out, or make "{other}" narrower', zh: '请删去，或把“{other}”写得更严' },
    why: {
      en: 'The entry suggests a care that the list does not take.',
      zh: '这一条让人以为词库更细致，其实没有效果。'
    }
  },
  'lint/duplicate-phrase': {
    title: { en: 'the same phrase twice', zh: '短语重复' },
    severity: 'warning',
    text: {
      en: '"{value}" is the same as "{other}" in line {line}',
      zh: '“{value}”与第 {line} 行的“{other}”相同'
    },
    hint: {
      en: 'take it out; width, case, spaces, punctuation and traditional characters make no difference',
      zh: '请删去；全半角、大小写、空格、标点和繁简不影响匹配'
    },
    why: {
      en: 'Lists that repeat themselves are changed in one place and not in the other.',
      zh: '重复的条目容易只改一处、漏改另一处。'
    }
  },
  'lint/unused-lexicon': {
    title: { en: 'a lexicon that nothing uses', zh: '未使用的词库' },
    severity: 'warning',
    text: { en: 'nothing uses the lexicon "{value}"', zh: '没有任何地方使用词库“{value}”' },
    hint: { en: 'use it as ${value}, or take it out', zh: '请用 ${value} 引用，或删去' },
    why: {
      en: 'Its phrases look as if they were checked, and are not.',
      zh: '其中的说法看似在检查，实际上没有。'
    }
  },
  'lint/unused-var': {
    title: { en: 'a variable that nothing uses', zh: '未使用的变量' },
    severity: 'warning',
    text: { en: 'nothing uses the variable "{value}"', zh: '没有任何地方使用变量“{value}”' },
    hint: {
      en: 'use it as {{value}} in phrases and bounds or by name in expressions, or take it out',
      zh: '请在说法和界限中用 {{value}} 引用、在表达式中直接写名称，或删去'
    },
    why: { en: 'Whoever changes it expects an effect.', zh: '修改它的人会以为有效果。' }
  },
  'lint/never-applies': {
    title: { en: 'a condition that never holds', zh: '永不成立的条件' },
    severity: 'error',
    text: { en: 'this can never apply: {condition}', zh: '永远不会适用：{condition}' },
    hint: {
      en: 'no values of the fields make the conditions hold together; look at the bounds and at && and ||',
      zh: '没有任何字段取值能使条件同时成立；请检查界限以及 && 和 ||'
    },
    why: {
      en: 'A criterion that never applies counts for nothing and looks as if it did.',
      zh: '永远不适用的准则不计分，却看似在检查。'
    }
  },
  'lint/idle-condition': {
    title: { en: 'a condition that makes no difference', zh: '不起作用的条件' },
    severity: 'warning',
    text: {
      en: 'this makes no difference, it is {truth} on every contact: {condition}',
      zh: '此条件不起作用，对任何记录都是 {truth}：{condition}'
    },
    hint: {
      en: 'take it out, or look at the bounds and at && and ||',
      zh: '请删去，或检查界限以及 && 和 ||'
    },
    why: {
      en: 'The condition suggests a distinction that is not made.',
      zh: '该条件让人以为有所区分，其实没有。'
    }
  },
  'lint/never-passes': {
    title: { en: 'a criterion that nobody can pass', zh: '无人能通过的准则' },
    severity: 'error',
    text: {
      en: 'no contact can pass "{value}": {condition}',
      zh: '没有任何记录能通过“{value}”：{condition}'
    },
    hint: {
      en: 'no values of the fields make it hold where the criterion applies',
      zh: '在准则适用时，没有任何字段取值能使其成立'
    },
    why: { en: 'Everybody is marked down, whatever they do.', zh: '无论怎么做都会扣分。' }
  },
  'lint/never-fails': {
    title: { en: 'a criterion that nobody can fail', zh: '无人会不通过的准则' },
    severity: 'warning',
    text: {
      en: 'no contact can fail "{value}": {condition}',
      zh: '没有任何记录会不通过“{value}”：{condition}'
    },
    hint: {
      en: 'it holds wherever the criterion applies; what was meant to be checked may stand under "when"',
      zh: '在准则适用时它总是成立；要检查的内容可能误写在 when 中'
    },
    why: { en: 'Points are given away, and scores rise for nothing.', zh: '等于白送分，抬高了成绩。' }
  },
  'lint/min-above-max': {
    title: { en: 'bounds that exclude each other', zh: '上下限互相排斥' },
    severity: 'error',
    text: { en: 'min {min} is above max {max}', zh: '下限 {min} 高于上限 {max}' },
    hint: { en: 'swap them, or look at their units', zh: '请对调，或检查单位' },
    why: { en: 'No value lies within the bounds.', zh: '没有任何数值落在界限之内。' }
  },
  'lint/empty-scope': {
    title: { en: 'a scope without turns', zh: '没有发言的范围' },
    severity: 'error',
    text: { en: 'no turn can ever lie in this scope: {value}', zh: '此范围内不可能有发言：{value}' },
    hint: {
      en: 'it asks for turns that the conditions of the criterion exclude, or for a reply after the last turn',
      zh: '它要求的发言被准则的条件排除，或要求在最后一句之后回应'
    },
    why: {
      en: 'What is looked for where nothing can be is never found.',
      zh: '在不可能有内容的地方查找，永远查不到。'
    }
  },
  'lint/never-breached': {
    title: { en: 'a ban that cannot be breached', zh: '不可能违反的禁令' },
    severity: 'error',
    text: { en: 'avoid can never be breached by what is not said', zh: 'avoid 不会因为没有说什么而不合格' },
    hint: { en: 'use "say" for what must be said', zh: '必须说的内容请用 say' },
    why: {
      en: 'A breach needs words that can be quoted; "not" finds none.',
      zh: '违规须有可引用的原话；not 找不到任何原话。'
    }
  },
  'lint/regex-never': {
    title: { en: 'an expression that never matches', zh: '永不匹配的正则' },
    severity: 'error',
    text: {
      en: 'this never matches: {value} sees folded text, without capitals, punctuation and spaces',
      zh: '永远不会匹配：{value} 面对的是归一化文本，没有大写、标点和空格'
    },
    hint: {
      en: 'leave them out, or use /…/o to look at the text as written',
      zh: '请去掉这些字符，或用 /…/o 匹配原文'
    },
    why: {
      en: 'A rule that matches nothing looks as if everybody kept it.',
      zh: '什么也匹配不到的规则，看上去就像人人合格。'
    }
  },
  'lint/regex-dead-part': {
    title: { en: 'a part of an expression that never matches', zh: '正则中永不匹配的部分' },
    severity: 'warning',
    text: {
      en: '"{part}" in {value} never matches: folded text has no capitals and no punctuation or spaces there',
      zh: '{value} 中的“{part}”永远不会匹配：归一化文本此处没有大写、标点和空格'
    },
    hint: {
      en: 'take it out, or use /…/o to look at the text as written',
      zh: '请删去，或用 /…/o 匹配原文'
    },
    why: {
      en: 'A part that never matches hides a case that is not covered.',
      zh: '不起作用的部分往往意味着有情形没有覆盖到。'
    }
  },
  'lint/regex-name': {
    title: { en: 'a name inside an expression', zh: '正则中的变量不会替换' },
    severity: 'warning',
    text: {
      en: '"{part}" is not filled in within a regular expression',
      zh: '正则表达式中的“{part}”不会被替换为值'
    },
    hint: {
      en: 'names are filled in phrases only: write the phrase beside it with "all" or a gap "…"',
      zh: '只有普通说法中的名称会被替换：请改用 all 或带“…”的说法'
    },
    why: { en: 'The expression looks for the braces themselves.', zh: '表达式会去匹配花括号本身。' }
  },
  'lint/regex-slow': {
    title: { en: 'an expression that may be slow', zh: '可能很慢的正则' },
    severity: 'warning',
    text: {
      en: '"{part}" can match one text in exponentially many ways',
      zh: '“{part}”对同一文本有指数级多的匹配方式'
    },
    hint: {
      en: 'let one repeat stand for both, or make the alternatives begin differently: (a+)+ is a+, (a|ab)* is (ab?)*',
      zh: '请合并嵌套的重复，或让各分支开头不同：(a+)+ 即 a+，(a|ab)* 即 (ab?)*'
    },
    why: {
      en: 'A backtracking engine may take hours on one unlucky message. linecheck switches to a linear engine in time; editors and other programs that share the expression do not.',
      zh: '回溯式引擎遇到不巧的消息可能要算几个小时。linecheck 会及时换用线性引擎，但共用该表达式的编辑器和其他程序不会。'
    }
  },
  'lint/idle-gap': {
    title: { en: 'a gap that does nothing', zh: '不起作用的间隔' },
    severity: 'warning',
    text: { en: 'the gap at the edge of "{value}" does nothing', zh: '“{value}”首尾的省略号不起作用' },
    hint: {
      en: 'leave it out; a gap stands between two pieces, and phrases are found anywhere in a turn',
      zh: '请删去；省略号只用于两段文字之间，说法本来就可以出现在句中任何位置'
    },
    why: { en: 'It reads as if something had to stand there.', zh: '看上去像是那里必须有内容。' }
  },
  'lint/uncovered-clause': {
    title: { en: 'a clause that nothing covers', zh: '没有准则覆盖的条款' },
    severity: 'warning',
    text: { en: 'no criterion or metric covers the clause {value}', zh: '没有准则或指标覆盖条款 {value}' },
    hint: {
      en: 'write a criterion or metric that cites it, or take it off the list',
      zh: '请写一条引用它的准则或指标，或从清单中删去'
    },
    why: { en: 'What the written standard asks for is not checked.', zh: '书面标准要求的内容没有被检查。' }
  },
  'lint/unknown-clause': {
    title: { en: 'a clause that is not declared', zh: '未声明的条款' },
    severity: 'warning',
    text: { en: 'the clause "{value}" is not among the declared ones', zh: '条款“{value}”不在声明的清单中' },
    hint: { en: 'add it under clauses, or correct it', zh: '请加入 clauses，或改正' },
    why: { en: 'A citation that leads nowhere cannot be looked up.', zh: '引用了不存在的条款，无从查证。' }
  },
  'lint/example-contradiction': {
    title: { en: 'examples that contradict each other', zh: '示例互相矛盾' },
    severity: 'error',
    text: {
      en: 'the same example must {value} and, in line {line}, {other}',
      zh: '同一示例既要求 {value}，又在第 {line} 行要求 {other}'
    },
    hint: { en: 'decide which it is, and take out the other', zh: '请确定是哪一种，并删去另一处' },
    why: { en: 'One of the two always fails its test.', zh: '两者中必有一个测试失败。' }
  },
  'lint/example-duplicate': {
    title: { en: 'the same example twice', zh: '示例重复' },
    severity: 'warning',
    text: { en: 'the same example stands in line {line}', zh: '与第 {line} 行的示例相同' },
    hint: { en: 'take it out, or change it into another case', zh: '请删去，或改成另一种情形' },
    why: { en: 'It tests nothing that is not tested already.', zh: '它没有增加任何检验。' }
  }
} as const satisfies Record<string, LintCode>
