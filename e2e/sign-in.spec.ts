import { expect } from '@playwright/test'
import { DEMO_PEOPLE } from '../prisma/demo-people.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { signIn, test } from './fixtures/journey.ts'
import { keepPicture } from './fixtures/picture.ts'

test('somebody who is not signed in is asked to, and comes back to where they were going', async ({
  page,
}) => {
  await page.goto('/toggles')
  await expect(page).toHaveURL(/\/sign-in\?/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in to Rollcall')
  await expectAccessible(page)
  await keepPicture(page, 'sign-in')

  await signIn(page, 'Quentin Marsh')
  await expect(page).toHaveURL('/toggles')
})

for (const { name } of DEMO_PEOPLE) {
  test(`${name} signs in and sees what waits for them`, async ({ signedInAs }) => {
    const page = await signedInAs(name)
    await expect(page).toHaveURL('/')
    await expect(page.getByRole('banner')).toContainText(name)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}

test('somebody who signs out is out, also where the session was kept', async ({ page }) => {
  await page.goto('/')
  await signIn(page, 'Victor Nyman')
  const kept = await page.context().storageState()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with single sign-on' })).toBeVisible()

  await page.context().addCookies(kept.cookies)
  await page.goto('/')
  await expect(page).toHaveURL(/\/sign-in/)
})
