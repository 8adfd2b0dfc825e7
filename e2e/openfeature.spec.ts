import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { bucketOf } from '../domain/toggle/bucket.ts'
import { test } from './fixtures/journey.ts'
import { tokenOf } from './fixtures/start-product.ts'
import { serveWebClient } from './fixtures/web-client-page.ts'

const KEY = 'asked_by_a_browser'

const isIn = (person: string): boolean => bucketOf(KEY, [person]) < 50_000
const person = (wanted: boolean): string => {
  const found = Array.from({ length: 100 }, (_, n) => `visitor-${n}`).find(
    (one) => isIn(one) === wanted,
  )
  if (found === undefined) throw new Error('among a hundred visitors there is one of each kind')
  return found
}

test("OpenFeature's web client runs unmodified in a browser, and hears of a flip by itself", async ({
  browser,
  product,
}) => {
  const token = readFileSync(join(product.home, 'demo-flags-token'), 'utf8').trim()
  const api = async (who: string, method: string, path: string, body?: object | string) => {
    const response = await fetch(`${product.web}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokenOf(product, who)}`,
        'content-type': typeof body === 'string' ? 'text/markdown' : 'application/json',
      },
      body: typeof body === 'object' ? JSON.stringify(body) : (body ?? null),
    })
    const answer: unknown = await response.json()
    expect(response.ok, JSON.stringify(answer)).toBe(true)
    return answer
  }
  const text = readFileSync(
    join(import.meta.dirname, 'fixtures/plans/appointment-reminders.md'),
    'utf8',
  )
    .replaceAll('appointment_reminders', KEY)
    .replaceAll('appointment reminders', 'browser questions')
  await api('program_manager', 'POST', `/release-plans/import?register=${KEY}`, text)

  const application = await serveWebClient()
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(application.address)
    const ask = () => page.evaluate((key) => window.openFeatureClient.ask(key), KEY)
    const start = (secret: string) =>
      page.evaluate(
        ([address, given, who]) => window.openFeatureClient.start(address, given, who),
        [product.flags, secret, person(true)] as const,
      )
    expect(await start(token)).toBe('READY')
    expect(await ask()).toMatch(/^false /)

    await flipByOverride(api)
    await expect.poll(ask).toBe('true SPLIT')
    expect(await page.evaluate(() => window.openFeatureClient.changes())).toBeGreaterThan(0)
    await page.evaluate((who) => window.openFeatureClient.become(who), person(false))
    expect(await ask()).toMatch(/^false /)

    await page.evaluate(() => localStorage.clear())
    await page.reload()
    expect(await start('not-a-token')).toBe('FATAL')
  } finally {
    await context.close()
    await application.close()
  }
})

type Api = (who: string, method: string, path: string, body?: object) => Promise<unknown>

async function flipByOverride(api: Api): Promise<void> {
  await api('tech_lead', 'PATCH', `/toggles/${KEY}/environments/production`, {
    percentage_of_actors: 50,
    reason: 'Half of the visitors, to see the browser follow',
    override: { reason: 'A journey of the web client, on a demo that nobody uses' },
  })
}
