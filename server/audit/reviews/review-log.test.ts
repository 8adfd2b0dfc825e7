import { expect, test } from 'vitest'
import { setFreeze } from '../../freezes/set-freeze.ts'
import { cast } from '../../testing/cast.ts'
import { useCast as givenCast } from '../../testing/test-database.ts'
import { findEntries } from '../find-entries.ts'
import { findLogReview } from './find-log-review.ts'
import { reviewLog } from './review-log.ts'

givenCast()

const grace = () => cast.grace()

function freeze() {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  const input = { startsAt: at(1), endsAt: at(2), reason: 'A quiet hour', environments: [] }
  return setFreeze(cast.tomas(), input)
}

// @control AU-6
test('a review says what was read, and only what came since is new', async () => {
  await freeze()
  const before = await findLogReview(grace())
  expect(before).toMatchObject({ reviewed_to: 0, reviewed_to_at: null, may_review: true })
  expect(before.new_entries).toBe(before.head)
  const { result } = await reviewLog(grace(), { up_to: before.head, note: 'As agreed' })
  expect(result).toEqual({ from: 1, up_to: before.head })

  await freeze()
  const after = await findLogReview(grace())
  expect(after.reviewed_to).toBe(before.head)
  expect(after.new_entries).toBe(2)
  expect(after.people).toEqual([
    { name: 'Grace Okafor', count: 1, denied: 0 },
    { name: 'Tomás Ibarra', count: 1, denied: 0 },
  ])
  expect(after.kinds.map(({ name }) => name)).toEqual(['freeze.set', 'log.reviewed'])
  expect(after.reviews).toMatchObject([{ by: 'Grace Okafor', note: 'As agreed' }])
  const { entries } = await findEntries(grace(), { action: 'log.reviewed' })
  expect(entries.map(({ sentence }) => sentence)).toEqual([
    `Grace Okafor reviewed the log: read entries 1 to ${before.head}.`,
  ])
})

test('reading goes on, never back, and never ahead', async () => {
  const { head } = await findLogReview(grace())
  await reviewLog(grace(), { up_to: head })
  for (const upTo of [head, head + 100]) {
    await expect(reviewLog(grace(), { up_to: upTo })).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'up_to' }] },
    })
  }
})

test('of two at once one is kept', async () => {
  const { head } = await findLogReview(grace())
  const both = await Promise.allSettled([
    reviewLog(grace(), { up_to: head }),
    reviewLog(grace(), { up_to: head }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('whoever does not answer for the log may not review it, and the attempt is on record', async () => {
  await expect(reviewLog(cast.tomas(), { up_to: 1 })).rejects.toMatchObject({
    refusal: { code: 'forbidden', action: 'audit.review' },
  })
  expect((await findLogReview(cast.tomas())).may_review).toBe(false)
  const { kinds } = await findLogReview(grace())
  expect(kinds).toContainEqual({ name: 'attempt.refused', count: 1, denied: 1 })
})
