import { expect, type Page } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { launchPlan } from './fixtures/launched-plan.ts'
import { look } from './fixtures/look.ts'
import { importPlan } from './fixtures/written-plan.ts'

const slug = 'release-plan-travel-claims'
const row = (page: Page, discipline: string) => page.locator(`li#${discipline}`)

test.describe.configure({ timeout: 240_000 })

test.beforeAll(async () => {
  await importPlan('travel claims')
  await launchPlan(slug)
})

test('after a launch a word is taken back and a no-go is said late, and all see it', async ({
  signedInAs,
}) => {
  const ben = await signedInAs('Ben Castellano')
  const quentin = await signedInAs('Quentin Marsh')
  for (const page of [ben, quentin]) await page.goto(`/plans/${slug}/roll-call`)
  await expect(ben.getByText('It allows widening in production, up to 10 %.')).toBeVisible()
  await expect(ben.getByRole('button', { name: 'Go for Backend', exact: true })).toHaveCount(0)

  await ben.getByRole('button', { name: 'Take back what Backend said' }).click()
  const asked = ben.getByRole('dialog', { name: 'Take back what Backend said' })
  await asked.getByLabel('Reason').fill('The load test was on the wrong build')
  await ben.keyboard.press('Control+Enter')
  await expect(row(quentin, 'backend')).toContainText('Taken back')
  await expect(row(quentin, 'backend')).toContainText('after the decision')

  await quentin.getByRole('button', { name: 'Late no-go for QA' }).click()
  await quentin.getByRole('dialog').getByLabel('Reason').fill('Claims are counted twice')
  await quentin.getByRole('button', { name: 'Sign no-go for QA' }).click()
  await expect(row(ben, 'qa')).toContainText('No-go from Quentin Marsh')
  await expect(
    ben.getByText('Nothing widens on this decision until it stands again.'),
  ).toBeVisible()
  await look(quentin, 'meeting-objections')
})
