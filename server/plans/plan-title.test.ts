import { expect, test } from 'vitest'
import { readPlan } from '../../domain/plan/read-plan.ts'
import { planTitle, slugOf } from './plan-title.ts'

test.each([
  ['Release Plan: Letters (v2)', 'release-plan-letters-v2'],
  ['  Überprüfung — Ñandú  ', 'uberprufung-nandu'],
  ['申請', 'plan'],
  ['!!!', 'plan'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('"%s" has the address %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug)
})

test.each([
  ['# Letters\n\ntext', 'Letters'],
  ['\n\n> **we** ship `soon`\n', 'we ship soon'],
  ['<!-- a note -->\n---\n* first words', 'first words'],
  ['---\n***\n', 'Untitled plan'],
])('%j is called %s', (text, title) => {
  expect(planTitle(text, readPlan(text))).toBe(title)
})

test('a title is 200 characters long at most, and no character is cut in two', () => {
  const text = `# ${'word𐐀 '.repeat(200)}`
  const title = planTitle(text, readPlan(text))
  expect([...title].length).toBeLessThanOrEqual(200)
  expect(title.isWellFormed()).toBe(true)
  expect(title.endsWith('…')).toBe(true)
})
