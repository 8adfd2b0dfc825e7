import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'

const week = (text: string) => readPlan(text).check_ins.one_week
const month = (text: string) => readPlan(text).check_ins.one_month

describe('a check-in', () => {
  it('is absent where no part asks for it', () => {
    expect(week('## Post Launch metrics\n\nWe recommend one-week and one-month check-ins.')).toBe(
      'absent',
    )
  })

  it.each([
    ['the template', '- Number of unique users: [FILL_IN]\n- If yes, what: [FILL_IN]'],
    [
      'choices',
      '- Any changes necessary based on the logs, feedback on user challenges, or VA challenges? [PICK_ONE]: yes | no |  N/A',
    ],
    ['labels of the team', '- Error rate:\n- Sessions to complete\n- Opened letters'],
    ['dots', '- **Number of users:**\n     - ...'],
    ['lorem ipsum', '- Types of errors logged: lorem ipsum\n- Number of users: x'],
    ['targets', '| KPI | Target | Actual |\n|-|-|-|\n| permits | 200 | |'],
    [
      'the template hint',
      '_To be completed once you have gathered your initial set of data, as outlined above._',
    ],
  ])('with only %s is the template', (_, body) => {
    expect(week(`### 1-week results\n\n${body}\n`)).toBe('template')
  })

  it.each([
    ['a number', '- Number of unique users: 4,210'],
    [
      'a no',
      '- Any changes necessary based on the logs, feedback on user challenges, or VA challenges? [PICK_ONE]: No',
    ],
    ['not applicable', '- Types of errors logged: N/A'],
    ['a sentence', 'All went well.'],
    ['a filled column', '| KPI | Target | Actual |\n|-|-|-|\n| permits | 200 | 231 |'],
    ['a picture', '![permits by day](permits.png)'],
    ['a nested answer', '- **Types of errors logged:**\n     - two timeouts at noon'],
  ])('with %s is answered', (_, body) => {
    expect(week(`### 1-week results\n\n${body}\n`)).toBe('answered')
  })

  it.each([
    '## One Week Results (Jan 13-19)',
    '**1 week results:**',
    '### Week 1 check-in',
    '#### 7-day results',
    '### 1-week resuls',
  ])('is known by %s', (heading) => {
    expect(week(`${heading}\n\n- Number of users: 12`)).toBe('answered')
  })

  it('may be a line or a column of its own', () => {
    const table = '| KPI | Target | 1 week | 1 month |\n|-|-|-|-|\n| permits | 200 | 231 | |'
    expect([week(table), month(table)]).toEqual(['answered', 'template'])
    const lines = '## Post launch\n- 1 week: no complaints\n- 1 month: TBD'
    expect([week(lines), month(lines)]).toEqual(['answered', 'template'])
  })

  it('is scoped by its own heading', () => {
    const text = '### 1-week results\n- users: 40\n### 1-month results\n- users:'
    expect([week(text), month(text)]).toEqual(['answered', 'template'])
  })
})
