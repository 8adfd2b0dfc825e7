import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { launchPlan } from './fixtures/launched-plan.ts'
import { look } from './fixtures/look.ts'
import { production } from './fixtures/production.ts'
import { tokenOf } from './fixtures/start-product.ts'
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
  await look(quentin, 'stages-results')
})

test('a criterion is waived with a reason by who may, under their name', async ({ signedInAs }) => {
  const priya = await signedInAs('Priya Raman')
  await stages(priya)
  await priya.getByText('Waive the criterion Calls to the counter').click()
  const form = priya.getByRole('group').filter({ hasText: 'Waive the criterion Calls' })
  await form.getByLabel('Reason').fill('One call')
  await form.getByRole('button', { name: 'Waive Calls to the counter' }).click()
  await expect(form).toContainText('at least 10 characters')
  await form.getByLabel('Reason').fill('All seven calls were one family, and solved')
  await form.getByRole('button', { name: 'Waive Calls to the counter' }).click()
  await expect(priya.getByText('Not met, waived')).toBeVisible()
  await expect(priya.getByText(/Priya Raman waived the criterion/)).toBeVisible()
  await expectAccessible(priya)
})

test('a paused stage stands still until it is resumed', async ({ signedInAs }) => {
  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  await stages(tomas)
  await act(tomas, 'Pause the stage', 'The printer is being mended')
  await expect(tomas.getByText('Paused: The printer is being mended')).toBeVisible()
  await expect(tomas.getByText('the clock stands still')).toBeVisible()
  await look(tomas, 'stages-paused')
  await tomas.goto(`/toggles/${KEY}`)
  await expect(production(tomas)).toContainText('is paused: The printer is being mended')
  await stages(tomas)
  await act(tomas, 'Resume the stage', 'It prints again')
  await expect(tomas.getByText(/2 days, over in/)).toBeVisible()
})

test('the next stage is rolled back from the toggle, and run again', async ({ signedInAs }) => {
  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  await tomas.goto(`/toggles/${KEY}`)
  await widen(tomas, '25', 'Stage B as planned')
  await tomas.getByRole('button', { name: 'Roll back…' }).first().click()
  await press(tomas, /^Errors rose/)
  await expect(production(tomas).getByText('Rolled back last: “Errors rose”')).toBeVisible()
  const track = production(tomas).getByRole('list', { name: 'Stages of the plan in production' })
  await expect(track).toContainText('25 %, rolled back')
  await look(tomas, 'toggle-rolled-back')
  await widen(tomas, '25', 'The timeouts are mended')
  await expect(track).toContainText('25 %, run 2')
})

test('a rollback is taken from the palette, and of everything from the plan', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.keyboard.press('Control+k')
  await priya.getByRole('searchbox').fill(`Roll back ${KEY}`)
  await priya.getByRole('menuitem', { name: `Roll back ${KEY} in production` }).click()
  await press(priya, /^Users report a problem/)
  await expect(production(priya).getByText('1 % of actors').first()).toBeVisible()

  await priya.goto(`/plans/${SLUG}`)
  await priya.getByRole('button', { name: 'Roll back…' }).click()
  const dialog = priya.getByRole('dialog', { name: 'Roll the whole plan back' })
  await expect(dialog.getByText(KEY)).toBeVisible()
  await expectAccessible(priya)
  await press(priya, /^Wrong behaviour seen/)
  await priya.goto(`/toggles/${KEY}`)
  await expect(production(priya).getByText('Off', { exact: true }).first()).toBeVisible()
})

test('once everybody is in, the check-ins have their days, and what they found stands in the plan', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  await tomas.goto(`/toggles/${KEY}`)
  for (const share of ['1', '25', '100']) await widen(tomas, share, `To ${share} %`)
  await stages(tomas)
  await expect(tomas.getByText('a week after the full rollout')).toBeVisible()
  await expect(tomas.getByText('Passes a week (≥ 500)')).toBeVisible()
  const checkIns = tomas.getByRole('region', { name: 'Check-ins' })
  for (const [at, users, passes] of [
    [0, 9100, '640'],
    [1, 9400, '655'],
  ] as const) {
    await checkIns.getByText('Record it').first().click()
    await checkIns.getByLabel('Unique users').nth(at).fill(String(users))
    await checkIns.getByLabel('Came to').nth(at).fill(passes)
    await checkIns.getByRole('button', { name: 'Record the check-in in the plan' }).click()
    const shown = users.toLocaleString('en-US')
    await expect(tomas.getByText(`By Tomás Ibarra · ${shown} users`)).toBeVisible()
  }
  await look(tomas, 'stages-check-ins')
  await tomas.goto(`/plans/${SLUG}?view=document`)
  await expect(tomas.getByText('Passes a week: 640').first()).toBeVisible()
  await expect(tomas.getByText('Passes a week: 655').first()).toBeVisible()
})

test('a viewer sees where the rollout is, nothing that they may never do, and is refused it', async ({
  signedInAs,
  product,
}) => {
  const victor = await signedInAs('Victor Nyman')
  await stages(victor)
  for (const act of ['Record it', 'Correct the results', 'Pause the stage', 'Waive']) {
    await expect(victor.getByText(act)).toHaveCount(0)
  }
  await victor.goto(`/toggles/${KEY}`)
  await expect(victor.getByRole('slider')).toHaveCount(0)
  await expect(victor.getByRole('button', { name: 'Roll back…' })).toHaveCount(0)
  await expect(production(victor)).toContainText('Widening production is for a tech lead')
  await victor.keyboard.press('Control+k')
  await victor.getByRole('searchbox').fill('Roll back')
  await expect(victor.getByRole('menuitem', { name: /^Roll back/ })).toHaveCount(0)
  await expectAccessible(victor)
  // The first empties the field.
  await victor.keyboard.press('Escape')
  await victor.keyboard.press('Escape')
  await expect(victor.getByRole('searchbox')).toHaveCount(0)
  await look(victor, 'toggle-viewer')
  const path = `/api/v1/toggles/${KEY}/environments/production/rollback`
  const refused = await fetch(`${product.web}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokenOf(product, 'viewer')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ reason: 'I should like to' }),
  })
  expect(refused.status).toBe(403)
  await victor.goto(`/audit?toggle=${KEY}&outcome=denied`)
  await expect(victor.getByText(/Victor Nyman/).first()).toBeVisible()
})

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

async function act(page: Page, summary: string, reason: string): Promise<void> {
  await page.getByText(summary, { exact: true }).click()
  const form = page.getByRole('group').filter({ hasText: summary })
  await form.getByLabel('Reason').fill(reason)
  await form.getByRole('button').click()
}

/** One press on a reason rolls back. */
async function press(page: Page, reason: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: reason }).click()
  await expect(dialog).toHaveCount(0)
}
