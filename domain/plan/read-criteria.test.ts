import { describe, expect, it } from 'vitest'
import { criterionWords } from '../rollout/criterion.ts'
import { criteriaOfStage, type PlanCriterion, readCriteria } from './read-criteria.ts'

const told = (found: readonly PlanCriterion[]) =>
  found.map(({ text, criterion }) =>
    criterion ? `${criterion.name} ${criterionWords(criterion)}` : `? ${text}`,
  )

const PLAN = `# Release Plan: bus passes

## Step 3: Production rollout

### Define the Rollback process

- Success criteria for the rollback: error rate above 5%

### Phase II: Staged Rollout

#### Rollout Planning

- What metrics-based criteria will you look at before advancing rollout to the next stage ("success criteria")?:
  - Error rate under 1%
  - Fewer than 5 calls to the contact center
  - Passes look right
  - Abandonment rate:
- Links to dashboard(s) showing "success criteria" metrics: https://dashboards.example.gov/passes

### Stage A: Canary - 1% of users

#### Planning

- Length of time: 2 days
- Percentage of Users: 1%

#### Results

- Metrics at this stage (per your "success criteria"): error rate under 3%

### Stage B: 25% of users

#### Planning

- Length of time: 1 week
- Percentage of Users: 25%
- Success criteria: silent failures = 0; error rate < 0.5%, p95 latency at most 800 ms
- Advancement criteria: the queue drains, no lost passes
- Exit criteria: page views: TBD

## Post Launch metrics

- Post-launch KPI 1: at least 500 passes a week
- Post-launch KPI 2: people are content
- Post-launch KPI 3: xx lorem ipsum

### 1-week results

- Post-launch KPI 1 actual: 620
`

const lineOf = (words: string) => PLAN.split('\n').findIndex((line) => line.includes(words)) + 1

describe('the criteria of a plan', () => {
  const criteria = readCriteria(PLAN)

  it('are those of the whole rollout, each plain one with its figure and the rest in its words', () => {
    expect(told(criteria.general)).toEqual([
      'Error rate < 1 %',
      'Calls to the contact center < 5',
      '? Passes look right',
    ])
    expect(criteria.general[0]?.line).toBe(lineOf('Error rate under 1%'))
  })

  it('of a stage are its own before the general ones, and never its results', () => {
    expect(told(criteriaOfStage(criteria, lineOf('Stage A')))).toEqual(told(criteria.general))
    expect(told(criteriaOfStage(criteria, lineOf('Stage B')))).toEqual([
      'Silent failures = 0',
      'Error rate < 0.5 %',
      'P95 latency ≤ 800 ms',
      '? the queue drains',
      'Lost passes = 0',
      'Calls to the contact center < 5',
      '? Passes look right',
    ])
  })

  it('after launch are the KPIs, without placeholders and without what they came to', () => {
    expect(told(criteria.kpis)).toEqual(['Passes a week ≥ 500', '? people are content'])
  })

  it('may stand below a heading of their own, or in a table of KPIs', () => {
    const text = `# Release Plan

## Success Criteria

- No silent failures
- Downstream confirmation

## KPIs

| Metric | Target | 1 week | 1 month |
| --- | --- | --- | --- |
| Error rate | < 1 % | | |
| Satisfaction | high | | |
| Calls | 20 | | |
`
    const { general, kpis } = readCriteria(text)
    expect(told(general)).toEqual(['Silent failures = 0', '? Downstream confirmation'])
    expect(told(kpis)).toEqual(['Error rate < 1 %', '? Satisfaction: high', '? Calls: 20'])
  })

  it('are none in an untouched template', () => {
    const untouched = `# Release Plan

### Rollout Planning

- What metrics-based criteria will you look at before advancing rollout to the next stage ("success criteria")?: [use your KPIs to help guide this. It could be things like *abandonment rate < 20%*, *error rate < 5%*]
  - [FILL_IN] : KPIs

## Post Launch metrics

- Post-launch KPI 1: [FILL_IN]
`
    expect(readCriteria(untouched)).toEqual({ general: [], ofStage: new Map(), kpis: [] })
    expect(readCriteria('')).toEqual({ general: [], ofStage: new Map(), kpis: [] })
  })
})
