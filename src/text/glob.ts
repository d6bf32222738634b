/**
 * Makes a pattern of paths into a test: `*` and `?` stand for any characters but `/`, `**` for any folders, `{a,b}` for
 * one of several. A pattern without `/` holds of the name alone, in whatever folder. `\` and `./` in paths are as `/`
 * and nothing. The time a test takes grows with the length of path and pattern, whatever they are.
 */
export function compileGlob(pattern: string): (path: string) => boolean {
  const plain = plainPath(pattern)
  const shapes = expandBraces(plain.includes('/') ? plain : `**/${plain}`).map(readShape)
  return path => {
    const characters = [...plainPath(path)]
    return shapes.some(shape => fits(shape, characters))
  }
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '')
}

/** `a{b,c}` as `ab` and `ac`. */
function expandBraces(pattern: string): readonly string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(pattern)
  if (!match) return [pattern]
  const [, before = '', choices = '', after = ''] = match
  return expandBraces(after).flatMap(rest => choices.split(',').map(choice => before + choice + rest))
}

/**
 * A step of a pattern: one character, any one, any number of them with or without slashes, or the way into folders that
 * need not be there and through them.
 */
type Step =
  | { readonly kind: 'character'; readonly character: string }
  | { readonly kind: 'one' | 'some' | 'any' | 'enter' | 'folders' }

function readShape(pattern: string): readonly Step[] {
  const steps: Step[] = []
  for (const [part] of pattern.matchAll(/(?<![^/])\*\*+\/|\*+|[^*]/gsu)) {
    if (part.endsWith('/') && part.length > 1) steps.push({ kind: 'enter' }, { kind: 'folders' })
    else if (part.startsWith('*')) steps.push({ kind: part.length > 1 ? 'any' : 'some' })
    else steps.push(part === '?' ? { kind: 'one' } : { kind: 'character', character: part })
  }
  return steps
}

/** Follows all ways through the steps at once. */
function fits(shape: readonly Step[], characters: readonly string[]): boolean {
  let at = reach(shape, [0])
  for (const character of characters) {
    const next: number[] = []
    for (const place of at) {
      const step = shape[place]
      if (!step) continue
      if (step.kind === 'character' ? step.character === character : step.kind === 'one' && character !== '/')
        next.push(place + 1)
      else if (step.kind === 'any' || (step.kind === 'some' && character !== '/')) next.push(place)
      else if (step.kind === 'folders') next.push(place, ...(character === '/' ? [place + 1] : []))
    }
    at = reach(shape, next)
  }
  return at.has(shape.length)
}

/** The places, and those behind steps that may stand for nothing. */
function reach(shape: readonly Step[], places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>()
  const open = [...places]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue
    found.add(place)
    const kind = shape[place]?.kind
    if (kind === 'some' || kind === 'any') open.push(place + 1)
    if (kind === 'enter') open.push(place + 1, place + 2)
  }
  return found
}
