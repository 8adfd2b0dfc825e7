import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import pg from 'pg'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { type Product, tokenOf } from './fixtures/start-product.ts'
import { importStagedPlan } from './fixtures/written-plan.ts'

const MAKER = 'Tomás Ibarra'
const WHY = 'Permits cannot be renewed and the fix is behind this'
const BANNER = 'Checks were overridden in production'
let KEY = ''
let SLUG = ''

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  const { key, slug } = await importStagedPlan('fishing permits', 'Ada Whitcombe')
  KEY = key
  SLUG = slug
})

test('an override asks who one is, afresh, and why; what was proposed is kept meanwhile', async ({
  signedInAs,
  product,
}) => {
  const tomas = await signedInAs(MAKER, { afresh: true })
  await signedInLongAgo(product, MAKER)
  await tomas.goto(`/toggles/${KEY}`)
  const share = tomas.getByRole('textbox', { name: 'Percentage of actors in production, exact' })
  await share.fill('1')
  const proposal = proposalOf(tomas)
  await proposal.getByLabel('Reason', { exact: true }).fill('Open it to a few')
  await expect(proposal).toContainText('Widening production asks who you are')
  await expect(proposal.getByText('Override the checks')).toHaveCount(0)
  await expectAccessible(tomas)
  await proposal.getByRole('button', { name: 'Sign in again and come back' }).click()
  await tomas.getByRole('button', { name: MAKER }).click()
  await tomas.waitForURL(`**/toggles/${KEY}`)
  await expect(share).toHaveValue('1')
  await expect(proposal.getByLabel('Reason', { exact: true })).toHaveValue('Open it to a few')

  await proposal.getByText('Override the checks').click()
  await expect(proposal).toContainText('This goes ahead although launch decision')
  const why = proposal.getByLabel('Why the checks are passed over')
  const override = proposal.getByRole('button', { name: /^Override/ })
  for (const [said, answer] of [
    ['Urgent', 'Say in at least 10 letters'],
    ['asdf asdf asdf', 'Say in words of your own'],
  ] as const) {
    await why.fill(said)
    await override.click()
    await expect(proposal).toContainText(answer)
  }
  await why.fill(WHY)
  await proposal.getByLabel(/Link of the incident/).fill('https://status.example.gov/incidents/12')
  await override.click()
  await expect(tomas.getByText(BANNER)).toBeVisible()
  await look(tomas, 'toggle-overridden')
})

test('it stands over the toggle for everybody, and its maker cannot review it', async ({
  signedInAs,
  product,
}) => {
  const tomas = await signedInAs(MAKER, { afresh: true })
  for (const page of [tomas, await signedInAs('Victor Nyman')]) {
    await page.goto(`/toggles/${KEY}`)
    await expect(page.getByText(BANNER)).toBeVisible()
    await expect(page.getByText('Tomás Ibarra passed over launch decision')).toBeVisible()
    await expect(page.getByText('A second person has not reviewed it yet.')).toBeVisible()
    await expect(page.getByText('Review it')).toHaveCount(0)
    await page.goto(`/toggles?q=${KEY}`)
    await expect(page.getByText('Override to review')).toBeVisible()
    await page.goto(`/plans/${SLUG}`)
    await expect(page.getByText('Checks were overridden, and the review is open')).toBeVisible()
    await page.goto(`/plans/${SLUG}/stages`)
    await expect(page.getByText('Checks were overridden, and the review is open')).toBeVisible()
  }
  const headers = {
    authorization: `Bearer ${tokenOf(product, 'tech_lead')}`,
    'content-type': 'application/json',
  }
  const open = await fetch(`${product.web}/api/v1/overrides?toggle=${KEY}`, { headers })
  const { overrides } = (await open.json()) as { overrides: { id: string }[] }
  const reviewed = await fetch(`${product.web}/api/v1/overrides/${overrides[0]?.id}/review`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ verdict: 'justified' }),
  })
  expect(reviewed.status).toBe(403)
})

test('the contacts of the plan and who may review it are written to, and its maker is not', async ({
  product,
}) => {
  const told = async () => {
    const mails = (await (await fetch(`${product.identity}/mailbox.json`)).json()) as Mail[]
    return mails.filter(({ subject }) => subject === `Checks overridden: ${KEY} in Production`)
  }
  await expect
    .poll(async () => (await told()).map(({ to }) => to).join(' '), { timeout: 30_000 })
    .toMatch(/ada.*grace|grace.*ada/i)
  for (const { to, text } of await told()) {
    expect(to).not.toMatch(/tom/i)
    expect(text).toContain(WHY)
    expect(text).toContain(`/toggles/${KEY}#override-`)
  }
})

test('a second person asks for a follow-up, then gives the verdict, and the banner is gone', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Okafor')
  await expect(
    grace.getByRole('link', { name: 'Review the override in production' }).first(),
  ).toBeVisible()
  await grace.goto(`/plans/${SLUG}`)
  await grace.getByRole('link', { name: `${KEY} in production` }).click()
  await expect(grace.getByRole('link', { name: 'The incident' })).toBeVisible()
  await grace.getByText('Review it').click()
  await grace.getByLabel('Needs a follow-up').check()
  await grace.getByLabel('Note').fill('Call the roll before it goes any further')
  await expectAccessible(grace)
  await grace.getByRole('button', { name: 'Record the review' }).click()
  await expect(grace.getByText('Grace Okafor reviewed it and asks for a follow-up')).toBeVisible()
  await grace.getByText('Review it').click()
  await grace.getByLabel('Justified', { exact: true }).check()
  await grace.getByRole('button', { name: 'Record the review' }).click()
  await expect(grace.getByText(BANNER)).toHaveCount(0)
  await grace.goto(`/toggles?q=${KEY}`)
  await expect(grace.getByText('Override to review')).toHaveCount(0)
  await grace.goto(`/audit?toggle=${KEY}`)
  await expect(grace.getByText(/Grace Okafor reviewed the override/).first()).toBeVisible()
})

type Mail = { to: string; subject: string; text: string }

function proposalOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Proposal for production' })
}

/** Moves the sign-ins of somebody back by twenty minutes, which nobody waits for in a test. */
async function signedInLongAgo({ home }: Product, name: string): Promise<void> {
  const connectionString = readFileSync(join(home, 'database-url'), 'utf8').trim()
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rowCount } = await client.query(
    `UPDATE session SET auth_time = auth_time - interval '20 minutes'
      WHERE person_id = (SELECT id FROM person WHERE name = $1)`,
    [name],
  )
  await client.end()
  expect(rowCount).toBeGreaterThan(0)
}
