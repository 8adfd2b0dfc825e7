import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readStages } from './read-stages.ts'

const stages = (text: string) =>
  readStages(planText(text)).map(({ label, percentage }) => [label, percentage])

describe('the stages of a plan', () => {
  it('are sections with their share, soak and dates, scoped by their heading', () => {
    const text = `# Permit Release Plan
### Stage A: Canary
#### Planning
- Length of time: 2 days, starting 4/20/26 (*minimum 2 hours*)
- Percentage of Users (and roughly how many users do you expect this to be): 5%
#### Results
- Number of unique users: 40% more than hoped
### Stage B: 25% of users
#### Planning
- Length of time: [FILL_IN] (*minimum 2 hours*)
- Percentage of Users (and roughly how many users do you expect this to be): 25%
`
    expect(readStages(planText(text))).toEqual([
      {
        label: 'Stage A: Canary',
        percentage: 5,
        soak: '2 days, starting 4/20/26',
        dates: '4/20/26',
        line: 2,
      },
      { label: 'Stage B: 25% of users', percentage: 25, soak: null, dates: null, line: 8 },
    ])
  })

  it('may be bold labels with their fields below', () => {
    const text = `## Phased rollout
**Canary Phase**
- **Audience**: Internal only
- **Duration**: until ten permits went through

**Stage 1**
- **Audience**: 1% of live traffic
- **Advancement Criteria**:
  - at most 35% go to the desk
`
    expect(stages(text)).toEqual([
      ['Canary Phase', null],
      ['Stage 1', 1],
    ])
  })

  it('may be list items, the name ending where date, duration or remark begins', () => {
    const text = `## Staged Rollout Schedule
1. Stage A: 10% of users on 1/6 (Monday)
2. Stage B: 50% of users on 1/8 (Wednesday) + a poster
3. Stage C: Old page redirects on ❓ to make it known
`
    expect(readStages(planText(text)).map(({ label, dates }) => [label, dates])).toEqual([
      ['Stage A: 10% of users', '1/6'],
      ['Stage B: 50% of users', '1/8'],
      ['Stage C: Old page redirects', null],
    ])
    expect(
      stages('## Phased Rollout\n- 25% of users (1 week)\n  - Dates: TBD\n- 100% of users'),
    ).toEqual([
      ['25% of users', 25],
      ['100% of users', 100],
    ])
  })

  it('may be rows of a table, each once however often tables repeat them', () => {
    const text = `## Rollout
|Launch %|Time Frame|Planned Date Range|
|-|-|-|
| Launch to 25% | 1 week | week of 03/02/2026 |
| Launch to 100% | 1 week | mm/dd/yyyy |

## Go Live!
|Launch %|Desired Date|
|-|-|
| Launch to 25% | 03/02/2026 |
| Launch to 100% | TBD |
`
    expect(readStages(planText(text))).toEqual([
      {
        label: 'Launch to 25%',
        percentage: 25,
        soak: '1 week',
        dates: 'week of 03/02/2026',
        line: 4,
      },
      { label: 'Launch to 100%', percentage: 100, soak: '1 week', dates: null, line: 5 },
    ])
  })

  it('may be one line of prose', () => {
    expect(stages('## Rollout\nSmall % release, then 100% to all residents')).toEqual([
      ['Small % release', null],
      ['100% to all residents', 100],
    ])
    expect(stages('## Rollout\n10% → 50% → 100%')).toEqual([
      ['10%', 10],
      ['50%', 50],
      ['100%', 100],
    ])
  })

  it('are the sections where an overview lists them too', () => {
    const text = `| Phase | Duration | Users |
|-|-|-|
| Phase 1: first look | 1 day | 5% of users |
| Phase 2 | 1 day | 100% of users |

### Phase 1: Canary
- Percentage of Users: 5%
### Phase 2: 100% of users
`
    expect(stages(text)).toEqual([
      ['Phase 1: Canary', 5],
      ['Phase 2: 100% of users', 100],
    ])
  })

  it.each([
    ['acceptance tests', '## Phase I: UAT\n- Desired number of users: 10% of the team'],
    ['the rollout as a whole', '## Phase II: Staged Rollout (25%, then 100%)\nWords.'],
    ['going live', '## Phase 3: Go Live!\n- Desired date: 3/3'],
    ['results of a stage', '### Stage A Results (Jan 6-8)\n- 10% of users'],
    ['criteria', '## Success criteria\n- 25%/50%: few calls\n- 100% of permits arrive'],
    ['items below a criterion', '## Rollout\n- Volume:\n  - Canary: 20 permits\n  - 25%: more'],
    ['steps of a day', '## Rollout\n- Day 1: open review pages to 100% of residents with a draft'],
    ['a table of contents', '## Rollout\n- [Stage A: Canary](#stage-a)'],
    ['struck out', '## Rollout\n- ~~10% of users~~'],
    [
      'what to do on a rollback',
      '## Rollback\n| Phase | Action |\n|-|-|\n| Stage A (1%) | turn off |',
    ],
  ])('are not %s', (_, text) => {
    expect(stages(text)).toEqual([])
  })

  it.each([
    ['0%', 0],
    ['12.5%', 12.5],
    ['20% of daily submissions, 10-15 users', 20],
    ['[2]%', 2],
    ['25', 25],
    ['All users', 100],
    ['x% (500 users) (_~500 users, or at most 10%_)', null],
    ['[FILL_IN]% (*Recommendation: 1% of users*)', null],
    ['100% of internal testers', null],
    ['500 users', null],
    ['TBD', null],
  ])('take %s for a share as a reader would', (said, share) => {
    const text = `### Stage A: Canary\n- Percentage of Users (and roughly how many users do you expect this to be): ${said}`
    expect(stages(text)).toEqual([['Stage A: Canary', share]])
  })

  it.each([
    ['the last one ends at 100', 'Stage C: 100% of users', 75, 100],
    ['the body where both fit', 'Stage B: 25% of users', 40, 40],
    ['the one that rises', 'Stage B: 25% of users', 5, 25],
  ])('settle a clash of name and body: %s', (_, label, body, settled) => {
    const at = label.includes('C:') ? '' : '### Stage D: 100% of users\n'
    const text = `### Stage A: 10% of users\n### ${label}\n- Percentage of Users: ${body}%\n${at}`
    expect(stages(text)[1]).toEqual([label, settled])
  })
})
