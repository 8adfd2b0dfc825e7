import { expect } from '@playwright/test'
import { openReceiver, type Receiver } from '../worker/testing/receiver.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { keepPicture } from './fixtures/picture.ts'
import { sendAs } from './fixtures/send-as.ts'

const KEY = 'told_by_webhook'

let receiver: Receiver

test.describe.configure({ mode: 'serial', timeout: 120_000 })

test.beforeAll(async () => {
  receiver = await openReceiver()
})

test.afterAll(() => receiver.close())

test('an administrator makes a webhook, keeps its secret, and sends a message again', async ({
  signedInAs,
}) => {
  await sendAs('tech_lead', 'POST', '/toggles', { key: KEY, description: 'Told to a SIEM' })
  const alma = await signedInAs('Alma Reyes', { afresh: true })
  await alma.goto('/settings/webhooks')
  await alma.getByLabel('Name').fill('Our SIEM')
  await alma.getByLabel('Address').fill(receiver.url)
  await alma.getByRole('checkbox', { name: 'Toggles and flips', exact: true }).check()
  await alma.getByRole('button', { name: 'Make the webhook' }).click()
  await expect(alma.getByText('Keep this secret now: it is not shown again')).toBeVisible()
  const secret = (await alma.getByText(/^whsec_/).textContent()) ?? ''
  await expectAccessible(alma)
  await keepPicture(alma, 'webhook-made')
  await alma.reload()
  await expect(alma.getByRole('link', { name: 'Our SIEM' })).toBeVisible()
  expect(await alma.content()).not.toContain(secret)

  const first = Promise.withResolvers<void>()
  receiver.answer = { status: 204, held: first.promise }
  const { seq } = await sendAs('tech_lead', 'PATCH', `/toggles/${KEY}/environments/staging`, {
    percentage_of_actors: 25,
    reason: 'Told',
  })
  await expect.poll(() => receiver.received.length).toBe(1)
  expect(receiver.received[0]?.isSignedWith(secret)).toBe(true)
  await alma.getByRole('link', { name: 'Our SIEM' }).click()
  const row = alma.getByRole('row').filter({ hasText: `#${seq}` })
  await expect(row).toContainText('Waits')
  first.resolve()
  await expect(row, 'what was taken meanwhile is shown without a reload').toContainText('Taken')
  const again = Promise.withResolvers<void>()
  receiver.answer = { status: 500, held: again.promise }
  await row.getByRole('button', { name: /^Send again/ }).click()
  await expect.poll(() => receiver.received.length).toBe(2)
  await expect(row).toContainText('Waits')
  again.resolve()
  await expect(row).toContainText('it answered 500')
  await expect(alma.getByText('Failing', { exact: true })).toBeVisible()
  expect(receiver.received[1]?.id).toBe(receiver.received[0]?.id)
  await expectAccessible(alma)
  await keepPicture(alma, 'webhook-messages')
  await alma.getByRole('button', { name: 'Remove Our SIEM' }).click()
  await alma.waitForURL('/settings/webhooks')
  await expect(alma.getByRole('link', { name: 'Our SIEM' })).toHaveCount(0)
})
