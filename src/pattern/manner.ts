/** How the phrases of `words`, `sounds` and `like` are compared with what was said. */
export type Manner =
  /** Only where words begin and end. */
  | { readonly kind: 'words' }
  /** By the sounds of their characters. */
  | { readonly kind: 'sounds' }
  /** As a sentence that was said nearly so. */
  | { readonly kind: 'like'; readonly similarity: number; readonly sound: boolean }

/** What phrases that are looked for together have in common. */
export function mannerKey(manner: Manner): string {
  return manner.kind === 'like' ? `like/${manner.similarity}/${manner.sound}` : manner.kind
}

/** A character alone sounds like too many others to be told by its sound. */
export const SHORTEST_SOUND = 2
