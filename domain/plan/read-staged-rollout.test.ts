import { describe, expect, it } from 'vitest'
import { readPlan } from './read-plan.ts'

const heading = '### Do I need a staged rollout?'
const boilerplate =
  '**Yes**, a staged rollout is required unless you can confidently answer "yes" to all of the following:'
const statements = [
  'This change does not add substantial new functionality to VA.gov',
  'This change does not impact user flows through tasks',
  'This change does not affect traffic to backend services',
]
const read = (...lines: string[]) => readPlan(lines.join('\n\n')).staged_rollout
const listed = (answers: string[]) =>
  statements.map((text, n) => `- ${text} ${answers[n]}`).join('\n')

describe('the answer to the question of a staged rollout', () => {
  it('is not the sentence that the template brings', () => {
    expect(read(heading, boilerplate, listed(['', '', '']))).toEqual({
      required: null,
      answers: [null, null, null],
      line: 1,
    })
  })

  it('is no when all three statements are answered yes', () => {
    expect(read(heading, boilerplate, listed(['**Yes**', '- yes', '(YES)']))).toEqual({
      required: false,
      answers: [true, true, true],
      line: 1,
    })
  })

  it('is yes when a statement is answered no', () => {
    expect(read(heading, boilerplate, listed(['Yes', '**No**', 'yes']))).toMatchObject({
      required: true,
      answers: [true, false, true],
    })
  })

  it('may answer the statements with boxes, marks, a row, or below', () => {
    const yes = { required: false, answers: [true, true, true] }
    const table = statements.map((text) => `| ${text} | Yes |`).join('\n')
    const below = statements.map((text) => `- ${text}\n  - Yes`).join('\n')
    const pairs = statements.map((text) => `- ${text}\n  - [x] Yes\n  - [ ] No`).join('\n')
    const boxes = statements.map((text) => `- [x] ${text}`).join('\n')
    expect(read(heading, `| Statement | Answer |\n|-|-|\n${table}`)).toMatchObject(yes)
    expect(read(heading, below)).toMatchObject(yes)
    expect(read(heading, pairs)).toMatchObject(yes)
    expect(read(heading, boxes)).toMatchObject(yes)
    expect(read(heading, listed(['✅', '✅', '✅']))).toMatchObject(yes)
  })

  it.each([
    ['- Yes', true],
    ['**Yes**\n\nDates follow.', true],
    ['No, this only changes a sentence.', false],
    ['Not needed', false],
    ['- [ ] Yes\n- [x] No', false],
    ['We will do a staged rollout to be careful.', true],
    ['> No.', false],
    ['TBD', null],
    ['- [ ] Yes\n- [ ] No', null],
    ['Residents on a list get in first.', null],
  ])('is read from own words below: %s', (words, required) => {
    expect(read(heading, words).required).toBe(required)
  })

  it.each([
    ['### Do I need a staged rollout? => YES', true],
    ['### Do I need a staged rollout? -> TODO: Perhaps not.', null],
    ['## Is a staged roll-out needed? **No**', false],
    ['- Do I need a stagged rollout? Yes', true],
  ])('may stand behind the question: %s', (line, required) => {
    expect(read(line).required).toBe(required)
  })

  it('is no when the template sentence was turned into a no', () => {
    expect(read(heading, boilerplate.replace('Yes', 'No'), listed(['', '', ''])).required).toBe(
      false,
    )
  })

  it('is no where a plan without stages of its own plainly refuses staging elsewhere', () => {
    const refusal = 'The records move at once, so it is impractical to do a phased/canary roll-out.'
    expect(read('# Permit Release Plan', refusal).required).toBe(false)
    expect(read('# Plan', refusal, '## Rollout', '- 10% of users (2 days)').required).toBe(null)
    expect(read('If there are no issues, we continue the phased rollout.').required).toBe(null)
  })
})
