import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findPlan } from './find-plan.ts'
import { readDocument } from './read-document.ts'
import { revisePlan } from './revise-plan.ts'
import { bytesOf, releasePlan } from './testing/documents.ts'
import { planEntries } from './testing/entries.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

const edited = bytesOf(
  releasePlan({
    title: 'Letters, again',
    toggles: ['letters_list'],
    contacts: '- Ike Sorensen - QA',
  }),
)

describe('a revision', () => {
  test('is the next one, with its entry, and rewrites what is read from the text', async () => {
    const { slug } = await keptPlan()
    const { result, seqs } = await revisePlan(cast.ben(), { slug, bytes: edited, revision: 1 })
    expect(result).toEqual({ slug, title: 'Letters, again', revision: 2 })
    expect(seqs).toHaveLength(1)
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'plan.revised',
      actorId: cast.ben().id,
      plan: slug,
      data: { revision: 2 },
      changed: ['plan 2', 'plan_revision 1'],
    })
    const plan = await findPlan(cast.victor(), slug)
    expect(plan.toggles.map(({ key }) => key)).toEqual(['letters_list'])
    expect(plan.revisions.map(({ number, author }) => [number, author])).toEqual([
      [2, 'Ben Castellano'],
      [1, 'Priya Raman'],
    ])
  })

  test('leaves the earlier text readable', async () => {
    const { slug } = await keptPlan()
    await revisePlan(cast.priya(), { slug, bytes: edited, revision: 1 })
    const first = await readDocument(cast.victor(), slug, 1)
    const newest = await readDocument(cast.victor(), slug)
    expect(Buffer.from(first.bytes).toString()).toBe(releasePlan())
    expect(newest.revision).toBe(2)
    expect(Buffer.from(newest.bytes).equals(Buffer.from(edited))).toBe(true)
  })

  test('with the bytes that the plan has changes nothing', async () => {
    const { slug } = await keptPlan()
    const again = await revisePlan(cast.priya(), {
      slug,
      bytes: bytesOf(releasePlan()),
      revision: 1,
    })
    expect(again.result.revision).toBe(1)
    expect(again.seqs).toEqual([])
    expect(await db().planRevision.count()).toBe(1)
  })
})

describe('a revision is refused', () => {
  test('when somebody saved meanwhile, on record', async () => {
    const { slug } = await keptPlan()
    await revisePlan(cast.priya(), { slug, bytes: edited, revision: 1 })
    await expect(
      revisePlan(cast.tomas(), { slug, bytes: bytesOf('# Other'), revision: 1 }),
    ).rejects.toMatchObject({
      refusal: { code: 'revision_conflict', expected: '"1"', actual: 2 },
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      outcome: 'denied',
      data: { refusal: 'revision_conflict' },
    })
  })

  test('for a text that is none', async () => {
    const { slug } = await keptPlan()
    await expect(
      revisePlan(cast.priya(), { slug, bytes: new Uint8Array([0]), revision: 1 }),
    ).rejects.toMatchObject({ refusal: { code: 'invalid', errors: [{ path: 'document' }] } })
    expect(await db().planRevision.count()).toBe(1)
  })

  test('to a viewer, on record', async () => {
    const { slug } = await keptPlan()
    await expect(
      revisePlan(cast.victor(), { slug, bytes: edited, revision: 1 }),
    ).rejects.toMatchObject({ refusal: { code: 'forbidden', action: 'plan.edit' } })
    expect((await planEntries()).at(-1)).toMatchObject({
      outcome: 'denied',
      plan: slug,
      data: { tried: `revise "${slug}"` },
    })
  })

  test('for a plan that is not there', async () => {
    await expect(
      revisePlan(cast.priya(), { slug: 'no-plan', bytes: edited, revision: 1 }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

test('of ten edits of one revision at once, one is kept', async () => {
  const { slug } = await keptPlan()
  const done = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      revisePlan(cast.priya(), { slug, bytes: bytesOf(`# Edit ${n}`), revision: 1 }),
    ),
  )
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await db().planRevision.count()).toBe(2)
})
