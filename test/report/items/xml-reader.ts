import { SaxesParser } from 'saxes'

/** An element as a strict parser reads it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

/** Parses XML 1.0; throws at the first thing that is not well formed. */
export function readXml(text: string): Element {
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' }
  const open: { name: string; attributes: Record<string, string>; children: Element[]; text: string }[] = [
    root
  ]
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', part => void (open.at(-1)!.text += part))
  parser.write(text).close()
  return root.children[0]!
}
