import { expect, type Locator, type Page } from '@playwright/test'
import { type FlipperStandIn, openFlipper } from '../server/connected/testing/flipper-stand-in.ts'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { askAs } from './fixtures/send-as.ts'

const KEY = 'ferry_times'
const ENVIRONMENT = 'annex'
const TOKEN = 'flipper-token'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

let server: FlipperStandIn

test.beforeAll(async () => {
  server = await openFlipper()
  server.authorization = `Bearer ${TOKEN}`
  const environment = { key: ENVIRONMENT, name: 'Annex', protected: true }
  // After a page failed another worker goes on with the same product, where both are there already.
  await askAs('administrator', 'POST', '/environments', environment)
  await askAs('tech_lead', 'POST', '/toggles', { key: KEY, description: 'When ferries leave' })
  server.flipper.set(KEY, { percentageOfActors: 20 })
  server.flipper.set('ferry_fares', { percentageOfActors: 5 })
})
test.afterAll(() => server.stop())

test('what stands on a Flipper server is seen before it is connected, and taken over with a reason', async ({
  signedInAs,
}) => {
  const alma = await signedInAs('Alma Reyes', { afresh: true })
  await alma.goto('/settings/environments')
  await alma.getByRole('link', { name: 'Connect Annex to a Flipper server' }).click()
  await alma.getByLabel('Address of its API').fill(server.address)
  await alma.getByLabel('Token', { exact: true }).fill('another')
  await alma.getByRole('button', { name: 'Look what differs' }).click()
  await expect(alma.getByText(/the token is not taken/)).toBeVisible()
  await look(alma, 'connected-refused')

  await alma.getByLabel('Token', { exact: true }).fill(TOKEN)
  await alma.getByRole('button', { name: 'Look what differs' }).click()
  const taking = alma.getByRole('table', { name: 'What Rollcall would take over' })
  await expect(taking.getByRole('row', { name: KEY })).toContainText(
    /Widens.*Without .*launch decision/s,
  )
  await look(alma, 'connected-differs')
  await alma.getByRole('button', { name: /^Connect Annex and take theirs/ }).click()
  await expect(alma.getByText(/Say in at least/)).toBeVisible()
  await alma
    .getByLabel('Why they are taken over all the same')
    .fill('A fifth of the passengers have had it since April')
  await alma.getByRole('button', { name: /^Connect Annex and take theirs/ }).click()
  await expect(alma.getByText(/^All \d+ confirmed there$/)).toBeVisible({ timeout: 30_000 })
  await expect(alma.getByText('ferry_fares')).toHaveCount(0)
  await alma.getByRole('button', { name: 'Look now' }).click()
  await expect(alma.getByRole('checkbox', { name: 'ferry_fares' })).toBeVisible()
  await look(alma, 'connected-standing')

  const grace = await signedInAs('Grace Okafor')
  await grace.goto(`/toggles/${KEY}`)
  await expect(grace.getByText('Checks were overridden in annex').first()).toBeVisible()
})

test('a flip arrives there, and one that does not is shown and tried until it does', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  await tomas.goto(`/toggles/${KEY}`)
  await narrow(tomas, '10')
  await expect(annex(tomas)).toContainText(/Pushed to 127\.0\.0\.1:\d+ \d+ s ago/)
  expect(server.flipper.state(KEY)?.percentageOfActors).toBe(10)

  const fails = { on: 'POST', status: 503 }
  server.faults.push(...Array.from({ length: 100 }, () => fails))
  await narrow(tomas, '8')
  await expect(annex(tomas)).toContainText(/Not yet confirmed on.*tried.*It answered 503/s)
  await look(tomas, 'connected-pending')
  const alma = await signedInAs('Alma Reyes')
  await alma.goto(`/settings/environments/${ENVIRONMENT}/connection`)
  const pending = alma.getByRole('table', { name: 'Not yet confirmed there' })
  await expect(pending.getByRole('row', { name: KEY })).toContainText('8 % of actors')
  await look(alma, 'connected-pending-list')
  expect(server.flipper.state(KEY)?.percentageOfActors).toBe(10)

  server.faults.length = 0
  await expect(annex(tomas)).toContainText('Pushed to', { timeout: 90_000 })
  expect(server.flipper.state(KEY)?.percentageOfActors).toBe(8)
  await expect(async () => {
    await alma.reload()
    await expect(pending).toHaveCount(0, { timeout: 1000 })
  }).toPass()
})

test('what is changed behind Rollcall’s back is shown as such, and taken back in one action', async ({
  signedInAs,
}) => {
  server.flipper.set(KEY, { percentageOfActors: 60 })
  const alma = await signedInAs('Alma Reyes')
  await alma.goto(`/settings/environments/${ENVIRONMENT}/connection`)
  await alma.getByRole('button', { name: 'Look now' }).click()
  await expect(alma.getByText(/toggle was changed there|Nothing was changed there/)).toBeVisible()

  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  const outside = 'Changed outside Rollcall: from 8 % of actors to 60 % of actors'
  await tomas.goto('/')
  await expect(tomas.getByText('Changed outside Rollcall').first()).toBeVisible()
  await look(tomas, 'connected-home')
  await tomas.goto(`/toggles/${KEY}`)
  await expect(annex(tomas)).toContainText(outside)
  await look(tomas, 'connected-outside')
  await annex(tomas)
    .getByRole('link', { name: /^entry/ })
    .first()
    .click()
  await expect(tomas.getByRole('main')).toContainText('changed outside Rollcall, on 127.0.0.1')

  await tomas.goto(`/toggles/${KEY}`)
  await annex(tomas).getByRole('link', { name: 'Revert to 8 % of actors…' }).click()
  const dialog = tomas.getByRole('dialog')
  await dialog.getByLabel('Another reason').fill('Nobody here decided it')
  await dialog.getByRole('button', { name: 'Roll back', exact: true }).click()
  await expect(dialog).toHaveCount(0)
  await expect(annex(tomas)).toContainText('Pushed to')
  await expect.poll(() => server.flipper.state(KEY)?.percentageOfActors).toBe(8)
})

test('a server that is away is said to be, and the connection ends with a reason', async ({
  signedInAs,
}) => {
  const alma = await signedInAs('Alma Reyes')
  await alma.goto(`/settings/environments/${ENVIRONMENT}/connection`)
  server.faults.push(...Array.from({ length: 100 }, () => ({ on: 'GET', status: 502 })))
  await alma.getByRole('button', { name: 'Look now' }).click()
  await expect(alma.getByText(/^127\.0\.0\.1:\d+ cannot be read$/)).toBeVisible()
  await look(alma, 'connected-failing')
  const victor = await signedInAs('Victor Nyman')
  await victor.goto(`/settings/environments/${ENVIRONMENT}/connection`)
  await expect(victor.getByRole('button', { name: 'Look now' })).toHaveCount(0)
  await look(victor, 'connected-viewer')

  await alma.getByText('Disconnect Annex', { exact: true }).click()
  await alma.getByLabel('Why', { exact: true }).fill('Its applications ask Rollcall now')
  await alma.getByRole('button', { name: /^Disconnect Annex from/ }).click()
  await expect(alma.getByLabel('Address of its API')).toBeVisible()
  await victor.reload()
  await expect(victor.getByText('Not connected')).toBeVisible()
})

function annex(page: Page): Locator {
  return page.getByRole('region', { name: 'Annex', exact: true })
}

async function narrow(page: Page, share: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Percentage of actors in annex, exact' }).fill(share)
  const proposal = page.getByRole('region', { name: 'Proposal for annex' })
  await proposal.getByLabel('Reason', { exact: true }).fill('Fewer, to see it arrive')
  await proposal.getByRole('button', { name: `Narrow annex to ${share} %` }).click()
  await expect(proposal).toHaveCount(0)
}
