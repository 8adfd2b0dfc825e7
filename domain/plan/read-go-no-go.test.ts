import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'

const sheet = (text: string) => readPlan(text).go_no_go
const title = '# Permits: Go / No Go\n\n'

describe('a go/no-go sheet', () => {
  it('has its decision as written, and every prompt with owner, answer and note', () => {
    const text = `${title}## Decision: Good to go!

---

**Ben Castellano**: is monitoring configured and working as expected?
- Answer: Yes, since Monday

**Quentin Marsh**: are there any Sev1 bugs outstanding?
- Answer: No

**Priya Raman/AJ**: did you see numbers from the trial?
- Answer: not applicable

**Grace Okafor**: are you content?
- Answer:
`
    expect(sheet(text)).toEqual({
      decision: 'Good to go!',
      decision_kind: 'go',
      decision_line: 3,
      prompts: 4,
      answered: 3,
      items: [
        {
          n: 1,
          text: 'is monitoring configured and working as expected?',
          owner: 'Ben Castellano',
          answer: 'yes',
          note: 'since Monday',
          line: 7,
        },
        {
          n: 2,
          text: 'are there any Sev1 bugs outstanding?',
          owner: 'Quentin Marsh',
          answer: 'no',
          note: null,
          line: 10,
        },
        {
          n: 3,
          text: 'did you see numbers from the trial?',
          owner: 'Priya Raman/AJ',
          answer: 'not_applicable',
          note: null,
          line: 13,
        },
        {
          n: 4,
          text: 'are you content?',
          owner: 'Grace Okafor',
          answer: null,
          note: null,
          line: 16,
        },
      ],
    })
  })

  it('left as the template has no decision, no owner and no answer', () => {
    const text = `# \`Product Name\` Go / No Go
## Decision: \`Launch / Pause / Pivot\`
\`Name of responsible team member\`: are you confident we can handle the traffic?
- \`yes/no - any notes\`
`
    expect(sheet(text)).toMatchObject({
      decision: null,
      decision_kind: null,
      prompts: 1,
      answered: 0,
    })
    expect(sheet(text)?.items[0]?.owner).toBe(null)
  })

  it.each([
    ['Proceeding with Launch', 'launch'],
    ['Launch', 'launch'],
    ['Good to go!', 'go'],
    ['Pause until Friday', 'pause'],
    ['We postpone', 'pause'],
    ['Pivot', 'pivot'],
    ['NO-GO', 'no_go'],
    ['Not ready to launch', 'no_go'],
    ['See minutes', 'other'],
  ])('that decides %s is a %s', (decision, kind) => {
    expect(sheet(`${title}## Decision: ${decision}\n`)?.decision_kind).toBe(kind)
  })

  it.each([
    ['behind the question', 'Ben: is it tested by hand? Yes'],
    ['on the next line', 'Ben: is it tested by hand?\nYes'],
    ['in a quote', 'Ben: is it tested by hand?\n> Yes'],
    ['by a box', 'Ben: is it tested by hand?\n- [x] Yes\n- [ ] No'],
    ['nested in a list', '1. **Ben**: is it tested by hand?\n   - Yes'],
    ['below a heading', '### Ben: is it tested by hand?\nYes'],
    ['in a table', '| Owner | Question | Answer |\n|-|-|-|\n| Ben | is it tested by hand? | Yes |'],
  ])('may be answered %s', (_, text) => {
    expect(sheet(title + text)?.items).toMatchObject([{ owner: 'Ben', answer: 'yes' }])
  })

  it('is told from a plan that only has the words in its title', () => {
    const plan = '# Permits Go/No-Go and Phased Release Plan\n\n## Rollback\n\nTurn it off.\n'
    expect(readPlan(plan).kind).toBe('release_plan')
    expect(readPlan(`# Permits UAT Go / No-Go\n\nBen: is it tested by hand?\n- Yes`).kind).toBe(
      'go_no_go',
    )
  })
})
