import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { sendAsProgram } from './fixtures/written-plan.ts'

const rollCall = '/plans/refill-requests-launch-go-no-go/roll-call'

test.describe.configure({ timeout: 240_000 })

test.beforeAll(async () => {
  const sheet = new URL('./fixtures/plans/refill-requests-go-no-go.md', import.meta.url)
  const body = readFileSync(sheet, 'utf8')
  await sendAsProgram('POST', '/release-plans/import', { body })
})

test('the prompts of the sheet are worked through on the page, with notes, live for all', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(rollCall)
  await priya.getByRole('button', { name: 'Open roll call 1' }).click()
  await expect(priya.getByText('0 of 3 answered')).toBeVisible()
  const grace = await signedInAs('Grace Okafor')
  await grace.goto(rollCall)

  await priya.keyboard.press('p')
  await expect(priya.getByRole('heading', { name: /Prompts/ })).toBeFocused()
  const second = priya.locator('#prompt-2')
  await expect(second).toContainText('Fern. The sheet says no')
  await second.getByText('No', { exact: true }).click()
  await expect(grace.getByText('1 of 3 answered')).toBeVisible()
  await expect(grace.locator('#prompt-2').getByLabel('No', { exact: true })).toBeChecked()

  await second.getByLabel('Note on prompt 2').fill('None since Tuesday')
  await second.getByRole('button', { name: 'Keep the note' }).click()
  await expect(grace.getByLabel('Note on prompt 2')).toHaveValue('None since Tuesday')
  await look(priya, 'meeting-prompts')

  const lacking = priya.getByRole('listitem').filter({ hasText: 'Prompt 3 is unanswered' })
  await lacking.getByRole('link', { name: /Answer it/ }).click()
  expect(new URL(priya.url()).hash).toBe('#prompt-3')
  await priya.locator('#prompt-3').getByText('Not applicable').click()
  await expect(lacking).toHaveCount(0)

  const victor = await signedInAs('Victor Nyman')
  await victor.goto(rollCall)
  await expect(victor.locator('#prompt-2')).toContainText('None since Tuesday')
  await expect(victor.locator('#prompt-1')).toContainText('Not answered')
  await expect(victor.getByLabel('Note on prompt 1')).toHaveCount(0)
})
