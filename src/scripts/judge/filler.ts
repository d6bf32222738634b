import type { Slot } from '../script.ts'

/** What a kind of slot may hold, as a word that promises, names and forbids nothing. */
interface Filler {
  readonly name: RegExp
  readonly zh: string
  readonly en: string
}

// Chinese names end in what they are, so the kinds that others contain come later: 客户姓名, 姓.
const fillers: readonly Filler[] = [
  { name: /工号|坐席号|员工号|staff|badge|agent[ _-]?id/i, zh: '1001', en: '1001' },
  { name: /单号|订单|编号|账号|卡号|户号|尾号|号码|order|number|ref/i, zh: '10001', en: '10001' },
  { name: /电话|手机|phone|tel/i, zh: '95000', en: '95000' },
  { name: /日期|几号|哪天|date|day/i, zh: '3月5日', en: 'March 5' },
  {
    name: /时长|分钟|小时|耗时|时限|工作日|duration|minutes|hours/i,
    zh: '30',
    en: '30'
  },
  { name: /时间|时段|几点|time/i, zh: '上午10点', en: '10 am' },
  { name: /金额|价格|费用|余额|单价|amount|price|fee|sum/i, zh: '100', en: '100' },
  { name: /数量|次数|天数|件数|个数|人数|count|quantity|days/i, zh: '2', en: '2' },
  { name: /地址|门店|网点|地点|address|place|branch/i, zh: '中山路1号', en: '1 High Street' },
  { name: /网址|链接|url|link|website/i, zh: 'www.example.com', en: 'www.example.com' },
  { name: /邮箱|邮件|e?mail/i, zh: 'a@example.com', en: 'a@example.com' },
  { name: /称呼|尊称|salutation/i, zh: '王先生', en: 'Ms Lee' },
  { name: /姓氏|^姓$|贵姓|surname|last[ _-]?name/i, zh: '王', en: 'Lee' },
  { name: /坐席|客服|专员|顾问|店员|花名|agent|staff|advisor/i, zh: '小周', en: 'Alex' },
  { name: /姓名|名字|人名|name/i, zh: '王芳', en: 'Alex' }
]

const otherwise: Omit<Filler, 'name'> = { zh: '某某', en: 'something' }

// A blank has no name; what it is for stands beside it: 工号XX, XX先生, XX元.
const besides: readonly (Omit<Filler, 'name'> & { readonly before?: RegExp; readonly after?: RegExp })[] = [
  { after: /^\s*(?:先生|女士|小姐|太太|老师)/, zh: '王', en: 'Lee' },
  { before: /(?:mr|ms|mrs|miss|dr)\.?\s*$/i, zh: '王', en: 'Lee' },
  { after: /^\s*号/, zh: '1001', en: '1001' },
  { after: /^\s*(?:元|块|%|折|天|日|小时|分钟|个|件|次|days?\b|hours?\b|minutes?\b)/, zh: '2', en: '2' }
]

/**
 * What stands for a slot of which nobody says what it may hold: by its name a number, a date, a surname, else a word
 * without meaning, in the language of the text around it. A slot without a name goes by the words beside it.
 */
export function fillerOf({ name, from, to }: Pick<Slot, 'name' | 'from' | 'to'>, text: string): string {
  const [before, after] = [text.slice(Math.max(0, from - 8), from), text.slice(to, to + 12)]
  const chosen =
    name === ''
      ? (besides.find(one => one.before?.test(before) || one.after?.test(after)) ??
        fillers.find(filler => filler.name.test(before)))
      : fillers.find(filler => filler.name.test(name))
  const { zh, en } = chosen ?? otherwise
  const around = `${text.slice(0, from)} ${text.slice(to)} ${name}`
  return /\p{Script=Han}/u.test(around) ? zh : en
}
