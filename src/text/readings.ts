import { pinyinTable } from './pinyin-table.ts'

/** A syllable without its tone, as a number. */
export type Reading = number

interface Table {
  readonly readings: ReadonlyMap<number, readonly Reading[]>
  readonly characters: readonly string[]
  readonly blurred: readonly Reading[]
}

let table: Table | undefined

/** The readings of a folded character (a UTF-16 unit); none for what is no Chinese character. */
export function readingsOf(unit: number): readonly Reading[] {
  return (table ??= readTable()).readings.get(unit) ?? none
}

/** All characters that have one of the readings of this one, itself among them; empty where it has none. */
export function listHomophones(unit: number): string {
  const { characters } = (table ??= readTable())
  return [...new Set(readingsOf(unit).flatMap(reading => [...characters[reading]!]))].join('')
}

/**
 * One reading for all that recognisers confuse with this one: zh/z, ch/c, sh/s, n/l and f/h at the beginning,
 * ang/an, eng/en and ing/in at the end.
 */
export function blurReading(reading: Reading): Reading {
  return (table ??= readTable()).blurred[reading]!
}

const none: readonly Reading[] = []

// Made when it is first needed: most standards never compare sounds.
function readTable(): Table {
  const readings = new Map<number, Reading[]>()
  const characters: string[] = []
  const blurs = new Map<string, Reading>()
  const blurred: Reading[] = []
  for (const line of pinyinTable.trim().split('\n')) {
    const [syllable = '', list = ''] = line.split(' ')
    const reading = characters.push(list) - 1
    const blur = blurSyllable(syllable)
    if (!blurs.has(blur)) blurs.set(blur, reading)
    blurred.push(blurs.get(blur)!)
    for (let i = 0; i < list.length; i++) {
      const unit = list.charCodeAt(i)
      const known = readings.get(unit)
      if (known) known.push(reading)
      else readings.set(unit, [reading])
    }
  }
  return { readings, characters, blurred }
}

function blurSyllable(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/^f/, 'h')
    .replace(/(?<=[aei]n)g$/, '')
}
