import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ROLES, type Role } from '../../domain/actor.ts'
import { PERMISSIONS } from '../../domain/permission-table.ts'
import type { Action } from '../../domain/permissions.ts'
import type { CookieJar } from '../fixtures/session-over-http.ts'
import { ABOUT, KEY, type PageThere, pagesThere } from './addresses.ts'
import { importPlan } from './api.ts'
import { CANARIES, type Planted, plantCanaries } from './canaries.ts'
import { partsAlone } from './parts-alone.ts'
import { type Somebody, someRoles } from './some-roles.ts'

const { web } = inject('product')

/** Pages that only who has a right sees at all; everybody with a role sees the others. */
const ONLY: Readonly<Record<string, Action>> = {
  'settings/people': 'person.manage',
  'settings/people/[id]': 'person.manage',
  'settings/mail': 'person.manage',
  'settings/sign-in': 'person.manage',
  'settings/webhooks/[id]': 'webhook.manage',
}

const protectedPages = pagesThere().filter(({ isProtected }) => isProtected)
const holds = (action: Action, role: Role) =>
  (PERMISSIONS[action].roles as readonly Role[]).includes(role)

let planted: Planted
let somebody: Somebody

beforeAll(async () => {
  await importPlan(KEY, ABOUT)
  planted = await plantCanaries(KEY)
  somebody = await someRoles()
})

afterAll(() => somebody.asBefore())

/** The address of a page where what it shows is there. */
function addressOf({ page, address }: PageThere): string {
  if (page === 'settings/people/[id]') return `/settings/people/${planted.person}`
  if (page === 'settings/webhooks/[id]') return `/settings/webhooks/${planted.webhook}`
  return address
}

/** A page as a browser asks for it: whole, as data, and only its innermost part. */
async function shownTo(jar: CookieJar, address: string) {
  const whole = await jar.go(web + address)
  const texts = [await whole.text()]
  for (const headers of partsAlone(address)) {
    texts.push(await (await jar.go(web + address, { headers })).text())
  }
  return { status: whole.status, text: texts.join('\n') }
}

test('the pages for which somebody needs a right are pages that there are', () => {
  const there = new Set(protectedPages.map(({ page }) => page))
  expect(Object.keys(ONLY).filter((page) => !there.has(page))).toEqual([])
  expect(protectedPages.length).toBeGreaterThan(30)
})

describe.each(ROLES)('to a %s', (role) => {
  let jar: CookieJar
  beforeAll(async () => {
    jar = await somebody.signedInAs(role)
  })

  test.each(protectedPages)('$page shows what they may see, and nothing else', async (page) => {
    const { status, text } = await shownTo(jar, addressOf(page))
    const needed = ONLY[page.page]
    expect(status).toBe(needed === undefined || holds(needed, role) ? 200 : 404)
    const leaked = CANARIES.filter(({ seenWith, text: canary }) => {
      return !holds(seenWith, role) && text.includes(canary)
    })
    expect(leaked).toEqual([])
  })
})

test('who may see them finds the canaries where they belong', async () => {
  const jar = await somebody.signedInAs('administrator')
  const texts = await Promise.all(
    protectedPages.map(async (page) => (await shownTo(jar, addressOf(page))).text),
  )
  const found = CANARIES.filter(({ text }) => texts.some((shown) => shown.includes(text)))
  expect(found).toEqual(CANARIES)
})

describe('to somebody without a role', () => {
  test.each(protectedPages)('$page shows nothing', async (page) => {
    const { text } = await shownTo(await somebody.withoutRole(), addressOf(page))
    const known = [...planted.everywhere, ...CANARIES.map((canary) => canary.text)]
    const secrets = known.filter((secret) => !page.address.includes(secret))
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(text).toContain('You have no role here yet')
  })
})

describe('to a session that is over', () => {
  test.each(protectedPages)('$page leads to the sign-in, and shows nothing', async (page) => {
    const known = [...planted.everywhere, ...CANARIES.map((canary) => canary.text)]
    const secrets = known.filter((secret) => !page.address.includes(secret))
    for (const [why, jar] of await somebody.over()) {
      const address = addressOf(page)
      const answer = await jar.go(web + address)
      expect([answer.status, why]).toEqual([307, why])
      expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
      const texts = [await answer.text()]
      for (const headers of partsAlone(address)) {
        texts.push(await (await jar.go(web + address, { headers })).text())
      }
      const leaked = secrets.filter((secret) => texts.some((text) => text.includes(secret)))
      expect([why, leaked]).toEqual([why, []])
    }
  })
})
