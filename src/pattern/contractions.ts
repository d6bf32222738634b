const verbs = 'do does did is are was were has have had could would should must need'.split(' ')
const join = (words: string, verb: string, short: string): string[][] =>
  words.split(' ').map(word => [`${word} ${verb}`, word + short])

/** Ways to say the same, the full one first. */
const contractions: readonly (readonly string[])[] = [
  ['can not', 'cannot', "can't"],
  ['will not', "won't"],
  ['shall not', "shan't"],
  ...verbs.map(verb => [`${verb} not`, `${verb}n't`]),
  ['i am', "i'm"],
  ['let us', "let's"],
  ...join('you we they', 'are', "'re"),
  ...join('he she it that there what here who how', 'is', "'s"),
  ...join('i you we they he she it that there', 'will', "'ll"),
  ...join('i you we they', 'have', "'ve"),
  ...join('i you we they he she', 'would', "'d")
]

// Without its apostrophe, which folding drops, such a contraction is another word: alone it would be found anywhere.
const ambiguous = /^(?:we're|i'll|he'll|she'll|we'll|i'd|he'd|she'd|we'd|it's|let's)$/i

/** A phrase with its contractions written out or drawn together: "I am sorry" and "I'm sorry". */
export function listContractions(phrase: string): readonly string[] {
  const found = new Set([phrase.replaceAll('’', "'")])
  // Sets are walked to their end while they grow, so phrases with two contractions get all four.
  for (const text of found) {
    for (const ways of contractions) {
      for (const way of ways) {
        const at = new RegExp(`(?<![\\w'])${way}(?![\\w'])`, 'i')
        if (at.test(text)) for (const other of ways) found.add(text.replace(at, other))
      }
    }
  }
  return [...found].filter(text => !ambiguous.test(text))
}
