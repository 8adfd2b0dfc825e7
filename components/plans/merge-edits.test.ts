import { expect, test } from 'vitest'
import { mergedText, mergeEdits } from './merge-edits.ts'

const plan = '# Plan\n\n## Rollback\nOff at once.\n\n## Contacts\n- Priya\n'

test('edits of different lines are put together without a choice', () => {
  const mine = plan.replace('Off at once.', 'Off at once, then tell Priya.')
  const theirs = plan.replace('- Priya', '- Priya\n- Tomás')
  expect(mergedText(mergeEdits(plan, mine, theirs), [])).toBe(
    '# Plan\n\n## Rollback\nOff at once, then tell Priya.\n\n## Contacts\n- Priya\n- Tomás\n',
  )
})

test('edits of the same line wait for a choice, and both means theirs and then mine', () => {
  const pieces = mergeEdits(
    plan,
    plan.replace('Off at once.', 'Off in an hour.'),
    plan.replace('Off at once.', 'Off in a minute.'),
  )
  expect(mergedText(pieces, [])).toBeNull()
  expect(mergedText(pieces, ['mine'])).toContain('## Rollback\nOff in an hour.\n\n')
  expect(mergedText(pieces, ['theirs'])).toContain('## Rollback\nOff in a minute.\n\n')
  expect(mergedText(pieces, ['both'])).toContain('Off in a minute.\nOff in an hour.\n')
})

test('a last line without its line end gets one where another line comes after it', () => {
  const pieces = mergeEdits('a', 'mine', 'theirs')
  expect(mergedText(pieces, ['both'])).toBe('theirs\nmine')
})
