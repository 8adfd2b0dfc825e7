import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { revisePlan } from './revise-plan.ts'
import { bytesOf, releasePlan } from './testing/documents.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

async function kept(): Promise<unknown> {
  return db().planToggle.findMany({
    select: { key: true, position: true, toggle: { select: { key: true } } },
    orderBy: { position: 'asc' },
  })
}

test('toggles are kept in the order of the plan, each once, linked where they are registered', async () => {
  await createToggle(cast.tomas(), { key: 'letters_list', description: '' })
  await keptPlan(releasePlan({ toggles: ['letters_new', 'letters_list', 'letters_new'] }))
  expect(await kept()).toEqual([
    { key: 'letters_new', position: 0, toggle: null },
    { key: 'letters_list', position: 1, toggle: { key: 'letters_list' } },
  ])
})

test('a revision leaves nothing of the text before', async () => {
  const { slug } = await keptPlan(releasePlan({ toggles: ['letters_list', 'letters_old'] }))
  const text = releasePlan({ toggles: ['letters_old'], contacts: '' })
  await revisePlan(cast.priya(), { slug, bytes: bytesOf(text), revision: 1 })
  expect(await kept()).toEqual([{ key: 'letters_old', position: 0, toggle: null }])
  expect(await db().contact.count()).toBe(2)
})

test('a word that is too long to be a key does not keep the plan out', async () => {
  await keptPlan(releasePlan({ toggles: [`letters_${'x'.repeat(20_000)}`, 'letters_list'] }))
  expect(await kept()).toEqual([{ key: 'letters_list', position: 0, toggle: null }])
})
