/** What only those who serve say at the beginning: they name their house or themselves on duty, and offer help. */
const offers: readonly RegExp[] = [
  /感谢(?:您的?)?(?:致电|来电)|欢迎(?:您)?(?:致电|来电|光临|咨询)|(?:请问)?(?:有什么|有啥|需要什么).{0,6}帮|为您服务|工号\s*\d|很高兴(?:为您|能?帮)|这里是.{1,16}(?:客服|公司|中心|热线|银行|店)|我是.{0,12}(?:客服|客户经理|客服代表|顾问|专员)/u,
  /\b(?:thank(?:s| you) for (?:calling|contacting|reaching|holding|choosing)|welcome to\b|(?:how|what) (?:can|may|could) i (?:help|assist|do for)|how may i\b|(?:can|may) i help you|speaking,? how|(?:this is|my name is) [\w' ]{1,30}(?:from|with|at|calling from|speaking) )/i
]

export function greets(text: string): boolean {
  return offers.some(offer => offer.test(text))
}
