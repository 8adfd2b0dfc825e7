import { expect, test } from 'vitest'
import { findLogReview } from '../audit/reviews/find-log-review.ts'
import { reviewLog } from '../audit/reviews/review-log.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findReviewDue } from './find-review-due.ts'

givenCast()

test('the government lead is asked to read what is new since their review, nobody else is', async () => {
  const first = await findReviewDue(cast.grace())
  expect(first).toMatchObject({ open_overrides: 0, last: null })
  for (const who of [cast.priya, cast.tomas, cast.alma, cast.victor]) {
    expect(await findReviewDue(who())).toBeNull()
  }
  const { head } = await findLogReview(cast.grace())
  expect(first?.entries).toBe(head)
  await reviewLog(cast.grace(), { up_to: head, note: 'Read' })
  expect(await findReviewDue(cast.grace())).toBeNull()
  await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
  expect(await findReviewDue(cast.grace())).toMatchObject({
    entries: 2,
    last: expect.stringMatching(/^\d{4}-/),
  })
})
