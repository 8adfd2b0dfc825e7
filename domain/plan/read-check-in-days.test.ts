import { describe, expect, it } from 'vitest'
import { dayText } from './findings/day.ts'
import { readCheckInDays } from './read-check-in-days.ts'

const read = (text: string) => {
  const { one_week: week, one_month: month } = readCheckInDays(text)
  return [week && dayText(week), month && dayText(month)]
}

describe('the days of the check-ins', () => {
  it.each([
    [
      '### 1-week results (12/1/2026)\n\n### 1-month results (2026-12-24)',
      '12/1/2026',
      '12/24/2026',
    ],
    ['### 1-week results\n\n- Date: 12/1/2026\n- Number of unique users: 40', '12/1/2026', null],
    [
      '## Post Launch metrics\n\n- 1-week check-in: December 1, 2026\n- 1-month check-in: 12/24/26',
      '12/1/2026',
      '12/24/2026',
    ],
    [
      '| Check-in | Date |\n| --- | --- |\n| 1-week | 12/1 |\n| 1-month | 12/24/2026 |',
      '12/1',
      '12/24/2026',
    ],
  ])('are read from %j', (text, week, month) => {
    expect(read(text)).toEqual([week, month])
  })

  it.each([
    '### 1-week results\n\n- Number of unique users: 40 on 12/1/2026\n- Errors since 11/30: none',
    '### 1-week results (12/1/2026 - 12/3/2026)',
    '### 1-week results (12/1/2026)\n\n- Date: 12/2/2026',
    '- 1-week check-in: error rate held at 0.4 % from 12/1/2026',
    '### 1-week results',
    '',
  ])('are not guessed from %j', (text) => {
    expect(read(text)).toEqual([null, null])
  })
})
