import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { polyphonic } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/text/fold.ts'
import { pinyinTable } from '../../src/text/pinyin-table.ts'

const file = resolve(import.meta.dirname, '../../src/text/pinyin-table.ts')

/** All readings of all characters that folding leaves as they are, by pinyin-pro, as lines `syllable characters`. */
function listReadings(): string {
  const characters = ['〇']
  for (let code = 0x4e00; code <= 0x9fff; code++) characters.push(String.fromCharCode(code))
  const kept = characters.filter(character => fold(character) === character)
  const bySyllable = new Map<string, string>()
  polyphonic(kept.join(''), { toneType: 'none', type: 'array' }).forEach((readings, i) => {
    for (const syllable of new Set(readings)) {
      // Some rare characters have no reading, or one without a vowel; pinyin-pro gives the character itself.
      if (!/^[a-zü]*[aeiouü][a-zü]*$/.test(syllable)) continue
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + kept[i])
    }
  })
  return [...bySyllable]
    .map(([syllable, list]) => `${syllable} ${list}\n`)
    .sort()
    .join('')
}

describe('the table of readings', () => {
  it('holds what pinyin-pro knows', () => {
    const wanted = listReadings()
    if (process.env['UPDATE_GOLDEN']) {
      const written = readFileSync(file, 'utf8').replace(/= `[^]*`/, () => `= \`\n${wanted}\``)
      writeFileSync(file, written)
      return
    }
    expect(pinyinTable.trimStart() === wanted).toBe(true)
  })
})
