import { expect, type Page } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { production } from './fixtures/production.ts'
import { runningProduct } from './fixtures/running-product.ts'
import { askAs } from './fixtures/send-as.ts'

const TEAM = 'Benefits Portal'
const KEY = 'kept_apart'

test.describe.configure({ timeout: 240_000 })

test('a role is granted and used at once, and taken back at once', async ({ signedInAs }) => {
  const victor = await signedInAs('Victor Nyman')
  await victor.goto('/plans')
  await expect(victor.getByRole('link', { name: /^Import/ })).toHaveCount(0)

  const alma = await signedInAs('Alma Reyes', { afresh: true })
  await grant(alma, 'Victor Nyman', 'Program manager')
  await expect(alma.getByText('The role is granted')).toBeVisible()
  await look(alma, 'settings-teams-granted')
  await victor.reload()
  await expect(victor.getByRole('link', { name: /^Import/ }).first()).toBeVisible()

  await alma
    .getByRole('button', { name: 'Take back from Victor Nyman the role of program manager' })
    .click()
  await alma.getByRole('button', { name: 'Take the role back' }).click()
  await expect(alma.getByText(/Victor Nyman is no longer program manager/)).toBeVisible()
  await victor.reload()
  await expect(victor.getByRole('link', { name: /^Import/ })).toHaveCount(0)
})

test('roles are kept apart: one’s own, the last administrator, and what is protected', async ({
  signedInAs,
}) => {
  const alma = await signedInAs('Alma Reyes', { afresh: true })
  await alma.goto('/settings/teams')
  await expect(takeBack(alma, 'Alma Reyes')).toHaveCount(0)
  await expect(takeBack(alma, 'Victor Nyman')).toHaveCount(1)
  await grant(alma, 'Tomás Ibarra', 'Administrator')
  await expect(alma.getByRole('main').getByRole('alert')).toContainText(
    'nobody is an administrator and a tech lead',
  )
  await look(alma, 'settings-teams-refused')
  const people = alma.getByLabel('Person', { exact: true }).locator('option')
  await expect(people.filter({ hasText: 'Alma Reyes' })).toHaveCount(0)

  await alma.goto('/settings/people')
  await alma.getByRole('link', { name: 'Alma Reyes' }).click()
  await expect(alma.getByRole('heading', { level: 1 })).toHaveText('Alma Reyes')
  await expect(alma.getByRole('button', { name: 'Disable Alma Reyes' })).toHaveCount(0)

  await askAs('tech_lead', 'POST', '/toggles', { key: KEY, description: 'For the tech lead' })
  await alma.goto(`/toggles/${KEY}`)
  const inProduction = production(alma)
  await expect(inProduction).toContainText('Widening production is for a tech lead.')
  await expect(inProduction.getByRole('slider')).toHaveCount(0)
  const path = `/toggles/${KEY}/environments/production`
  const body = { percentage_of_actors: 1, reason: 'To see' }
  expect((await askAs('administrator', 'PATCH', path, body)).status).toBe(403)
})

test('a token is shown once, used, rotated and revoked; what is old is refused', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra', { afresh: true })
  await tomas.goto('/settings/tokens')
  await tomas.getByLabel('Name', { exact: true }).fill('Morning watch')
  await tomas.getByRole('button', { name: 'Make the token' }).click()
  await expect(tomas.getByText('“Morning watch” is made.')).toBeVisible()
  const first = await tomas.getByLabel('Token', { exact: true }).inputValue()
  await look(tomas, 'settings-tokens-made')
  expect(await statusWith(first)).toBe(200)
  await tomas.getByRole('button', { name: 'I have kept it' }).click()
  expect(await tomas.content()).not.toContain(first)

  await tomas.getByRole('button', { name: 'Rotate Morning watch' }).click()
  const dialog = tomas.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Rotate the token' }).click()
  const second = await dialog.getByLabel('Token', { exact: true }).inputValue()
  expect([await statusWith(first), await statusWith(second)]).toEqual([401, 200])
  await dialog.getByRole('button', { name: 'I have kept it' }).click()

  // The row is another token's now.
  await tomas.reload()
  await tomas.getByRole('button', { name: 'Revoke Morning watch' }).click()
  await tomas.getByRole('button', { name: 'Revoke the token' }).click()
  await expect(tomas.getByText('“Morning watch” is revoked')).toBeVisible()
  expect(await statusWith(second)).toBe(401)
  await expect(tomas.getByRole('button', { name: 'Revoke Morning watch' })).toHaveCount(0)
})

test('somebody sees where they are signed in, and ends their session elsewhere', async ({
  signedInAs,
}) => {
  const elsewhere = await signedInAs('Quentin Marsh', { afresh: true })
  const here = await signedInAs('Quentin Marsh', { afresh: true })
  await here.goto('/settings/sessions')
  const rows = here.getByRole('table', { name: 'Sessions' }).getByRole('row')
  await expect(rows.filter({ hasText: 'This one' })).toHaveCount(1)
  await look(here, 'settings-sessions')
  await here.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(rows.filter({ hasText: 'Another' })).toHaveCount(0)
  await elsewhere.goto('/toggles')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await here.reload()
  await expect(here).toHaveURL(/\/settings\/sessions/)
})

// The token of the demo's viewer ends here too, for good: no journey after this one may use it.
test('somebody who is disabled is out at once, and does not come in again', async ({
  signedInAs,
}) => {
  const victor = await signedInAs('Victor Nyman', { afresh: true })
  const alma = await signedInAs('Alma Reyes', { afresh: true })
  await alma.goto('/settings/people')
  await alma.getByRole('link', { name: 'Victor Nyman' }).click()
  await alma.getByRole('button', { name: 'Disable Victor Nyman' }).click()
  const asked = alma.getByRole('alertdialog')
  await asked.getByRole('button', { name: 'Disable Victor Nyman' }).click()
  await expect(alma.getByRole('button', { name: 'Enable Victor Nyman' })).toBeVisible()
  await look(alma, 'settings-person-disabled')
  try {
    await victor.goto('/toggles')
    await expect(victor).toHaveURL(/\/sign-in/)
    await victor.getByRole('button', { name: 'Sign in with single sign-on' }).click()
    await victor.getByRole('button', { name: 'Victor Nyman' }).click()
    await expect(victor.getByText(/does not let you in/)).toBeVisible()
    await look(victor, 'sign-in-disabled')
  } finally {
    await alma.getByRole('button', { name: 'Enable Victor Nyman' }).click()
    await expect(alma.getByRole('button', { name: 'Disable Victor Nyman' })).toBeVisible()
  }
})

async function grant(alma: Page, person: string, role: string): Promise<void> {
  await alma.goto('/settings/teams')
  await alma.getByText(`Grant a role in ${TEAM}`).click()
  await alma.getByLabel('Person', { exact: true }).selectOption({ label: person })
  await alma.getByLabel('Role', { exact: true }).selectOption({ label: role })
  await alma.getByRole('button', { name: 'Grant the role' }).click()
}

function takeBack(alma: Page, person: string) {
  return alma.getByRole('button', { name: new RegExp(`^Take back from ${person}`) })
}

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(`${runningProduct().web}/api/v1/toggles`, { headers })).status
}
