import { expect, test } from 'vitest'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findPlan } from './find-plan.ts'
import { previewRevision } from './preview-revision.ts'
import { bytesOf, releasePlan } from './testing/documents.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

test('a text is read for a plan and not saved', async () => {
  const { slug } = await keptPlan()
  const bytes = bytesOf('# Release Plan: another\n\n## Rollback\n\nTomás turns it off.\n')
  const { reading } = await previewRevision(cast.ben(), { slug, bytes })
  expect(reading.title).toBe('Release Plan: another')
  expect(reading.rollback?.text).toBe('Tomás turns it off.')
  const { plan } = await findPlan(cast.ben(), slug)
  expect(plan.revision).toBe(1)
})

test('what is no text, no plan, or not theirs to edit is refused', async () => {
  const { slug } = await keptPlan()
  const bytes = bytesOf(releasePlan())
  await expect(
    previewRevision(cast.priya(), { slug, bytes: new Uint8Array([0]) }),
  ).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  await expect(previewRevision(cast.priya(), { slug: 'none', bytes })).rejects.toMatchObject({
    refusal: { code: 'not_found', what: 'release plan' },
  })
  await expect(previewRevision(cast.victor(), { slug, bytes })).rejects.toMatchObject({
    refusal: { code: 'forbidden', action: 'plan.edit' },
  })
})
