import { describe, expect, it } from 'vitest'
import { place, pointsInFrame, stepArea, stepPath } from './step-path.ts'

const frame = { from: 0, until: 100, max: 100 }

describe('a step path', () => {
  it('runs level to the next moment, then up or down, then level to the end', () => {
    const points = [
      { at: 20, value: 10 },
      { at: 60, value: 50 },
      { at: 80, value: 0 },
    ]
    expect(stepPath(points, frame)).toBe('M20 90H60V50H80V100H100V100')
  })

  it('begins at the edge with the value that held before the frame', () => {
    expect(stepPath([{ at: -50, value: 25 }], frame)).toBe('M0 75H100V75')
  })

  it('does not care in which order the points come', () => {
    const points = [
      { at: 60, value: 50 },
      { at: 20, value: 10 },
    ]
    expect(stepPath(points, frame)).toBe(stepPath(points.toReversed(), frame))
  })

  it('knows nothing of what comes after the frame', () => {
    expect(pointsInFrame([{ at: 200, value: 10 }], frame)).toEqual([])
  })

  it('draws nothing when there is nothing', () => {
    expect(stepPath([], frame)).toBe('')
    expect(stepArea([], frame)).toBe('')
  })

  it('is closed along the bottom to be filled', () => {
    expect(stepArea([{ at: 20, value: 10 }], frame)).toBe('M20 90H100V90V100H20Z')
  })

  it('stays finite when the frame has no length', () => {
    expect(place({ at: 5, value: 50 }, { from: 5, until: 5, max: 100 })).toEqual({ x: 0, y: 50 })
  })
})
