import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { keepPicture } from './fixtures/picture.ts'
import { sendAs } from './fixtures/send-as.ts'

const KEY = 'looked_back_at'
const STAGING = `/toggles/${KEY}/environments/staging`

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const flipTo = (percentage: number, reason: string) =>
  sendAs('tech_lead', 'PATCH', STAGING, { percentage_of_actors: percentage, reason })

/** The moment of the newest entry, as an address takes it. */
async function newestMoment(): Promise<string> {
  const { entries } = await sendAs('viewer', 'GET', '/audit?limit=1')
  return String(Object(Array.isArray(entries) ? entries[0] : null).sealed_at)
}

const entryNamed = (page: Page, text: string | RegExp) =>
  page.getByRole('listitem').filter({ hasText: text })

test('the difference of two moments shows before, after and the flips between', async ({
  signedInAs,
}) => {
  await sendAs('tech_lead', 'POST', '/toggles', { key: KEY, description: 'Looked back at' })
  await flipTo(10, 'The first of the team')
  const from = await newestMoment()
  await new Promise((resolve) => setTimeout(resolve, 5))
  await flipTo(40, 'The whole team')
  await flipTo(25, 'Less of it')
  const grace = await signedInAs('Grace Okafor')
  await grace.goto(`/audit/state?from=${from}&to=${await newestMoment()}`)
  const row = grace.getByRole('row').filter({ hasText: KEY })
  await expect(row.getByRole('cell').nth(1)).toContainText('10 %')
  await expect(row.getByRole('cell').nth(2)).toContainText('25 %')
  await expect(row.getByRole('link', { name: 'all 2' })).toBeVisible()
  await expect(grace.getByRole('list', { name: 'The flips between, newest first' })).toContainText(
    `Tomás Ibarra narrowed ${KEY} in staging from 40 % to 25 %.`,
  )
  await expectAccessible(grace)
  await keepPicture(grace, 'audit-difference')
  await row.getByRole('link', { name: 'all 2' }).click()
  await expect(entryNamed(grace, `widened ${KEY}`)).toHaveCount(1)

  await grace.goto('/audit/state')
  await grace.getByLabel('From (UTC)').fill('2026-01-01T00:00')
  await grace.getByLabel('To (UTC)').fill('2025-01-01T00:00')
  await grace.getByRole('button', { name: 'Compare' }).click()
  await expect(grace.getByText('Choose two moments, the earlier one first.')).toBeVisible()
})

test('a filter is kept as a view of one’s own, and let go', async ({ signedInAs }) => {
  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/audit')
  await grace.getByLabel('Toggle').fill(KEY)
  await grace.getByLabel('Outcome').selectOption({ label: 'Done' })
  await grace.getByRole('button', { name: 'Show', exact: true }).click()
  await grace.waitForURL(/outcome=allowed/)
  await grace.getByLabel('Name of this view').fill('Looked back at, done')
  await grace.getByRole('button', { name: 'Save this view' }).click()
  const view = grace.getByRole('link', { name: 'Looked back at, done' })
  await expect(view).toBeVisible()
  await expect(grace.getByRole('button', { name: 'Save this view' })).toHaveCount(0)
  await expectAccessible(grace)
  await keepPicture(grace, 'audit-filtered')
  await grace.goto('/audit')
  await view.click()
  await expect(grace).toHaveURL(new RegExp(`toggle=${KEY}`))
  await expect(grace.getByLabel('Outcome')).toHaveValue('allowed')
  const victor = await signedInAs('Victor Nyman')
  await victor.goto('/audit')
  await expect(victor.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(victor.getByRole('link', { name: 'Looked back at, done' })).toHaveCount(0)
  const remove = { name: 'Remove the view Looked back at, done' }
  await grace.getByRole('button', remove).click()
  await expect(view).toHaveCount(0)
})

test('the log goes on by itself, is held still, and lets go', async ({ signedInAs }) => {
  const grace = await signedInAs('Grace Okafor')
  await grace.goto(`/audit?toggle=${KEY}`)
  await expect(grace.getByText('New entries appear here as they are written.')).toBeVisible()
  await grace.evaluate(() => Object.assign(window, { isSamePage: true }))
  await flipTo(30, 'Seen at once')
  await expect(entryNamed(grace, 'Seen at once')).toBeVisible()
  await grace.getByRole('button', { name: 'Hold still' }).click()
  await expect(grace.getByText('Held still')).toBeVisible()
  await flipTo(31, 'Held back')
  await flipTo(32, 'Held back too')
  await expect(grace.getByText('2 new entries since.')).toBeVisible()
  await expect(entryNamed(grace, 'Held back')).toHaveCount(0)
  await expectAccessible(grace)
  await keepPicture(grace, 'audit-held')
  await grace.getByRole('button', { name: 'Show 2 new entries' }).click()
  await expect(entryNamed(grace, 'Held back')).toHaveCount(2)
  expect(await grace.evaluate(() => 'isSamePage' in window)).toBe(true)
})

test('where the stream breaks off, it is taken up again and nothing is missed', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Okafor')
  const seq = Number(Object(await flipTo(35, 'Before it broke off')).seq)
  // The first stream ends at once; what is written before the next is not told by any.
  let streams = 0
  await grace.route('**/api/v1/live', async (route) => {
    streams += 1
    if (streams > 1) return route.continue()
    const body = `retry: 1500\n\nevent: sealed\ndata: ${seq}\n\n`
    return route.fulfill({ contentType: 'text/event-stream', body })
  })
  await grace.goto(`/audit?toggle=${KEY}`)
  await expect(entryNamed(grace, 'Before it broke off')).toBeVisible()
  await expect.poll(() => streams).toBeGreaterThan(0)
  await flipTo(36, 'While it was broken off')
  await expect(entryNamed(grace, 'While it was broken off')).toBeVisible()
  expect(streams).toBeGreaterThan(1)
})

test('the last hour is one step away, and so is everything that one action caused', async ({
  signedInAs,
}) => {
  const file = new URL('./fixtures/plans/appointment-reminders.md', import.meta.url)
  const plan = readFileSync(file, 'utf8')
    .replaceAll('appointment_reminders', 'caused_together')
    .replaceAll('appointment reminders', 'things caused together')
  await sendAs('program_manager', 'POST', '/release-plans/import?register=caused_together', plan)
  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/audit')
  await grace.getByRole('link', { name: 'The last hour' }).click()
  await expect(grace).toHaveURL('/audit?last=hour')
  const imported = entryNamed(grace, /Priya Raman imported .*things caused together/)
  await imported.locator('summary').first().click()
  await expect(imported.getByRole('table').first()).toBeVisible()
  await expectAccessible(grace)
  await keepPicture(grace, 'audit-expanded')
  const all = imported.getByRole('link', { name: /Everything that this caused: \d+ entries/ })
  const told = Number(/\d+/.exec((await all.textContent()) ?? '')?.[0])
  expect(told).toBeGreaterThan(1)
  await all.click()
  await expect(grace).toHaveURL(/request=/)
  await expect(grace.locator('li[id^=entry-]')).toHaveCount(told)
  await expect(entryNamed(grace, 'Priya Raman registered caused_together')).toHaveCount(1)
})

test('an export says on the page how far it is, and lands among the downloads', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Okafor')
  // An export that rests after its first entries until the test lets it go on.
  await grace.addInitScript(() => {
    const real = window.fetch.bind(window)
    const goOn = new Promise((resolve) => window.addEventListener('go-on', resolve, { once: true }))
    window.fetch = async (address, init) => {
      const answer = await real(address, init)
      if (!String(address).includes('/audit/export') || answer.body === null) return answer
      const slow = new TransformStream({ flush: () => goOn.then(() => undefined) })
      return new Response(answer.body.pipeThrough(slow), answer)
    }
  })
  await grace.goto(`/audit?toggle=${KEY}`)
  await grace.getByRole('link', { name: 'Export for people CSV' }).click()
  await expect(grace.getByRole('progressbar', { name: 'Export' })).toBeVisible()
  await expect(grace.getByText(/To entry [\d,]+, \d+\.\d MB/)).toBeVisible()
  await expectAccessible(grace)
  await keepPicture(grace, 'audit-exporting')
  const coming = grace.waitForEvent('download')
  await grace.evaluate(() => window.dispatchEvent(new Event('go-on')))
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^rollcall-audit-[\d-]+\.csv$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain('"The whole team"')
  await expect(grace.getByRole('progressbar', { name: 'Export' })).toHaveCount(0)
})
