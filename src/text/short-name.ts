/** What follows the name proper in names of companies, shops and hotlines, the longest of each kind first. */
const tails =
  /(?:(?:有限责任|股份有限|有限)?公司|集团|股份|客户服务中心|客户服务热线|客服中心|客服热线|服务中心|服务热线|客服|热线|专线|旗舰店|专卖店|专营店|网店|店铺|管理处|商务中心|大酒店|[,. ]*\b(?:inc|ltd|llc|corp|co|company|hotline)\.?)$/i

const SHORTEST = 2

/**
 * A name as it is said in short: 星河客服热线 is 星河, 鼎新科技有限公司 is 鼎新科技. What is left has at least two
 * characters; a name that has nothing to leave out is itself.
 */
export function shortName(name: string): string {
  let short = name.trim()
  for (;;) {
    const cut = short.replace(tails, '').trim()
    if (cut === short || [...cut].length < SHORTEST) return short
    short = cut
  }
}
