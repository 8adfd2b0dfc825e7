import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { proposeSlug } from './free-slug.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

test('a taken address is numbered, and words of our own are taken', async () => {
  await keptPlan('# Letters')
  await keptPlan('# Letters')
  await keptPlan('# Letters 2')
  expect(await db().plan.findMany({ select: { slug: true }, orderBy: { slug: 'asc' } })).toEqual([
    { slug: 'letters' },
    { slug: 'letters-2' },
    { slug: 'letters-2-2' },
  ])
  expect(await proposeSlug(db(), 'Letters')).toBe('letters-3')
  expect(await proposeSlug(db(), 'Import')).toBe('import-2')
  expect(await proposeSlug(db(), 'Let_ters')).toBe('let-ters')
})

test('of many imports of one title at once, each gets an address of its own', async () => {
  const done = await Promise.all(Array.from({ length: 8 }, () => keptPlan('# Letters')))
  const slugs = done.map(({ slug }) => slug).sort()
  expect(slugs).toEqual(['letters', ...[2, 3, 4, 5, 6, 7, 8].map((n) => `letters-${n}`)])
})
