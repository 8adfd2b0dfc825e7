import { expect, test } from 'vitest'
import { pageItems } from './page-items.ts'

const labels = (may: boolean) =>
  pageItems({ importPlans: may, registerToggles: may, rollBack: may }).map(({ label }) => label)

test("an act that is never the reader's is not offered, and every page is", () => {
  expect(labels(true)).toContain('Import a release plan')
  expect(labels(true)).toContain('Bring in toggles')
  expect(labels(false).filter((label) => !labels(true).includes(label))).toEqual([])
  expect(labels(true).filter((label) => !labels(false).includes(label))).toEqual([
    'Import a release plan',
    'Begin a new plan',
    'Bring in toggles',
  ])
})
