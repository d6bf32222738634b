const units = [...'星河热线客服投诉话费宽带流量套餐退订发票积分会员专席维修安装光猫信号基站漫游']

/** So many phrases of two to five characters, all different, the same ones every time. */
export function inventPhrases(count: number): readonly string[] {
  const phrases = new Set<string>()
  for (let seed = 1; phrases.size < count; seed++) {
    let state = (seed * 2654435761) >>> 0
    let phrase = ''
    for (let k = 0; k < 2 + (seed % 4); k++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      phrase += units[(state >>> 16) % units.length]
    }
    phrases.add(phrase)
  }
  return [...phrases]
}

/** A standard with one criterion that looks for a lexicon of so many phrases. */
export function generateStandard(count: number): string {
  return `linecheck: 1
id: many
lexicons: { terms: [${inventPhrases(count).join(', ')}] }
sections: [{ id: all, criteria: [{ id: terms, avoid: $terms }] }]
`
}

/** The shipped hotline standard with one weight of its own. */
export function reweighHotline(weight: number): string {
  return `linecheck: 1
id: telecom-hotline
extends: telecom-hotline
sections: [{ id: opening, criteria: [{ id: opening.greeting, weight: ${weight} }] }]
`
}
