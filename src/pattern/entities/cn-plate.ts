import { findMatches, type Entity } from './entity.ts'

// I and O are left out. Plates of electric cars have six characters, with D or F (and letters near it) first or last.
const number =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[a-hj-np-z] ?[·.•-]? ?(?:[a-hjk]\d{5}|[a-hjk][a-hj-np-z0-9]\d{4}|\d{5}[a-hjk]|[a-hj-np-z0-9]{4}[a-hj-np-z0-9挂学警港澳])(?![a-z0-9])/g

export const cnPlate: Entity = {
  name: 'cn-plate',
  help: 'Car plates of mainland China, those of electric cars too. Whether a plate was given out it cannot tell.',
  hint: /[a-z]/,
  find: plain => findMatches(number, plain, ([match]) => /\d/.test(match))
}
