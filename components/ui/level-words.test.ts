import { describe, expect, it } from 'vitest'
import { levelWords, percentWords } from './level-words.ts'

describe('the words for a level', () => {
  it.each([
    [0, 'Off'],
    [0.001, '0.001\u00a0%'],
    [25, '25\u00a0%'],
    [99.9999, '100\u00a0%'],
    [100, 'On'],
  ])('of %d are "%s"', (percent, words) => {
    expect(levelWords(percent)).toBe(words)
  })

  it('show no dust of binary fractions', () => {
    expect(percentWords(0.1 + 0.2)).toBe('0.3\u00a0%')
  })
})
