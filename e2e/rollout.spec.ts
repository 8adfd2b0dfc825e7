import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { launchPlan } from './fixtures/launched-plan.ts'
import { look } from './fixtures/look.ts'
import { importStagedPlan } from './fixtures/written-plan.ts'

let KEY = ''

test.describe.configure({ timeout: 240_000 })

test.beforeAll(async () => {
  const { key, slug } = await importStagedPlan('bus passes')
  KEY = key
  await launchPlan(slug, null)
})

test('the flip to its share starts a stage, and the page says how long it soaks and what is next', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  await tomas.goto(`/toggles/${KEY}`)
  await expect(production(tomas).getByText('No stage has begun.')).toBeVisible()
  await look(tomas, 'toggle-before-stages')
  await widen(tomas, '1', 'The first stage of the plan')
  const track = production(tomas).getByRole('list', { name: 'Stages of the plan in production' })
  await expect(track.getByRole('listitem').first()).toHaveAttribute('aria-current', 'step')
  await expect(production(tomas)).toContainText(/2 days, over in 2 days.*\(.* UTC\)/)
  await expect(production(tomas)).toContainText('Stage B, 25 %')
  await expect(production(tomas)).toContainText('has no results yet.')
  await look(tomas, 'toggle-in-stage')
})

function production(page: Page): Locator {
  return page.getByRole('region', { name: 'Production', exact: true })
}

async function widen(page: Page, share: string, reason: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Percentage of actors in production, exact' })
  await field.fill(share)
  const proposal = page.getByRole('region', { name: 'Proposal for production' })
  await proposal.getByLabel('Reason', { exact: true }).fill(reason)
  await proposal.getByRole('button', { name: `Widen production to ${share} %` }).click()
  await expect(proposal).toHaveCount(0)
}
