import { findMatches, keepApart, type Entity } from './entity.ts'

const written =
  /(?<![a-z0-9._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@(?:[a-z0-9][a-z0-9-]{0,62}\.){1,4}[a-z]{2,24}(?![a-z0-9])/g
const domain = '(?:com|cn|net|org|edu|gov|com ?点 ?cn)'
const spokenChinese = new RegExp(
  `(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{0,63} ?(?:@|艾特|at) ?[a-z0-9-]{1,30} ?点 ?${domain}(?![a-z])`,
  'g'
)
const spokenEnglish =
  /(?<![a-z0-9._-])[a-z0-9][a-z0-9._-]{0,63}(?: dot [a-z0-9]{1,30}){0,2} at [a-z0-9-]{1,30}(?: dot [a-z0-9]{1,30}){0,2} dot (?:com|net|org|edu|gov|co|uk|io|cn)(?![a-z])/g

export const email: Entity = {
  name: 'email',
  help: 'E-mail addresses, written, or spoken as "艾特 … 点com" or "at … dot com". Whether there is such an address it cannot tell.',
  hint: /@|艾特|点| dot /,
  find: plain =>
    keepApart([written, spokenChinese, spokenEnglish].flatMap(pattern => findMatches(pattern, plain)))
}
