import { describe, expect, test } from 'vitest'
import { stageName, stageTicks } from './stage-ticks.ts'

describe('the stages of a plan as ticks', () => {
  test('stand by percentage, each once, without those that have none', () => {
    const stages = [
      { label: 'Stage B: 25% of users', percentage: 25 },
      { label: 'Stage A: Canary', percentage: 5 },
      { label: 'Retrospective', percentage: null },
      { label: 'Stage B again', percentage: 25 },
    ]
    expect(stageTicks(stages)).toEqual([
      { value: 5, label: 'Stage A: Canary' },
      { value: 25, label: 'Stage B' },
    ])
  })

  test('are called what the heading says beside the percentage', () => {
    expect(stageName('Stage C: 50% of users')).toBe('Stage C')
    expect(stageName('Canary (1%)')).toBe('Canary')
    expect(stageName('Launch to 12.5%')).toBe('Launch')
    expect(stageName('Wave 2 - every person who has an account and came by in the last year')).toBe(
      'Wave 2',
    )
    expect(stageName('100%')).toBe('Stage')
  })
})
