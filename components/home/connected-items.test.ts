import { expect, test } from 'vitest'
import { lateItems, outsideItems } from './connected-items.ts'

const where = { toggle: 'new_form', environment: 'production', server: 'flipper.example.gov' }

test('a change outside Rollcall says from what to what, and where to decide', () => {
  const [item] = outsideItems([
    { ...where, seq: 7, from: '10 % of actors', to: '50 % of actors', at: '2026-11-20T12:00:00Z' },
  ])
  expect(item).toMatchObject({
    href: '/toggles/new_form#production',
    act: 'Keep or revert 50 % in production',
    detail: '10 % → 50 % on flipper.example.gov',
  })
})

test('what has not arrived says what the server said, or that nothing tried', () => {
  const late = { ...where, since: '2026-11-20T12:00:00Z' }
  const items = lateItems([
    { ...late, last_error: 'It answered 503.' },
    { ...late, last_error: null },
  ])
  expect(items.map(({ detail }) => detail)).toEqual([
    'It answered 503.',
    'not tried yet: is a worker running?',
  ])
})
