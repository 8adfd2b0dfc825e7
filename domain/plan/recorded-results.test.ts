import { describe, expect, test } from 'vitest'
import { planTemplate, USUAL_SHARES } from './plan-template.ts'
import { recordedResults } from './recorded-results.ts'

const plan = `# Release Plan: Claim status letters

### Stage A: 25% of users

#### Planning

- Length of time: 2 days

#### Results

- Number of unique users: 412
- Types of errors logged: none

### Stage B: 100% of users

#### Results

- Number of unique users: [FILL_IN]

## Post Launch metrics

### 1-week results

The error rate held at 0.4 %.

## Glossary

Nothing of this is a result.
`

describe('what a plan records of what came of it', () => {
  test('is each part below its stage or its own heading, in the words that stand there', () => {
    expect(recordedResults(plan)).toEqual([
      {
        kind: 'results',
        heading: 'Stage A: 25% of users',
        lines: [3, 12],
        source: '- Number of unique users: 412\n- Types of errors logged: none',
        answered: true,
      },
      {
        kind: 'results',
        heading: 'Stage B: 100% of users',
        lines: [14, 18],
        source: '- Number of unique users: [FILL_IN]',
        answered: false,
      },
      {
        kind: 'one_week',
        heading: '1-week results',
        lines: [22, 24],
        source: 'The error rate held at 0.4 %.',
        answered: true,
      },
    ])
  })

  test('is answered nowhere in a new plan, which asks for all of it', () => {
    const asked = recordedResults(planTemplate({ product: 'Letters', shares: USUAL_SHARES }))
    expect(asked.filter(({ answered }) => answered)).toEqual([])
    expect(asked.map(({ kind }) => kind)).toEqual([
      ...Array<string>(1 + USUAL_SHARES.length).fill('results'),
      'one_week',
      'one_month',
      'questions',
    ])
  })

  test('is nothing in a text without such parts', () => {
    expect(recordedResults('')).toEqual([])
    expect(recordedResults('# Plan\n\nWords.\n')).toEqual([])
  })
})
