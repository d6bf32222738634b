import type { Span } from '../scanner.ts'
import { findMatches, keepApart, type Entity } from './entity.ts'

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房裘缪解应宗丁宣邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀羊甄曲封储靳段富巫乌焦巴弓牧谷车侯宓蓬全班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印宿白怀蒲台从鄂索咸赖卓蔺屠蒙池乔胥苍双闻党翟谭贡劳逄姬申扶堵冉宰郦雍桑桂牛寿边扈燕冀浦尚农温别庄晏柴瞿阎连习艾容向古易慎戈廖庾衡步都耿满弘匡国文寇广东欧沃利蔚越夔隆师巩聂晁勾敖融冷辛阚简饶曾沙养丰关查红游竺权盖益桓公肖付代涂闫'
const compound = '欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|南宫|西门|独孤'
const surname = `(?:${compound}|[${surnames}])`
const han = '[\\u4e00-\\u9fff]'
const title =
  '(?:先生|女士|小姐|太太|夫人|老师|师傅|经理|主任|主管|店长|医生|律师|工程师|教授|阿姨|叔叔|同学|总(?![是共在体部和计数结量]))'
// Words that stand before a name; after others a name of three characters is more likely a surname in a sentence.
const before = '[的是叫找给和跟与请问了为向对让位好姓]'

const chinese = [
  `(?<=^|[^\\u4e00-\\u9fff]|${before})${surname}${han}{0,2}${title}`,
  `${surname}${title}`,
  `(?:我|本人|免贵)姓(?<value>${surname})`,
  `(?:我叫|我的名字叫|我的名字是|姓名是|姓名叫|姓名:)(?<value>${surname}${han}{1,2}(?!${han}))`,
  `(?:我叫|我的名字叫|我的名字是|姓名是|姓名叫|姓名:)(?<value>${surname}${han}{2})`
].map(source => new RegExp(source, 'g'))

const titled = /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|mr|mrs|ms|miss|dr)\.? [A-Z][a-z]+(?:[-'][A-Z][a-z]+)?/g
const told =
  /\b[Mm]y name(?: i|')s (?<value>(?!not\b|the\b|an?\b|what\b|on\b|in\b|under\b|spelled\b)[A-Za-z]+(?: [A-Z][a-z]+)*)/g
const introduced = /\b(?:[Tt]his is|I am|I'm|[Ss]peaking with|[Cc]all me) (?<value>[A-Z][a-z]+ [A-Z][a-z]+)/g

export const personName: Entity = {
  name: 'person-name',
  help: 'Names with a title (王先生, 李经理, Mr Smith) and names that somebody gives (我姓王, 我叫王小明, my name is John Smith), by the common surnames. Names that stand alone it does not know, and where a given name ends it guesses.',
  hint: /[生士姐太人师傅理任管长授姨叔学总姓叫名]|mr|ms|miss|mx|dr|name|this is|i am|i'm|speaking|call/,
  find: (plain, written) =>
    keepApart([
      ...findIn(chinese, plain),
      ...findIn([titled, told, introduced], written.replaceAll('’', "'"))
    ])
}

function findIn(patterns: readonly RegExp[], text: string): readonly Span[] {
  return patterns.flatMap(pattern => findMatches(pattern, text))
}
