import { expect, test } from 'vitest'
import type { PersonActor, Role } from '../../domain/actor.ts'
import { settingsFor } from './settings-pages.ts'

const actor = (role: Role): PersonActor => ({
  kind: 'person',
  id: 'x',
  name: 'Somebody',
  memberships: [{ teamId: 'portal', role, discipline: null }],
  authenticatedAt: null,
  tokenId: null,
  origin: { requestId: 'r', via: 'page', address: null, idempotency: null },
})

const pagesOf = (role: Role) =>
  settingsFor(actor(role)).flatMap(({ pages }) => pages.map(({ href }) => href))

test('whoever manages people sees its pages, and nobody else does', () => {
  const own = ['/settings/people', '/settings/sign-in', '/settings/mail']
  expect(pagesOf('administrator')).toEqual(expect.arrayContaining(own))
  for (const role of ['viewer', 'tech_lead', 'auditor'] as const) {
    expect(pagesOf(role).filter((href) => own.includes(href))).toEqual([])
  }
})

test('every page stands under a heading, once', () => {
  const all = pagesOf('administrator')
  expect(new Set(all).size).toBe(all.length)
  expect(settingsFor(actor('viewer')).map(({ heading }) => heading)).toEqual([
    'Yours',
    'Releases',
    'Who may do what',
  ])
})
