import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readValidation } from './read-validation.ts'

describe('what must be validated', () => {
  it('is the list of its part, with ticks, or null where there is no box', () => {
    const text =
      '## Step 2: Validation\n\n### Platform\n- [ ] Load test\n  - [X] twice\n\n•\tCopy review\n\n## Rollback\n- [ ] no'
    expect(readValidation(planText(text))).toEqual([
      { prompt: 'Load test', checked: false, line: 4 },
      { prompt: 'twice', checked: true, line: 5 },
      { prompt: 'Copy review', checked: null, line: 7 },
    ])
  })
})
