import { expect, type Page } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'
import { keepPicture } from './fixtures/picture.ts'
import { editPlan, importPlan } from './fixtures/written-plan.ts'

const slug = 'release-plan-mailing-address-check'
const rollCall = `/plans/${slug}/roll-call`

test.describe.configure({ mode: 'serial', timeout: 240_000 })

const now = (page: Page) => page.getByRole('region', { name: 'Now' })
const row = (page: Page, discipline: string) => page.locator(`li#${discipline}`)

test.beforeAll(async () => {
  await importPlan('mailing address check')
})

test('before the first round the page says what belongs here, and who opens it', async ({
  signedInAs,
}) => {
  const ben = await signedInAs('Ben Castellano')
  await ben.goto(rollCall)
  await expect(ben.getByText('No roll has been called for this plan')).toBeVisible()
  await expect(ben.getByText('A program manager opens it.')).toBeVisible()
  await expect(ben.getByRole('button', { name: /Open roll call/ })).toHaveCount(0)
  await look(ben, 'meeting-empty')

  const priya = await signedInAs('Priya Raman')
  await priya.goto(rollCall)
  await priya.getByLabel('What is it for?').fill('Test users')
  await priya.getByText('Ask other disciplines than the policy does').click()
  await priya.getByLabel('Content').selectOption('required')
  await look(priya, 'meeting-opening')
  await priya.getByRole('button', { name: 'Open roll call 1' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Roll call 1')
  await expect(priya.getByText('0 of 8')).toBeVisible()
})

test('three browsers, one meeting: called, answered on a phone, recorded, all by keyboard', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  const ben = await signedInAs('Ben Castellano')
  const grace = await signedInAs('Grace Okafor')
  await ben.setViewportSize({ width: 360, height: 780 })
  for (const page of [priya, ben, grace]) await page.goto(rollCall)

  await ben.getByRole('button', { name: 'I’m here' }).click()
  await priya.getByRole('button', { name: 'I’m here' }).click()
  await expect(grace.getByText('In the meeting 2')).toBeVisible()
  await expect(ben.getByRole('button', { name: 'I’m here' })).toHaveCount(0)
  await priya.getByLabel('Also in the room').fill('Quentin Marsh')
  await priya.keyboard.press('Enter')
  await expect(grace.getByText('Quentin Marsh, noted by Priya Raman')).toBeVisible()
  await keepPicture(grace, 'meeting-waiting')

  // The facilitator calls in turn with a key; the phone shows its two buttons, first thing.
  await priya.locator('h1').click()
  for (const name of ['Product', 'Design', 'Frontend', 'Backend']) {
    await priya.keyboard.press('j')
    await expect(now(priya).getByRole('heading')).toContainText(name)
  }
  await expect(now(ben).getByText('Your turn')).toBeVisible()
  await expect(now(grace).getByRole('heading')).toHaveText('Backend — Ben Castellano')
  await expect(row(grace, 'backend')).toHaveAttribute('aria-current', 'step')
  const go = now(ben).getByRole('button', { name: 'Go for Backend', exact: true })
  const box = await go.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(60)
  expect((box?.y ?? 780) + (box?.height ?? 0)).toBeLessThan(780)
  await look(ben, 'meeting-my-turn')
  await ben.setViewportSize({ width: 360, height: 780 })

  await priya.keyboard.press('t')
  await expect(ben.getByRole('timer', { name: 'Meeting' })).toBeVisible()
  await expect(grace.getByRole('timer', { name: 'Backend' })).toBeVisible()

  // A go with the keyboard alone: the key asks, Enter says it, focus comes back.
  await ben.keyboard.press('g')
  await expect(ben.getByRole('dialog', { name: 'Sign go for Backend' })).toBeVisible()
  await look(ben, 'meeting-confirm')
  await ben.setViewportSize({ width: 360, height: 780 })
  await ben.keyboard.press('Enter')
  for (const page of [priya, ben, grace]) {
    await expect(row(page, 'backend')).toContainText('Go from Ben Castellano')
  }
  await expect(grace.getByRole('status').or(grace.locator('[aria-live]'))).toContainText([
    'Ben Castellano said go for Backend.',
  ])

  // What was said in the room: the contact by a digit, the verdict by a key, and that it was so.
  await priya.keyboard.press('j')
  await expect(now(priya).getByRole('heading')).toContainText('QA — Quentin Marsh')
  await priya.keyboard.press('1')
  await priya.keyboard.press('n')
  const asked = priya.getByRole('dialog', { name: 'Record no-go for QA' })
  await expect(asked.getByLabel('Reason')).toBeFocused()
  // A key types while somebody writes, and does nothing else.
  await priya.keyboard.type('just one glaring thing: reminders go out twice')
  await asked.getByLabel('What would change it').fill('One reminder an appointment')
  await look(priya, 'meeting-no-go')
  await priya.keyboard.press('Control+Enter')
  await expect(row(grace, 'qa')).toContainText('No-go from Quentin Marsh, recorded by Priya Raman')
  await expect(row(grace, 'qa')).toContainText('What would change it: One reminder an appointment')
  await expect(row(grace, 'qa')).toContainText('glaring thing')

  await priya.getByRole('button', { name: 'Call Content' }).click()
  await priya.keyboard.press('x')
  await priya.getByRole('dialog').getByLabel('Said by').fill('Fern Lindqvist')
  await priya.getByRole('dialog').getByLabel('Reason').fill('No words change')
  await priya.getByRole('button', { name: 'Record not applicable for Content' }).click()
  await expect(row(ben, 'content')).toContainText('Not applicable from Fern Lindqvist')
  await look(priya, 'meeting-under-way')
})

test('keys are listed, can be switched off, and a room has a view of its own', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(rollCall)
  await priya.keyboard.press('?')
  const keys = priya.getByRole('dialog', { name: 'Keys of the meeting' })
  await look(priya, 'meeting-keys')
  await keys.getByLabel('Single keys act on this page').uncheck()
  await priya.keyboard.press('Escape')
  await priya.keyboard.press('r')
  await expect(now(priya)).toBeVisible()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Roll call 1')
  await priya.getByRole('button', { name: /^Keys/ }).click()
  await keys.getByLabel('Single keys act on this page').check()
  await priya.keyboard.press('Escape')

  await priya.keyboard.press('r')
  await expect(priya.getByRole('heading', { level: 1 })).toContainText('Roll call 1 ·')
  await expect(priya.getByRole('button', { name: 'Record go' })).toHaveCount(0)
  expect(new URL(priya.url()).searchParams.get('view')).toBe('room')
  await look(priya, 'meeting-room')
  await priya.reload()
  await expect(priya.getByRole('heading', { level: 1 })).toContainText('Roll call 1 ·')
  await priya.keyboard.press('Escape')
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Roll call 1')
})

test('an edit makes exactly its disciplines stale on every open page, with what changed', async ({
  signedInAs,
}) => {
  const ben = await signedInAs('Ben Castellano')
  const ada = await signedInAs('Ada Whitcombe')
  for (const page of [ben, ada]) await page.goto(rollCall)
  await ada.getByRole('button', { name: 'Go for Accessibility', exact: true }).click()
  await ada.getByRole('button', { name: 'Sign go for Accessibility' }).click()
  await expect(row(ben, 'accessibility')).toContainText('Go from Ada Whitcombe')
  await editPlan(
    slug,
    'as soon as the error rate doubles',
    'once the error rate passes two percent',
  )
  await expect(row(ben, 'backend')).toContainText('The plan changed since, in rollback')
  await expect(row(ada, 'backend')).toContainText('Stale')
  await expect(row(ben, 'accessibility')).not.toContainText('Stale')
  await ben.getByRole('button', { name: 'What changed since Ben Castellano spoke' }).click()
  const changes = row(ben, 'backend').getByRole('region', { name: 'Changes in rollback' })
  await expect(changes).toContainText('as soon as the error rate doubles')
  await expect(changes).toContainText('once the error rate passes two percent')
  await look(ben, 'meeting-stale')
})

test('who may not, is not shown how; and who signs an old text is told', async ({ signedInAs }) => {
  const victor = await signedInAs('Victor Nyman')
  await victor.goto(rollCall)
  await expect(victor.getByRole('group', { name: 'Facilitator' })).toHaveCount(0)
  await expect(victor.getByRole('button', { name: /Go for|Record|Call/ })).toHaveCount(0)
  await victor.keyboard.press('j')
  await victor.keyboard.press('g')
  await expect(victor.getByRole('dialog')).toHaveCount(0)
  await look(victor, 'meeting-viewer')

  const ben = await signedInAs('Ben Castellano')
  await ben.goto(rollCall)
  await ben.getByRole('button', { name: 'Go for Backend', exact: true }).click()
  await editPlan(slug, 'passes two percent', 'passes three percent')
  await expect(row(victor, 'backend')).toContainText('Stale')
  await ben.getByRole('button', { name: 'Sign go for Backend' }).click()
  await expect(ben.getByRole('dialog')).toContainText('edited meanwhile')
  await look(ben, 'meeting-refused')
  await ben.getByRole('button', { name: 'Sign go for Backend' }).click()
  await expect(row(victor, 'backend')).toContainText('on revision 3')
})

test('the decision says what is missing and where to mend it; afterwards it is a record', async ({
  signedInAs,
}) => {
  const priya = await signedInAs('Priya Raman')
  await priya.goto(rollCall)
  await priya.keyboard.press('d')
  const missing = priya.getByRole('listitem').filter({ hasText: 'QA says no-go' })
  await missing.getByRole('link', { name: /To its row/ }).click()
  expect(new URL(priya.url()).hash).toBe('#qa')
  await expect(priya.getByRole('button', { name: 'Decide to launch' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await priya.getByLabel('Note on the decision').fill('Reminders first')
  await priya.getByRole('button', { name: 'Pause' }).click()
  await expect(priya.getByText('Decision: Pause', { exact: true })).toBeVisible()
  await expect(now(priya)).toHaveCount(0)
  await expect(priya.getByText('Who was there')).toBeVisible()
  await priya.reload()
  await look(priya, 'meeting-closed')

  await priya.getByLabel('What is it for?').fill('Again after a rollback')
  await priya.getByRole('button', { name: 'Open roll call 2' }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText('Roll call 2')
  const rounds = priya.getByRole('navigation', { name: 'Rounds' })
  await rounds.getByRole('link', { name: 'Round 1: Test users' }).click()
  await expect(priya.getByText('Decision: Pause', { exact: true })).toBeVisible()
  await expect(priya.getByRole('button', { name: /Go for/ })).toHaveCount(0)
  await expect(row(priya, 'qa')).toContainText('glaring thing')
})
