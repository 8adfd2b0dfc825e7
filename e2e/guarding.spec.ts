import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { keepPicture } from './fixtures/picture.ts'
import { runningProduct } from './fixtures/running-product.ts'
import { tokenOf } from './fixtures/start-product.ts'

const KEY = 'parking_permits'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  const file = new URL('./fixtures/plans/appointment-reminders.md', import.meta.url)
  const plan = readFileSync(file, 'utf8')
    .replaceAll('appointment_reminders', KEY)
    .replaceAll('appointment reminders', 'parking permits')
  const product = runningProduct()
  const headers = {
    authorization: `Bearer ${tokenOf(product, 'program_manager')}`,
    'content-type': 'text/markdown',
  }
  const path = `/api/v1/release-plans/import?register=${KEY}`
  const kept = await fetch(`${product.web}${path}`, { method: 'POST', headers, body: plan })
  expect(kept.status).toBe(201)
})

test('a freeze of every weekend is set, seen on the calendar, changed and lifted', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/freezes?month=2031-01')
  await grace.getByRole('button', { name: 'Set a freeze' }).click()
  const form = grace.getByRole('dialog', { name: 'Set a freeze' })
  await form.getByLabel('From').fill('2031-01-03T17:00')
  await form.getByLabel('To', { exact: true }).fill('2031-01-06T08:00')
  await form.getByLabel('Time zone').fill('America/New_York')
  await form.getByLabel('How often').selectOption('Every week')
  await form.getByLabel('Staging').check()
  await form.getByRole('button', { name: 'Set the freeze' }).click()
  await expect(form).toContainText('Say why.')
  await expectAccessible(grace)
  await form.getByLabel('Reason').fill('Weekends: nobody is on call')
  await form.getByRole('button', { name: 'Set the freeze' }).click()

  const sheet = grace.getByRole('table', { name: 'Freezes in January 2031' })
  await expect(sheet.getByRole('link', { name: /from 22:00/ })).toHaveCount(5)
  await expect(
    grace.getByText('Every Friday 17:00 to Monday 08:00, America/New_York'),
  ).toBeVisible()
  await expectAccessible(grace)
  await keepPicture(grace, 'freezes')

  await grace
    .getByRole('button', { name: 'Change the freeze “Weekends: nobody is on call”' })
    .click()
  const change = grace.getByRole('dialog', { name: 'Change the freeze' })
  await change.getByLabel('An override may pass it').uncheck()
  await change.getByRole('button', { name: 'Change the freeze' }).click()
  await expect(grace.getByText('No override passes it.')).toBeVisible()

  await grace.getByRole('button', { name: 'Lift the freeze “Weekends: nobody is on call”' }).click()
  await grace.getByRole('button', { name: 'Lift the freeze', exact: true }).click()
  await expect(grace.getByText('No freeze stands or is to come')).toBeVisible()
})

test('an incident holds the toggle until it is resolved', async ({ signedInAs }) => {
  const tomas = await signedInAs('Tomás Ibarra')
  await tomas.goto(`/toggles/${KEY}`)
  await tomas.getByText('Open an incident').click()
  await tomas.getByLabel('What is wrong').fill('Permits are printed twice')
  await tomas.getByRole('button', { name: 'Open the incident' }).click()
  await expect(tomas.getByText('Incident everywhere: Permits are printed twice')).toBeVisible()
  await expectAccessible(tomas)
  await tomas.getByText('Resolve it').click()
  await tomas.getByLabel('How it was resolved').fill('The printer was asked once')
  await tomas.getByRole('button', { name: 'Resolve the incident' }).click()
  await expect(tomas.getByText('Incident everywhere')).toHaveCount(0)
})

test('which checks bind is proposed by one person and declined by another', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra')
  await tomas.goto('/settings/checks')
  await tomas.getByLabel('Contacts').uncheck()
  await tomas.getByLabel('Reason').fill('A pilot has no backup yet')
  await tomas.getByRole('button', { name: 'Propose it' }).click()
  await expect(tomas.getByRole('button', { name: 'Take it back' })).toBeVisible()
  await expect(tomas.getByRole('button', { name: 'Accept' })).toHaveCount(0)
  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/settings/checks')
  await expect(grace.getByText('No longer bind Contacts')).toBeVisible()
  await expectAccessible(grace)
  await keepPicture(grace, 'settings-checks')
  await grace.getByLabel('Note').fill('Everybody has a backup')
  await grace.getByRole('button', { name: 'Decline' }).click()
  await expect(grace.getByText(/Declined by Grace Okafor/)).toBeVisible()
})
