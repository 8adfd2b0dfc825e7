import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { keepPicture } from './fixtures/picture.ts'
import type { Product } from './fixtures/start-product.ts'

const KEY = 'appointment_reminders'
const planFile = new URL('./fixtures/plans/appointment-reminders.md', import.meta.url)

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test('the program manager imports the plan, looks at what was read, and keeps it', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto('/plans/import')
  await expectAccessible(priya)
  await keepPicture(priya, 'import')
  await priya.getByLabel(/Drop the plan/).setInputFiles(planFile.pathname)

  await expect(priya.getByRole('heading', { name: 'What was read' })).toBeVisible()
  const read = priya.getByRole('region', { name: 'What was read' })
  await expect(read.getByRole('row')).toHaveCount(6)
  await expect(read.getByText('Yes', { exact: true })).toHaveCount(3)
  await expect(read).toContainText('turns the toggle off as soon as the error rate doubles')
  await read.getByLabel(`Register ${KEY}`).check()
  await expectAccessible(priya)
  await keepPicture(priya, 'import-review')
  await priya.getByRole('button', { name: 'Keep the plan and register 1 toggle' }).click()

  await expect(priya.getByRole('heading', { level: 1 })).toHaveText(
    'Release Plan: appointment reminders',
  )
  await expect(priya.getByRole('link', { name: KEY })).toBeVisible()
  await expectAccessible(priya)
  await keepPicture(priya, 'plan')
  await priya.getByRole('link', { name: 'Document' }).click()
  await expect(priya.getByRole('link', { name: 'Export the Markdown' })).toBeVisible()
  await expectAccessible(priya)
  const href = await priya.getByRole('link', { name: 'Export the Markdown' }).getAttribute('href')
  const exported = await priya.request.get(href ?? '')
  expect(await exported.text()).toBe(readFileSync(planFile, 'utf8'))
})

test('before a launch the tech lead sees what blocks the widening, and who can clear it', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra')
  await tomas.goto(`/toggles/${KEY}`)
  await expectAccessible(tomas)
  await propose(tomas, '10')
  const proposal = tomas.getByRole('region', { name: 'Proposal for production' })
  await expect(proposal).toContainText('No roll call has decided to launch.')
  await expect(proposal).toContainText('the disciplines and the government lead, in a roll call')
  await expect(proposal.getByRole('button', { name: 'Widen production to 10 %' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expectAccessible(tomas)
  await keepPicture(tomas, 'toggle-blocked')
})

test('the roll is called: a no-go first, then every discipline, and the launch', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto('/plans/release-plan-appointment-reminders')
  await priya.getByRole('link', { name: 'Call the roll' }).click()
  await priya.getByRole('button', { name: 'Open roll call 1' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Roll call 1')
  await expect(priya.getByText('0 of 7')).toBeVisible()
  const rollCall = priya.url()

  // Recorded by the program manager for a contact of the plan, whose no-go needs a reason.
  await priya.getByRole('button', { name: 'Call Backend' }).click()
  const backend = priya.getByRole('group', { name: 'Record for Backend' })
  await backend.getByLabel('Kofi Mensah').check()
  await backend.getByRole('button', { name: 'Record no-go' }).click()
  const asked = priya.getByRole('dialog', { name: 'Record no-go for Backend' })
  await expect(asked.getByLabel('Said by')).toHaveValue('Kofi Mensah')
  await expect(asked.getByText('Give the reason: it is kept with the word.')).toBeVisible()
  await asked.getByLabel('Reason').fill('The message queue drops one in ten')
  await asked.getByRole('button', { name: 'Record no-go for Backend' }).click()
  await expect(priya.getByText('Backend says no-go (Kofi Mensah).')).toBeVisible()
  await expect(priya.getByRole('button', { name: 'Decide to launch' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await expectAccessible(priya)
  await keepPicture(priya, 'roll-call')

  await sign(priya, 'Product')
  await expect(priya.getByText('1 of 7')).toBeVisible()
  const speakers: [string, string][] = [
    ['Ben Castellano', 'Backend'],
    ['Fern Lindqvist', 'Frontend'],
    ['Dalia Haddad', 'Design'],
    ['Quentin Marsh', 'QA'],
    ['Ada Whitcombe', 'Accessibility'],
    ['Grace Okafor', 'Government lead'],
  ]
  for (const [person, discipline] of speakers) {
    const page = await signedInAs(person)
    await page.goto(rollCall)
    await sign(page, discipline)
    await expect(page.locator('li', { hasText: `Go from ${person}` }).first()).toBeVisible()
    await page.context().close()
  }
  // The votes of the others appear without a reload.
  await expect(priya.getByText('7 of 7')).toBeVisible()
  await priya.getByRole('button', { name: 'Decide to launch' }).click()
  await expect(priya.getByText('Decision: Launch', { exact: true })).toBeVisible()
  await expectAccessible(priya)
  await keepPicture(priya, 'roll-call-decided')
})

test('after the launch the widening goes through, applications see it, and a rollback restores', async ({
  signedInAs,
  product,
}) => {
  const tomas = await signedInAs('Tomás Ibarra')
  await tomas.goto(`/toggles/${KEY}`)
  await propose(tomas, '10')
  const proposal = tomas.getByRole('region', { name: 'Proposal for production' })
  await proposal.getByLabel('Reason').fill('The first stage of the plan')
  await keepPicture(tomas, 'toggle')
  await proposal.getByRole('button', { name: 'Widen production to 10 %' }).click()
  await expect(tomas.getByText('10 % of actors').first()).toBeVisible()
  // Bucket 8,044 of appointment_reminders is not asked for by name: whoever is in is in by share.
  await expect.poll(() => shareIn(product)).toBeGreaterThan(0.05)
  await expectAccessible(tomas)
  await keepPicture(tomas, 'toggle-widened')

  await tomas
    .getByRole('button', { name: /Roll back/ })
    .first()
    .click()
  const dialog = tomas.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await expectAccessible(tomas)
  await keepPicture(tomas, 'toggle-roll-back')
  await dialog.getByText('Errors rose').click()
  await expect(dialog).toBeHidden()
  await expect.poll(() => shareIn(product)).toBe(0)
})

test('the government lead reads all of it in the log, denied attempts too', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Okafor')
  await grace.goto(`/audit?toggle=${KEY}`)
  const log = grace.getByRole('main')
  await expect(log.getByText(/Tomás Ibarra rolled .* back/).first()).toBeVisible()
  await expect(log.getByText(/Tomás Ibarra widened .* from off to 10 %/)).toBeVisible()
  await expect(log).toContainText('Errors rose')
  await expectAccessible(grace)
  await keepPicture(grace, 'audit')
  await grace.goto('/audit?plan=release-plan-appointment-reminders')
  await expect(log.getByText(/Kofi Mensah/).first()).toBeVisible()
  await grace.goto('/audit')
  await expect(log.getByText(/The log holds/).first()).toBeVisible()
})

async function propose(page: Page, percentage: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Percentage of actors in production' })
  await field.fill(percentage)
  await field.press('Enter')
  await expect(page.getByRole('region', { name: 'Proposal for production' })).toBeVisible()
}

async function sign(page: Page, discipline: string): Promise<void> {
  await page.getByRole('button', { name: `Go for ${discipline}`, exact: true }).click()
  await page.getByRole('button', { name: `Sign go for ${discipline}` }).click()
}

/** The share of 400 actors that an application is told to let in. */
async function shareIn({ flags, home }: Product): Promise<number> {
  const token = readFileSync(`${home}/demo-flags-token`, 'utf8').trim()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const asked = Array.from({ length: 400 }, async (_, n) => {
    const body = JSON.stringify({ context: { targetingKey: `actor-${n}` } })
    const url = `${flags}/ofrep/v1/evaluate/flags/${KEY}`
    const response = await fetch(url, { method: 'POST', headers, body })
    const { value } = (await response.json()) as { value: boolean }
    return value ? 1 : 0
  })
  const answers: number[] = await Promise.all(asked)
  return answers.reduce((sum, one) => sum + one, 0) / answers.length
}
