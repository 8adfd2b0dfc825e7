import { describe, expect, it } from 'vitest'
import { spaced } from './step-chart-plot.tsx'

describe('the levels that are written beside a chart', () => {
  it('keep their distance, with both ends always there', () => {
    expect(spaced([0, 1, 5, 10, 12, 25, 50, 95, 100])).toEqual([100, 50, 25, 12, 0])
  })
})
