import { describe, expect, it } from 'vitest'
import { type SectionName, sectionContents, sectionHashes } from './sections.ts'

const plan = `# Permit Release Plan

## Step 1: Development

| Toggle name | Description |
| ----------- | ----------- |
| permit_renewal | Opens the renewal page |
| permit_receipts | Sends receipts |

## Step 2: Validation

- [ ] Follow best practices for QA.
- [x] Walk through the renewal on three phones.

## Step 3: Production rollout

### Define the Rollback process

Ben turns the toggle off if error rate > 5%.

#### If it is night

- Fern is called.

### Phase I: moderated production testing (also known as UAT)

#### Planning

- Desired number of users: 6

#### Results

- Number of users: 6

### Phase II: Staged Rollout

#### Rollout Planning

- Desired date range: 3/2/2026 - 3/16/2026
- Who is monitoring the dashboard(s)?: Ben

### Stage A: Canary

#### Planning

- Length of time: 2 days (actual: 3)
- Percentage of Users (and roughly how many users do you expect this to be): 5%

#### Results

- Number of unique users: 61

### Stage B: 100% of users

- Length of time: open

## Points of Contact

- Priya Raman - Program Manager

## Go Live!

- Desired date: 3/16/2026
- Actual date: 3/17/2026

## Post Launch metrics

### 1-week results

- Number of unique users: [FILL_IN]

## Post-launch Questions

1. How do the KPIs you gathered compare to your pre-launch definition(s) of "success"?
`

function changedBy(...edits: [string, string][]): SectionName[] {
  let edited = plan
  for (const [from, to] of edits) {
    expect(edited).toContain(from)
    edited = edited.replace(from, to)
  }
  const before = Object.entries(sectionHashes(plan))
  const after = new Map<string, string>(Object.entries(sectionHashes(edited)))
  const names: SectionName[] = [
    'toggles',
    'validation',
    'staged_rollout',
    'rollback',
    'uat',
    'stages',
    'contacts',
    'post_launch',
  ]
  return names.filter((name) =>
    before.some(([key, hash]) => key === name && after.get(key) !== hash),
  )
}

describe('what a sign-off rests on', () => {
  it.each<[string, SectionName[], ...[string, string][]]>([
    ["a toggle's key", ['toggles'], ['permit_receipts', 'permit_slips']],
    ["a toggle's description", ['toggles'], ['Sends receipts', 'Sends no receipts']],
    ['a validation prompt', ['validation'], ['three phones', 'two phones']],
    [
      'a validation prompt taken out',
      ['validation'],
      ['- [ ] Follow best practices for QA.\n', ''],
    ],
    ['the rollback text', ['rollback'], ['turns the toggle off', 'waits']],
    ['a sign in the rollback text', ['rollback'], ['> 5%', '< 5%']],
    ['an own heading in it', ['rollback'], ['If it is night', 'If it is day']],
    ["a stage's percentage", ['stages'], ['this to be): 5%', 'this to be): 15%']],
    ["a stage's duration", ['stages'], ['2 days', '2 hours']],
    ["a stage's name", ['stages'], ['Stage A: Canary', 'Stage A: Pilot']],
    ['the planned dates', ['stages'], ['3/2/2026 -', '3/3/2026 -']],
    ['who watches', ['stages'], ['dashboard(s)?: Ben', 'dashboard(s)?: Fern']],
    [
      'the number of testers',
      ['uat'],
      ['Desired number of users: 6', 'Desired number of users: 2'],
    ],
    ['the day of going live', ['post_launch'], ['Desired date: 3/16', 'Desired date: 3/15']],
    [
      'a decision on staging',
      ['staged_rollout'],
      ['### Define', '### Do I need a staged rollout?\n\nYes\n\n### Define'],
    ],
  ])('changes with %s', (_, sections, ...edits) => {
    expect(changedBy(...edits)).toEqual(sections)
  })

  it.each<[string, ...[string, string][]]>([
    ['a contact', ['Priya Raman', 'Alma Reyes']],
    ['a tick', ['- [ ] Follow', '- [x] Follow']],
    ['a result of a stage', ['unique users: 61', 'unique users: 80']],
    ['how long a stage really took', ['(actual: 3)', '(actual: 4)']],
    [
      'a result of the acceptance test',
      ['Number of users: 6\n\n### Phase II', 'Number of users: 5\n\n### Phase II'],
    ],
    ['a check-in', ['unique users: [FILL_IN]', 'unique users: 4,210']],
    ['the actual date', ['Actual date: 3/17/2026', 'Actual date: 3/18/2026']],
    ['an answer after launch', ['of "success"?', 'of "success"? Better.']],
    [
      'quotes, dashes, emphasis and case',
      ['Ben turns the', '**Ben** turns  the'],
      ['3/2/2026 - 3/16', '3/2/2026 – 3/16'],
      ['Opens the renewal page', 'opens the *renewal* page'],
    ],
    [
      'the wording of a known heading',
      ['### Define the Rollback process', '## **Rollback Plan:**'],
      ['## Step 2: Validation', '# VALIDATION'],
    ],
    [
      'words of the template',
      [
        '## Step 2: Validation\n',
        "## Step 2: Validation\n\nBefore enabling your feature toggle in production, you'll need to:\n",
      ],
    ],
    [
      'the order of toggles',
      [
        '| permit_renewal | Opens the renewal page |\n| permit_receipts | Sends receipts |',
        '| permit_receipts | Sends receipts |\n| permit_renewal | Opens the renewal page |',
      ],
    ],
    ['the form of a list', ['- Fern is called.', '1. Fern is called.']],
    [
      'where the contacts stand',
      ['## Points of Contact\n\n- Priya Raman - Program Manager\n\n', ''],
      ['## Step 2', '## Points of Contact\n\n- Priya Raman - Program Manager\n\n## Step 2'],
    ],
    ['a comment', ['## Step 2', '<!-- markdownlint-disable -->\n\n## Step 2']],
    ['line ends', ['6\n\n### Phase II', '6\r\n\r\n### Phase II']],
  ])('does not change with %s', (_, ...edits) => {
    expect(changedBy(...edits)).toEqual([])
  })

  it('shows where each section stands, and its text', () => {
    const contents = sectionContents(plan)
    expect(contents.rollback.lines).toEqual([17, 23])
    expect(contents.rollback.source).toBe(
      '### Define the Rollback process\n\nBen turns the toggle off if error rate > 5%.\n\n#### If it is night\n\n- Fern is called.',
    )
    expect(contents.contacts).toEqual({
      content: null,
      lines: [57, 59],
      source: '## Points of Contact\n\n- Priya Raman - Program Manager',
    })
    expect(contents.staged_rollout.lines).toBe(null)
  })
})
