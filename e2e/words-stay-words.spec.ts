import { expect, type Page } from '@playwright/test'
import { HOSTILE_TEXTS } from './fixtures/hostile-texts.ts'
import { test } from './fixtures/journey.ts'
import { runningProduct } from './fixtures/running-product.ts'
import { tokenOf } from './fixtures/start-product.ts'
import { pageAddresses } from './http/addresses.ts'

const KEY = 'hostile_texts'
const AT_ONCE = 8

test.describe.configure({ mode: 'serial', timeout: 300_000 })

async function send(who: string, method: string, path: string, body: object | string) {
  const { web } = runningProduct()
  const isText = typeof body === 'string'
  const answer = await fetch(`${web}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokenOf(runningProduct(), who)}`,
      'content-type': isText ? 'text/markdown' : 'application/json',
    },
    body: isText ? body : JSON.stringify(body),
  })
  const told = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${told}`)
  return Object(JSON.parse(told || '{}'))
}

const texts = [...HOSTILE_TEXTS]
const some = (n: number) => texts.slice(n, n + 12).join(' ')
let slug: string

/** A plan of hostile texts in each place that the reader knows. */
function hostilePlan(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  return [
    `# Release Plan: ${texts[4]} ${texts[100]}`,
    '',
    '## Toggles',
    `Toggle name: ${KEY}`,
    '',
    `Description: ${some(0)}`,
    '',
    '## Validation',
    ...texts.map((text) => `- [ ] ${cell(text)}`),
    '',
    '## Rollback process',
    ...texts.map((text) => `${text}\n`),
    '## Rollout plan',
    '',
    '| Stage | Percentage | Criteria |',
    '|-|-|-|',
    ...texts.slice(0, 6).map((text, n) => `| ${cell(text)} | ${n + 1}% | ${cell(text)} |`),
    '',
    '## Points of contact',
    ...texts.slice(0, 20).map((text) => `- Product: ${cell(text)}`),
    '',
  ].join('\n')
}

test.beforeAll(async () => {
  const kept = await send(
    'program_manager',
    'POST',
    `/release-plans/import?register=${KEY}`,
    hostilePlan(),
  )
  slug = kept.plan.slug
  const staging = `/toggles/${KEY}/environments/staging`
  let next = 0
  const teller = async () => {
    while (next < texts.length) {
      const n = next
      next += 1
      const key = `hostile_text_${n}`
      await send('tech_lead', 'POST', '/toggles', { key, description: texts[n] })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, teller))
  for (let n = 0; n < 60; n += 12) {
    await send('tech_lead', 'PATCH', staging, {
      percentage_of_actors: 1 + n,
      actors: texts.slice(n, n + 12),
      reason: some(n),
    })
  }
  await send('government_lead', 'POST', '/freezes', {
    starts_at: '2033-01-01T00:00:00Z',
    ends_at: '2033-01-02T00:00:00Z',
    reason: some(120),
    environments: ['development'],
  })
  const round = await send('program_manager', 'POST', `/release-plans/${slug}/roll-calls`, {})
  expect(round.id).toBeTruthy()
  await send('backend', 'PUT', `/release-plans/${slug}/sign-offs/backend`, {
    verdict: 'no_go',
    note: some(60),
  })
})

/** What the page ran, asked or was kept from running, as it happens. */
function heard(page: Page): string[] {
  const heard: string[] = []
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) heard.push(message.text())
  })
  return heard
}

async function expectHarmless(page: Page, address: string, told: readonly string[]): Promise<void> {
  expect(await page.evaluate(() => '__ran' in window), address).toBe(false)
  const addresses = await page
    .locator('[href], [src], [action], [data]')
    .evaluateAll((found) =>
      found.flatMap((one) =>
        ['href', 'src', 'action', 'data'].map((name) => one.getAttribute(name) ?? ''),
      ),
    )
  expect(
    addresses.filter((one) => /^[\s\p{Cc}]*(javascript|vbscript|data:text)/iu.test(one)),
    address,
  ).toEqual([])
  expect(told, address).toEqual([])
}

for (const person of ['Priya Raman', 'Alma Reyes']) {
  test(`no page runs what somebody wrote, for ${person}`, async ({ signedInAs }) => {
    const page = await signedInAs(person)
    const told = heard(page)
    const addresses = pageAddresses({ slug, key: KEY })
    const more = [
      `/plans/${slug}?edit=markdown`,
      '/audit?q=script',
      '/toggles?q=hostile',
      '/audit/state',
    ]
    for (const address of [...addresses, ...more]) {
      await page.goto(address)
      await page.mouse.move(300, 300)
      await expectHarmless(page, address, told)
    }
  })
}

test('what was written is shown letter by letter', async ({ signedInAs }) => {
  const page = await signedInAs('Priya Raman')
  const told = heard(page)
  for (const n of [0, 4, 50, 100, 150, texts.length - 1]) {
    await page.goto(`/toggles/hostile_text_${n}`)
    const shown = ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
    expect(shown).toContain((texts[n] ?? '').trim().replace(/\s+/g, ' '))
    await expectHarmless(page, `toggle ${n}`, told)
  }
})

test('mail and exports say it as text too', async ({ page, product }) => {
  const told = heard(page)
  const headers = { authorization: `Bearer ${tokenOf(product, 'government_lead')}` }
  const csv = await fetch(`${product.web}/api/v1/audit/export?format=csv`, { headers })
  expect(csv.headers.get('content-disposition')).toMatch(/^attachment/)
  const cells = (await csv.text())
    .split(/\r?\n/)
    .flatMap((line) => line.match(/"(?:[^"]|"")*"/g) ?? [])
  expect(cells.filter((cell) => /^"[=+@\t\r-]/.test(cell))).toEqual([])
  const mailbox = await page.request.get(`${product.web}/sign-in`)
  expect(mailbox.ok()).toBe(true)
  await page.goto(
    `${product.web}/sign-in?callbackUrl=javascript:alert(1)&error=<script>alert(1)</script>`,
  )
  await expectHarmless(page, 'sign-in', told)
})
