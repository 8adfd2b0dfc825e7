import { expect, it } from 'vitest'
import type { Use } from '../server/evaluation/write-uses.ts'
import { keepUses } from './keep-uses.ts'
import { NOON } from './testing/test-server.ts'
import { createUses } from './uses.ts'

it('keeps again what could not be kept, and the rest at the end', async () => {
  const uses = createUses(() => NOON)
  const told: (readonly Use[])[] = []
  const failures: unknown[] = []
  const keptTwice = new Promise<() => Promise<void>>((resolve) => {
    const stop = keepUses({
      uses,
      everyMs: 5,
      failed: (error) => failures.push(error),
      async keep(given) {
        if (failures.length === 0) throw new Error('the database is away')
        told.push(given)
        resolve(stop)
      },
    })
  })
  uses.note('production', 'search_stats', 'web')
  const stop = await keptTwice
  expect(failures).toHaveLength(1)
  expect(told[0]?.[0]).toMatchObject({ toggle: 'search_stats', asked: 1 })
  uses.note('production', 'search_stats', 'web')
  await stop()
  expect(told.flat().reduce((sum, { asked }) => sum + asked, 0)).toBe(2)
  expect(uses.unkept()).toEqual([])
})
