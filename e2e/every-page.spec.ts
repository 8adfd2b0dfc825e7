import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { sourceFiles } from '../bin/test-run/source-files.ts'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { aWebhook } from './fixtures/made-webhook.ts'
import { runningProduct } from './fixtures/running-product.ts'
import { tokenOf } from './fixtures/start-product.ts'

const key = 'prescription_refills'
const slug = 'release-plan-prescription-refills'
const budget = 200_000
/** Its id follows, which the product gives it. */
const aWebhookPage = '/settings/webhooks/'
const aPersonPage = '/settings/people/'

/** Where each page stands in the tree, without its groups, and an address that shows it filled. */
const pages: Record<string, string> = {
  '': '/',
  audit: '/audit',
  'audit/[seq]': '/audit/1',
  'audit/controls': '/audit/controls',
  'audit/heads': '/audit/heads',
  'audit/review': '/audit/review',
  'audit/state': '/audit/state',
  'docs/api': '/docs/api',
  'docs/api/[area]': '/docs/api/toggles',
  freezes: '/freezes',
  people: '/people',
  plans: '/plans',
  'plans/[slug]': `/plans/${slug}`,
  'plans/[slug]/record': `/plans/${slug}/record`,
  'plans/[slug]/roll-call': `/plans/${slug}/roll-call`,
  'plans/[slug]/stages': `/plans/${slug}/stages`,
  'plans/import': '/plans/import',
  'plans/new': '/plans/new',
  problems: '/problems',
  'problems/[code]': '/problems/checks-not-passed',
  settings: '/settings',
  'settings/checks': '/settings/checks',
  'settings/delegations': '/settings/delegations',
  'settings/roll-call': '/settings/roll-call',
  'settings/permissions': '/settings/permissions',
  'settings/people': '/settings/people',
  'settings/people/[id]': aPersonPage,
  'settings/sign-in': '/settings/sign-in',
  'settings/mail': '/settings/mail',
  'settings/sessions': '/settings/sessions',
  'settings/teams': '/settings/teams',
  'settings/tokens': '/settings/tokens',
  'settings/environments': '/settings/environments',
  'settings/webhooks': '/settings/webhooks',
  'settings/webhooks/[id]': aWebhookPage,
  'settings/environments/[key]/connection': '/settings/environments/staging/connection',
  'sign-in': '/sign-in?fresh',
  toggles: '/toggles',
  'toggles/[key]': `/toggles/${key}`,
  'toggles/import': '/toggles/import',
}

/** Pages that show more to somebody else than to the program manager. */
const seenBy: Record<string, string> = {
  '/settings/webhooks': 'Alma Reyes',
  [aWebhookPage]: 'Alma Reyes',
  '/settings/people': 'Alma Reyes',
  [aPersonPage]: 'Alma Reyes',
  '/settings/sign-in': 'Alma Reyes',
  '/settings/mail': 'Alma Reyes',
}

test.beforeAll(async () => {
  const file = new URL('./fixtures/plans/appointment-reminders.md', import.meta.url)
  const plan = readFileSync(file, 'utf8')
    .replaceAll('appointment_reminders', key)
    .replaceAll('appointment reminders', 'prescription refills')
  // After a page failed another worker goes on with the same product, where both are done already.
  await send('POST', `/release-plans/import?register=${key}`, plan, 'text/markdown')
  await send('POST', `/release-plans/${slug}/roll-calls`)
})

test('the pages tried here are all that there are', () => {
  const there = sourceFiles(/^app\/(.+\/)?page\.tsx$/).map((file) =>
    file.replace(/^app\/|\([^)]+\)\/|\/?page\.tsx$/g, ''),
  )
  expect(Object.keys(pages).sort()).toEqual(there.sort())
})

for (const address of Object.values(pages)) {
  test(`${address} is accessible, fits a phone, loads little and complains of nothing`, async ({
    signedInAs,
  }) => {
    const page = await signedInAs(seenBy[address] ?? 'Priya Raman')
    const complaints = complaintsOf(page)
    const path = address === aPersonPage ? '/settings/people' : address
    await page.goto(address === aWebhookPage ? `${address}${await aWebhook()}` : path)
    if (address === aPersonPage) {
      await page.getByRole('link', { name: 'Priya Raman' }).click()
      await page.waitForURL(/\/settings\/people\/.+/)
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    const bytes = await scriptBytes(page)
    expect(bytes, 'nothing was measured').toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(budget)
    await expectAccessible(page)

    await page.setViewportSize({ width: 360, height: 780 })
    expect(await sidewaysOverflow(page)).toBe(0)
    await expectAccessible(page)
    expect(complaints).toEqual([])
  })
}

/** What goes wrong in the page from now on, as it happens. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`)
  })
  return complaints
}

/** The JavaScript that the page has loaded so far, compressed as it was sent, in bytes. */
function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(
        (entry) => entry instanceof PerformanceResourceTiming && /\.js(\?|$)/.test(entry.name),
      )
      .reduce(
        (sum, entry) => sum + ('encodedBodySize' in entry ? Number(entry.encodedBodySize) : 0),
        0,
      ),
  )
}

function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

async function send(method: string, path: string, body?: string, type?: string): Promise<void> {
  const product = runningProduct()
  const headers = new Headers({ authorization: `Bearer ${tokenOf(product, 'program_manager')}` })
  if (type !== undefined) headers.set('content-type', type)
  const answer = await fetch(`${product.web}/api/v1${path}`, {
    method,
    headers,
    body: body ?? null,
  })
  if (!answer.ok && answer.status !== 409)
    throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
}
