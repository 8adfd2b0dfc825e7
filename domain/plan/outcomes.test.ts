import { describe, expect, test } from 'vitest'
import { outcomesOf } from './outcomes.ts'
import { readPlan } from './read-plan.ts'

const plan = `# Release Plan: Claim status letters

### Phase I: moderated production testing (also known as User Acceptance Testing, or UAT)

#### Planning

- Desired number of users: 5

#### Results

- Number of users: 5

### Stage A: 25% of users

#### Planning

- Length of time: 2 days
- Percentage of Users: 25%

#### Results

- Number of unique users: 412

### Stage B: 100% of users

#### Planning

- Percentage of Users: 100%

#### Results

- Number of unique users: [FILL_IN]

## Post Launch metrics

### 1-week results

The error rate held at 0.4 %.

### 1-month results

- Number of unique users: [FILL_IN]
`

describe('what came of a plan', () => {
  const { stages, other, check_ins } = outcomesOf(plan, readPlan(plan))

  test('stands beside each stage, and is nothing while the template stands there', () => {
    expect(stages.map(({ percentage, results }) => ({ percentage, results }))).toEqual([
      { percentage: 25, results: '- Number of unique users: 412' },
      { percentage: 100, results: null },
    ])
  })

  test('of no stage is told by its heading', () => {
    expect(other).toEqual([
      { heading: expect.stringMatching(/^Phase I/), line: 3, text: '- Number of users: 5' },
    ])
  })

  test('is told of each check-in', () => {
    expect(check_ins).toMatchObject([
      { check_in: 'one_week', state: 'answered', text: 'The error rate held at 0.4 %.' },
      { check_in: 'one_month', state: 'template', text: null },
    ])
  })
})
