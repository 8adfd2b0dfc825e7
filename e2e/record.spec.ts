import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { keepPicture } from './fixtures/picture.ts'
import { sendAs } from './fixtures/send-as.ts'

const KEY = 'travel_pay'
const SLUG = 'release-plan-travel-pay'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

test('the record of a plan that nobody was asked about says so', async ({ signedInAs }) => {
  const file = new URL('./fixtures/plans/appointment-reminders.md', import.meta.url)
  const plan = readFileSync(file, 'utf8')
    .replaceAll('appointment_reminders', KEY)
    .replaceAll('appointment reminders', 'travel pay')
  await sendAs('program_manager', 'POST', `/release-plans/import?register=${KEY}`, plan)
  const priya = await signedInAs('Priya Raman')
  await priya.goto(`/plans/${SLUG}`)
  await priya.getByRole('link', { name: 'Record', exact: true }).click()
  await expect(priya.getByRole('heading', { level: 1 })).toHaveText(
    'Record of Release Plan: travel pay',
  )
  await expect(priya.getByText('No roll call has been opened')).toBeVisible()
  await expect(priya.getByText('No toggle of the plan was flipped in production.')).toBeVisible()
  await expectAccessible(priya)
  await keepPicture(priya, 'record-empty')
})

test('the government lead comes to the record from home, and reads what was said and flipped', async ({
  signedInAs,
}) => {
  const round = await sendAs('program_manager', 'POST', `/release-plans/${SLUG}/roll-calls`, {})
  const word = `/release-plans/${SLUG}/sign-offs/backend`
  await sendAs('backend', 'PUT', word, { verdict: 'go' })
  await sendAs('backend', 'PUT', word, { verdict: 'no_go', note: 'The queue drops one in ten' })
  await sendAs('tech_lead', 'PATCH', `/toggles/${KEY}/environments/staging`, {
    percentage_of_actors: 25,
    reason: 'The whole team tries it',
  })
  const decision = { decision: 'pause', note: 'Until the queue holds' }
  const path = `/release-plans/${SLUG}/roll-calls/${round.id}/decision`
  await sendAs('program_manager', 'POST', path, decision)

  const grace = await signedInAs('Grace Okafor')
  await grace.goto('/')
  const records = grace.getByRole('region', { name: 'Records of releases' })
  await records.getByRole('link', { name: 'Release Plan: travel pay' }).click()
  const words = grace.getByRole('table', { name: 'Sign-offs of round 1' })
  await expect(words.getByRole('row').filter({ hasText: 'Withdrawn' })).toContainText('Go')
  await expect(words).toContainText('The queue drops one in ten')
  await expect(words.getByRole('columnheader')).toHaveCount(7)
  await expect(grace.getByRole('heading', { name: 'Round 1: Pause' })).toBeVisible()
  await expect(grace.getByRole('table', { name: 'Flips in staging' })).toContainText(
    /Tomás Ibarra widened .* in staging from off to 25 %\./,
  )
  await expect(grace.getByText('node bin/verify-audit.mjs EXPORT.jsonl')).toBeVisible()
  await expectAccessible(grace)
  await keepPicture(grace, 'record')
  await grace.getByRole('link', { name: 'As of round 1: pause' }).click()
  await expect(grace).toHaveURL(/round=1$/)
  await expect(grace.getByText(/when round 1 was decided/)).toBeVisible()
})

test('it prints black on white without navigation, with heads for each column and an outline', async ({
  signedInAs,
}) => {
  const grace = await signedInAs('Grace Okafor')
  await grace.goto(`/plans/${SLUG}/record`)
  await grace.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(grace.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(grace.getByRole('navigation', { name: 'Parts of the record' })).toBeHidden()
  await expect(grace.getByRole('button', { name: 'Print the record' })).toBeHidden()
  const ink = grace.getByRole('heading', { level: 2 }).first()
  await expect(ink).toHaveCSS('color', /rgb\((?:[0-9]|[1-5][0-9]), /)
  const title = () =>
    grace.evaluate(() => document.documentElement.style.getPropertyValue('--printed-title'))
  await expect.poll(title).toBe('"Release Plan: travel pay: record of the release"')
  for (const format of ['A4', 'Letter']) {
    const bytes = await grace.pdf({ format, tagged: true, outline: true })
    const pdf = bytes.toString('latin1')
    expect(pdf).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked\s+true/)
    expect(pdf).toMatch(/\/Scope\s+\/Column/)
    expect(pdf).toMatch(/\/Scope\s+\/Row/)
    expect(pdf).toContain('/Outlines')
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2)
  }
})
