import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { launchPlan } from './fixtures/launched-plan.ts'
import { look } from './fixtures/look.ts'
import { importStagedPlan } from './fixtures/written-plan.ts'

let KEY = ''
let SLUG = ''

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  const { key, slug } = await importStagedPlan('bus passes')
  KEY = key
  SLUG = slug
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

test('its results are typed on the criteria of the plan: met, not met, inconclusive', async ({
  signedInAs,
}) => {
  const quentin = await signedInAs('Quentin Marsh')
  await stages(quentin)
  await expect(quentin.getByText('“Passes look right”')).toBeVisible()
  await quentin.getByText('Record the results').first().click()
  await expect(quentin.getByLabel('Metric', { exact: true }).nth(0)).toHaveValue('Error rate')
  await quentin.getByLabel('Came to').nth(0).fill('0.4')
  await quentin.getByLabel('Came to').nth(1).fill('7')
  await quentin.getByRole('button', { name: 'Add a metric' }).click()
  await quentin.getByLabel('Metric', { exact: true }).nth(2).fill('Passes printed twice')
  await quentin.getByLabel('Threshold', { exact: true }).nth(2).fill('1')
  await quentin.getByLabel('Unique users').fill('412')
  await quentin.getByLabel('Errors logged').fill('9')
  await quentin.getByLabel('Kinds of errors').fill('Timeouts of the printer')
  await quentin.getByText('Hold', { exact: true }).click()
  await expectAccessible(quentin)
  await quentin.getByRole('button', { name: 'Record the results' }).click()
  const metrics = quentin.getByRole('list', { name: /^Metrics of Stage A/ })
  await expect(metrics.getByRole('listitem')).toContainText([
    /Error rate: 0.4 %.*wanted < 1 %.*Met/,
    /Calls to the counter: 7.*wanted < 5.*Not met/,
    /Passes printed twice: not known.*Inconclusive/,
  ])
  await expectAccessible(quentin)
})

function production(page: Page): Locator {
  return page.getByRole('region', { name: 'Production', exact: true })
}

async function stages(page: Page): Promise<void> {
  await page.goto(`/plans/${SLUG}/stages`)
  await expect(page.getByRole('heading', { name: `${KEY} in production` })).toBeVisible()
}

async function widen(page: Page, share: string, reason: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Percentage of actors in production, exact' })
  await field.fill(share)
  const proposal = page.getByRole('region', { name: 'Proposal for production' })
  await proposal.getByLabel('Reason', { exact: true }).fill(reason)
  await proposal.getByRole('button', { name: `Widen production to ${share} %` }).click()
  await expect(proposal).toHaveCount(0)
}
