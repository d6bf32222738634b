import { describe, expect, it } from 'vitest'
import { judgeFigure, meetsTarget, parseTarget } from '../../src/metrics/target.ts'
import type { MetricValue } from '../../src/model/metric.ts'

const meets = (figure: number, target: string | number): boolean => meetsTarget(figure, parseTarget(target)!)
const figure = (value: number | null, low?: number, high?: number): MetricValue => ({
  value,
  n: 10,
  low,
  high,
  unknown: 0,
  against: { total: 0, shown: [] },
  parts: []
})

describe('a target', () => {
  it.each([
    ['>= 80%', 0.8, true],
    ['≥80%', 0.799, false],
    ['> 80%', 0.8, false],
    ['<= 20', 20, true],
    ['< 20', 20, false],
    ['< 3min', 179.9, true],
    ['< 3min', 180, false],
    ['<= 1.5h', 5400, true],
    ['100%', 1, true],
    ['100%', 0.999, false],
    [0, 0, true],
    [0, 1, false],
    ['60%..80%', 0.6, true],
    ['60%..80%', 0.81, false],
    ['-5..5', -5, true],
    ['= 4', 4, true]
  ])('%s, and the figure %d', (target, value, expected) => {
    expect(meets(value, target)).toBe(expected)
  })

  it('is met by the same share however it came about', () => {
    expect(meets(999 / 1000, '>= 99.9%')).toBe(true)
    expect(meets(0.1 + 0.2, '<= 0.3')).toBe(true)
  })

  it.each(['', 'good', '80', '>= about 80%', '80%..60%', '60%..80', '>=', '20 s 30'])(
    '%j is none, or a plain number',
    written => {
      expect(parseTarget(written)?.unit ?? 'none').toBe(written === '80' ? 'number' : 'none')
    }
  )

  it('is neither met nor missed without a figure', () => {
    expect(judgeFigure(figure(null), parseTarget('>= 80%')).verdict).toBe('none')
    expect(judgeFigure(figure(0.5), undefined).verdict).toBeUndefined()
  })

  it('is close where the interval holds its edge', () => {
    const target = parseTarget('>= 80%')
    expect(judgeFigure(figure(0.82, 0.75, 0.9), target)).toMatchObject({ verdict: 'met', close: true })
    expect(judgeFigure(figure(0.82, 0.81, 0.9), target).close).toBeUndefined()
    expect(judgeFigure(figure(0.82), target).close).toBeUndefined()
  })
})
