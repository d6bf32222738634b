import { plainText } from '../../text/plain.ts'

/** Something that a script says is so, or is not. */
export interface Assertion {
  /** What it is about: the same for 可以退 and 不能退. */
  readonly about: string
  readonly holds: boolean
  readonly from: number
  readonly to: number
}

interface Family {
  readonly name: string
  readonly yes: RegExp
  readonly no: RegExp
}

const deeds = '退|换|修|赔|补|开|改|取消|撤|送|寄|用|查|办|报|约|升级|延'

/**
 * Pairs of words that say the contrary of each other. What a group `what` holds must be the same in both, by its first
 * character.
 */
const families: readonly Family[] = [
  {
    name: 'free',
    yes: /不收费|不收取|不另收费|无需付费|免费|免运费|不用(?:付|交)费|\bfree of charge\b|\bno (?:extra )?charge\b|\bfor free\b/g,
    no: /(?<![不另])收费(?!标准|站|员|项目|明细)|需付费|需要付费|需支付|自费|自付|\bchargeable\b|\bcharges? apply\b|\bat your (?:own )?cost\b/g
  },
  { name: 'post', yes: /(?<!不)包邮|免邮/g, no: /不包邮|不免邮|运费自理|邮费自理/g },
  {
    name: 'do',
    yes: new RegExp(`(?<![不无])(?:可以|能够?|支持|可|予以)[^，。！？；不无]{0,4}?(?<what>${deeds})`, 'g'),
    no: new RegExp(
      `(?:不可以?|不能够?|无法|不支持|不予|不得|概不|不)(?:[^，。！？；]{0,2}?)(?<what>${deeds})`,
      'g'
    )
  },
  {
    name: 'will',
    yes: /(?<![不机社员一约才])会(?!员|话|议|计|场)(?<what>\p{Script=Han})/gu,
    no: /不会(?<what>\p{Script=Han})/gu
  },
  {
    name: 'need',
    yes: /(?<![不无必])(?:需要?|必须|务必)(?<what>\p{Script=Han})/gu,
    no: /(?:不需要?|无需|不用|不必|无须)(?<what>\p{Script=Han})/gu
  },
  {
    name: 'has',
    yes: /(?<![没所])有(?<what>\p{Script=Han})/gu,
    no: /没有?(?<what>\p{Script=Han})|无(?<what2>货|票|优惠|赠品)/gu
  },
  { name: 'holds', yes: /(?<!不)包?含(?<what>\p{Script=Han})/gu, no: /不包?含(?<what>\p{Script=Han})/gu },
  {
    name: 'can',
    yes: /\b(?:can|may)(?! ?not) (?:i |we |you |be )?(?<what>[a-z]+)/g,
    no: /\b(?:can ?not|can't|may not|unable to|not able to) (?:be )?(?<what>[a-z]+)/g
  },
  {
    name: 'shall',
    yes: /\bwill (?!not\b)(?:be )?(?<what>[a-z]+)/g,
    no: /\b(?:will not|won't) (?:be )?(?<what>[a-z]+)/g
  }
]

/** What a script says is so or is not, as far as words for the contrary are known. Questions (可不可以) say neither. */
export function findAssertions(text: string): readonly Assertion[] {
  const plain = plainText(text).replace(
    /可不可以|能不能|会不会|需不需要|有没有|是否|可能|只能|功能|智能|性能|有关|如有|还有|所有/g,
    words => '　'.repeat(words.length)
  )
  const found: Assertion[] = []
  for (const { name, yes, no } of families) {
    const against = assertionsOf(plain, name, no, false)
    const inside = ({ from, to }: Assertion): boolean =>
      against.some(other => from < other.to && to > other.from)
    found.push(...against, ...assertionsOf(plain, name, yes, true).filter(assertion => !inside(assertion)))
  }
  return found
}

function assertionsOf(plain: string, family: string, pattern: RegExp, holds: boolean): readonly Assertion[] {
  return [...plain.matchAll(pattern)].map(match => {
    const what = match.groups?.['what'] ?? match.groups?.['what2'] ?? ''
    const about = /^[a-z]/.test(what) ? `${family} ${what}` : `${family} ${what.slice(0, 1)}`
    return { about, holds, from: match.index, to: match.index + match[0].length }
  })
}
