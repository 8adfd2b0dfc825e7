import { expect } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { importStagedPlan } from './fixtures/written-plan.ts'

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test('an environment is made, renamed and protected, and unprotected by two people alone', async ({
  signedInAs,
}) => {
  const alma = await signedInAs('Alma Reyes')
  await alma.goto('/settings/environments')
  await alma.getByLabel('Key').fill('load_tests')
  await alma.getByLabel('Name', { exact: true }).last().fill('Load tests')
  await alma.getByRole('checkbox', { name: 'Protected' }).uncheck()
  await alma.getByRole('button', { name: 'Add the environment' }).click()
  const made = alma.getByRole('listitem').filter({ hasText: 'load_tests' })
  await expect(made.getByText('Not protected')).toBeVisible()

  await made.getByText('Change Load tests').click()
  await made.getByLabel('Name').fill('Load and stress')
  await made.getByRole('button', { name: 'Rename' }).click()
  await expect(made.getByRole('heading', { name: /Load and stress/ })).toBeVisible()
  await made.getByText('Change Load and stress').click()
  await made.getByRole('button', { name: 'Protect Load and stress' }).click()
  await expect(made.getByText('Protected', { exact: true })).toBeVisible()
  await look(alma, 'settings-environments')

  const propose = made.getByRole('button', { name: 'Propose to unprotect Load and stress' })
  if (!(await propose.isVisible())) await made.getByText('Change Load and stress').click()
  await expect(propose).toHaveAttribute('aria-disabled', 'true')
  await made.getByLabel('Why it should no longer be protected').fill('Nobody is let in by it')
  await propose.click()
  await expect(made.getByRole('button', { name: 'Take it back' })).toBeVisible()
  await expect(made.getByRole('button', { name: 'Accept' })).toHaveCount(0)

  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/settings/environments')
  await expect(grace.getByRole('button', { name: 'Add the environment' })).toHaveCount(0)
  await expectAccessible(grace)
  await grace.getByRole('button', { name: 'Accept' }).click()
  await expect(
    grace.getByRole('listitem').filter({ hasText: 'load_tests' }).getByText('Not protected'),
  ).toBeVisible()

  // By its name everywhere, though its key stays.
  const { key } = await importStagedPlan('ferry tickets')
  await grace.goto(`/toggles?q=${key}`)
  await expect(grace.getByRole('columnheader', { name: 'Load and stress' })).toBeVisible()
  await grace.goto(`/toggles/${key}`)
  await expect(grace.getByRole('heading', { name: 'Load and stress' })).toBeVisible()
  await expect(grace.getByText('Changing Load and stress is for')).toBeVisible()
})

test('the line is stopped by one person for everybody, and released by another', async ({
  signedInAs,
}) => {
  const ben = await signedInAs('Ben Castellano')
  await ben.goto('/freezes')
  await ben.getByRole('button', { name: 'Stop the line' }).click()
  const dialog = ben.getByRole('dialog', { name: 'Stop the line' })
  await dialog.getByRole('button', { name: 'Stop everything that widens' }).click()
  await expect(dialog).toContainText('Say why the line is stopped.')
  await expectAccessible(ben)
  await dialog.getByLabel('Reason').fill('Claims are written twice')
  await dialog.getByRole('button', { name: 'Stop everything that widens' }).click()
  await expect(ben.getByText('Claims are written twice').first()).toBeVisible()
  await expect(ben.getByRole('button', { name: 'Release the line' })).toHaveCount(0)
  await look(ben, 'line-stopped')

  const victor = await signedInAs('Victor Nyman')
  await expect(victor.getByRole('region', { name: 'Notices' })).toContainText(
    'Claims are written twice',
  )
  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/freezes')
  await grace.getByRole('button', { name: 'Release the line' }).click()
  await expect(grace.getByText('Claims are written twice')).toHaveCount(0)
})
