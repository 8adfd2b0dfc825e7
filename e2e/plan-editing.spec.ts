import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { type Product, tokenOf } from './fixtures/start-product.ts'

const SLUG = 'release-plan-claim-letters'
const LABEL = 'The plan’s Markdown'
// As an editor on another system saves it.
const PLAN = `\uFEFF${readFileSync(new URL('./fixtures/plans/claim-letters.md', import.meta.url), 'utf8').replaceAll('\n', '\r\n')}`

test.describe.configure({ mode: 'serial' })

test('a value and the line it was read from are marked together, and a slip is fixed in place', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto('/plans/import')
  await priya
    .getByLabel(/Drop the plan/)
    .setInputFiles({ name: 'plan.md', mimeType: 'text/markdown', buffer: Buffer.from(PLAN) })
  const read = priya.getByRole('region', { name: 'What was read' })
  const document = priya.getByRole('region', { name: 'The document' })
  const stage = read.getByRole('row', { name: /Stage B/ })
  const line = document.locator('#line-27')
  await expect(line).toContainText('### Stage B: 50% of users')

  await stage.hover()
  await expect(line).toHaveAttribute('data-pointed', '')
  await document.getByRole('link', { name: 'Line 20, understood' }).focus()
  await expect(read.getByRole('row', { name: /Stage A/ })).toHaveAttribute('data-pointed', '')
  await expect(line).not.toHaveAttribute('data-pointed')
  await look(priya, 'import-review-marked')

  await priya.getByText('Fix in place').click()
  await stage.getByRole('link', { name: 'line 27' }).click()
  await expect.poll(() => selectedText(priya)).toBe('### Stage B: 50% of users')
  await priya.keyboard.type('### Stage B: 25% of users')
  await expect(stage).toContainText('25% of users')
  await look(priya, 'import-review-fix')
  await priya.getByRole('button', { name: 'Keep the plan' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Release Plan: claim letters')
  expect(await documentOf(priya)).toBe(PLAN.replace('Stage B: 50%', 'Stage B: 25%'))
})

test('the worklist leads to each unanswered prompt, and what is written is read at once', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(`/plans/${SLUG}`)
  await priya
    .getByRole('listitem')
    .filter({ hasText: 'who turns it off' })
    .getByRole('link', { name: 'line 18' })
    .click()
  await expect.poll(() => selectedText(priya)).toBe('[FILL_IN]: who turns it off')
  const read = priya.getByRole('region', { name: 'What is read now' })
  await expect(read).toContainText('The plan does not say how to roll back.')
  await priya.keyboard.type('Tomás turns claim_letters off and tells the contact center.')
  await expect(read).not.toContainText('The plan does not say how to roll back.')
  await expect(read).toContainText('Tomás turns claim_letters off')
  await priya.getByText('What saving changes').click()
  await expect(priya.getByRole('list', { name: 'What saving changes' })).toContainText(
    'tells the contact center',
  )
  await look(priya, 'plan-edit')
  await save(priya)
})

test('edits of two people on different lines are put together before they are saved', async ({
  signedInAs,
  product,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(`/plans/${SLUG}?view=edit`)
  await replaceIn(priya, 'Length of time: 2 days', 'Length of time: 3 days')
  const before = await documentOf(priya)
  await saveAs(
    product,
    'tech_lead',
    2,
    before.replace('Length of time: 1 week', 'Length of time: 2 weeks'),
  )

  // Appears by itself, and says whose it is.
  await expect(
    priya.getByText('Tomás Ibarra saved revision 3 while you were editing'),
  ).toBeVisible()
  await expect(priya.getByRole('button', { name: 'Save a new revision' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await look(priya, 'plan-edit-newer')
  await priya.getByRole('button', { name: 'Put both together' }).click()
  await save(priya)
  expect(await documentOf(priya)).toBe(
    before
      .replace('Length of time: 2 days', 'Length of time: 3 days')
      .replace('Length of time: 1 week', 'Length of time: 2 weeks'),
  )
})

test('edits of the same line wait for a choice', async ({ signedInAs, product }) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(`/plans/${SLUG}?view=edit`)
  await replaceIn(priya, 'Length of time: 3 days', 'Length of time: 5 days')
  const before = await documentOf(priya)
  await saveAs(product, 'tech_lead', 4, before.replace('time: 3 days', 'time: 4 days'))
  const place = priya.getByRole('region', { name: 'Line 24' })
  await expect(place).toContainText('Length of time: 4 days')
  await expect(place).toContainText('Length of time: 5 days')
  await look(priya, 'plan-edit-conflict')
  await place.getByLabel('What I wrote').check()
  await priya.getByRole('button', { name: 'Go on with what I chose' }).click()
  await save(priya)
  expect(await documentOf(priya)).toBe(before.replace('time: 3 days', 'time: 5 days'))
})

test('revisions say who and what, and an older text is restored to the byte', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(`/plans/${SLUG}?view=revisions`)
  await expect(priya.getByRole('row', { name: /Tomás Ibarra/ })).toHaveCount(2)
  await priya
    .getByRole('row', { name: /^3/ })
    .getByRole('link', { name: 'Since revision 2' })
    .click()
  await expect(priya.getByRole('list', { name: 'From revision 2 to 3' })).toContainText(
    'Length of time: 2 weeks',
  )
  await look(priya, 'plan-revisions')
  const first = await documentOf(priya, 1)
  await priya.getByRole('row', { name: /^1/ }).getByRole('link', { name: 'Until now' }).click()
  await priya.getByRole('button', { name: 'Restore revision 1' }).click()
  await expect(priya.getByText('Revision 7 has the text of revision 1')).toBeVisible()
  expect(await documentOf(priya)).toBe(first)
})

test('a new plan begins with the template or with a copy', async ({ signedInAs }) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto('/plans/new')
  await look(priya, 'plan-new')
  await priya.getByLabel('What is released').fill('secure messages')
  await priya.getByText('Three stages').click()
  await priya.getByRole('button', { name: 'Begin with the template' }).click()
  const read = priya.getByRole('region', { name: 'What was read' })
  await expect(read.getByRole('row', { name: /Stage C/ })).toContainText('100 %')
  await priya.getByRole('button', { name: 'Keep the plan' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Release Plan: secure messages')

  await priya.goto(`/plans/new?from=${SLUG}`)
  await priya.getByRole('button', { name: 'Begin with a copy' }).click()
  await expect(priya.getByText('This very text is kept already')).toBeVisible()
})

async function documentOf(page: Page, revision?: number): Promise<string> {
  const query = revision === undefined ? '' : `?revision=${revision}`
  const answer = await page.request.get(`/api/v1/release-plans/${SLUG}/document${query}`)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.body())
}

async function saveAs(product: Product, person: string, revision: number, text: string) {
  const answer = await fetch(`${product.web}/api/v1/release-plans/${SLUG}/document`, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${tokenOf(product, person)}`,
      'content-type': 'text/markdown',
      'if-match': `"${revision}"`,
    },
    body: text,
  })
  expect(answer.status).toBe(200)
}

async function replaceIn(page: Page, words: string, others: string): Promise<void> {
  const area = page.getByLabel(LABEL)
  const text = await area.inputValue()
  expect(text).toContain(words)
  await area.fill(text.replace(words, others))
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save a new revision' }).click()
  await expect(page.getByText(/Revision \d+ is saved/)).toBeVisible()
  await page.waitForURL((url) => url.search === '')
}

function selectedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const area = document.activeElement
    if (!(area instanceof HTMLTextAreaElement)) return ''
    return area.value.slice(area.selectionStart, area.selectionEnd)
  })
}
