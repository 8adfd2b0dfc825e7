import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editInTurn } from './edit-in-turn.ts'
import { joinedChanges } from './edits/joined-changes.ts'
import { applyChanges, type TextChange } from './edits/text-change.ts'

const plan =
  '# Permit Release Plan\n\n## Validation\n\n- [ ] One\n- [ ] Two\n\n## Rollout\n\n1. 10% of users\n2. 50% of users\n3. 100% of users\n'

describe('several edits', () => {
  it('are made one after another, and their changes are of the first text', () => {
    const edited = editInTurn(plan, [
      { edit: 'tick_validation', line: 5, checked: true },
      { edit: 'move_stage', n: 1, to: 0 },
      { edit: 'change_stage', n: 0, percentage: 40 },
    ])
    expect(edited.done).toBe(true)
    if (!edited.done) return
    expect(edited.text).toBe(
      plan
        .replace('[ ] One', '[x] One')
        .replace('10% of users', '40% of users')
        .replace('50%', '10%'),
    )
    expect(edited.reading.stages.map(({ percentage }) => percentage)).toEqual([40, 10, 100])
    expect(applyChanges(plan, edited.changes)).toBe(edited.text)
  })

  it('are refused whole when one finds no place, saying which and why', () => {
    expect(
      editInTurn(plan, [
        { edit: 'tick_validation', line: 5, checked: true },
        { edit: 'remove_stage', n: 7 },
      ]),
    ).toEqual({ done: false, at: 1, why: 'finds no stage 7: the plan has 3, counted from 0.' })
  })
})

const turn = fc
  .array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 4 }), fc.string({ maxLength: 3 })), {
    maxLength: 3,
  })
  .map((raw) => {
    let at = 0
    return raw.map(([skip, length, text]): TextChange => {
      const from = at + skip
      at = from + length
      return { from, to: at, text }
    })
  })

describe('changes made in turn', () => {
  it('are the same text when they are joined', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60 }), fc.array(turn), (text, turns) => {
        let now = text
        const made = turns.map((changes) => {
          const fit = changes.filter(({ to }) => to <= now.length)
          now = applyChanges(now, fit)
          return fit
        })
        const joined = joinedChanges(text.length, made)
        expect(applyChanges(text, joined)).toBe(now)
        for (const [at, change] of joined.entries()) {
          expect(change.from).toBeGreaterThanOrEqual(joined[at - 1]?.to ?? 0)
        }
      }),
    )
  })
})
