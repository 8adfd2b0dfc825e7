import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { type Product, tokenOf } from './fixtures/start-product.ts'

const SLUG = 'release-plan-ferry-letters'
const PLAN = readFileSync(new URL('./fixtures/plans/claim-letters.md', import.meta.url), 'utf8')
  .replaceAll('claim letters', 'ferry letters')
  .replaceAll('\n', '\r\n')

test.describe.configure({ mode: 'serial' })

test('a stage is added and moved in a form, which shows the Markdown before it is saved', async ({
  signedInAs,
  product,
}) => {
  await fetch(`${product.web}/api/v1/release-plans/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokenOf(product, 'program_manager')}`,
      'content-type': 'text/markdown',
    },
    body: PLAN,
  })
  const priya = await signedInAs('Priya Raman')
  const form = await formOf(priya, 'Stages')
  await expect(form.getByLabel('Stage', { exact: true }).first()).toBeFocused()
  await form.getByRole('button', { name: 'Add a stage' }).click()
  await priya.keyboard.type('Stage C: 100% of users')
  await form.getByLabel('Share in %').last().fill('100')
  await form.getByRole('button', { name: 'Move Stage C: 100% of users up' }).click()
  await expect(form.getByRole('list', { name: 'What changes in the Markdown' })).toContainText(
    'Stage C: 100% of users',
  )
  await look(priya, 'plan-form-stages')
  await form.getByRole('button', { name: 'Move Stage C: 100% of users down' }).click()
  await save(priya, 2)
  await expect(priya.getByRole('row', { name: /Stage C: 100% of users/ })).toContainText('100 %')
  const text = await documentOf(priya)
  expect(text.startsWith(PLAN.slice(0, PLAN.indexOf('## Points of Contact') - 2))).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toContain('\n')
})

test('the worklist walks through what is unanswered', async ({ signedInAs }) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(`/plans/${SLUG}`)
  await priya.getByRole('button', { name: 'Answer one by one: To answer' }).click()
  await expect(
    priya.getByRole('form', { name: 'Edit: To answer' }).getByRole('textbox'),
  ).toBeFocused()
  await priya.keyboard.type('Tomás turns it off within ten minutes.')
  await look(priya, 'plan-form-prompts')
  await save(priya, 3)
  await expect(priya.getByText('Nothing in the plan is left unanswered.')).toBeVisible()
  expect(await documentOf(priya)).toContain('\r\nTomás turns it off within ten minutes.\r\n')
})

test('a change of somebody else is announced and nothing is overwritten', async ({
  signedInAs,
  product,
}) => {
  const priya = await signedInAs('Priya Raman')
  const form = await formOf(priya, 'Rollback')
  await form.getByLabel('How it is rolled back').fill('Ben turns it off within five minutes.')
  await edit(product, 3, { edit: 'change_stage', n: 0, soak: '4 days' })
  await expect(
    priya.getByText('Tomás Ibarra saved revision 4 while you were editing revision 3'),
  ).toBeVisible()
  await look(priya, 'plan-form-newer')
  await priya.getByRole('button', { name: 'Save both together' }).click()
  await expect(priya.getByText('Revision 5 is saved')).toBeVisible()
  const text = await documentOf(priya)
  expect(text).toContain('Length of time: 4 days')
  expect(text).toContain('Ben turns it off within five minutes.')
})

test('what finds no place says so, and a viewer is offered no form', async ({ signedInAs }) => {
  const priya = await signedInAs('Priya Raman')
  const form = await formOf(priya, 'Points of contact')
  await form.getByRole('button', { name: 'Name another contact' }).click()
  await priya.keyboard.type('x9')
  await expect(form.getByText('The change finds no place where x9 would be read')).toBeVisible()
  await look(priya, 'plan-form-refused')
  const victor = await signedInAs('Victor Nyman')
  await victor.goto(`/plans/${SLUG}`)
  await expect(victor.getByRole('heading', { name: 'Rollback' })).toBeVisible()
  await expect(victor.getByRole('button', { name: /^Edit/ })).toHaveCount(0)
})

async function formOf(page: Page, part: string) {
  await page.goto(`/plans/${SLUG}`)
  await page.getByRole('button', { name: `Edit: ${part}` }).click()
  const form = page.getByRole('form', { name: `Edit: ${part}` })
  await expect(form).toBeVisible()
  return form
}

async function save(page: Page, revision: number): Promise<void> {
  await page.getByRole('button', { name: 'Save a new revision' }).click()
  await expect(page.getByText(`Revision ${revision} is saved`)).toBeVisible()
}

async function edit(product: Product, revision: number, body: unknown): Promise<void> {
  const answer = await fetch(`${product.web}/api/v1/release-plans/${SLUG}/edits`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tokenOf(product, 'tech_lead')}`,
      'content-type': 'application/json',
      'if-match': `"${revision}"`,
    },
    body: JSON.stringify(body),
  })
  expect(answer.status).toBe(200)
}

async function documentOf(page: Page): Promise<string> {
  const answer = await page.request.get(`/api/v1/release-plans/${SLUG}/document`)
  return answer.text()
}
