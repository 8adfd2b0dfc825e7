import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ROLES, type Role } from '../../domain/actor.ts'
import { PERMISSIONS } from '../../domain/permission-table.ts'
import type { Action } from '../../domain/permissions.ts'
import { KEY, type PageThere, pagesThere } from './addresses.ts'
import { CANARIES, type Planted, plantCanaries } from './canaries.ts'
import { partsAlone } from './parts-alone.ts'
import { planFromOutside } from './plan-from-outside.ts'
import { type Browser, type SomeRoles, someRoles } from './some-roles.ts'

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
let somebody: SomeRoles

beforeAll(async () => {
  await planFromOutside()
  planted = await plantCanaries(KEY)
  somebody = await someRoles()
})

/** The address of a page where what it shows is there. */
function addressOf({ page, address }: PageThere): string {
  if (page === 'settings/people/[id]') return `/settings/people/${planted.person}`
  if (page === 'settings/webhooks/[id]') return `/settings/webhooks/${planted.webhook}`
  return address
}

/** A page as a browser asks for it first, with the data that is sent along. */
async function wholePage(browser: Browser, address: string) {
  const answer = await browser.go(web + address)
  return { status: answer.status, answer, text: await answer.text() }
}

/** A page as a browser asks for it that is there already: as data, and its innermost part alone. */
async function partsOf(browser: Browser, address: string): Promise<string> {
  const texts: string[] = []
  for (const headers of partsAlone(address)) {
    texts.push(await (await browser.go(web + address, { headers })).text())
  }
  return texts.join('\n')
}

/** What only somebody with a role may know, apart from what stands in the address that is asked. */
const secretsBeside = (address: string) =>
  [...planted.everywhere, ...CANARIES.map(({ text }) => text)].filter(
    (secret) => !address.includes(secret),
  )

test('the pages for which somebody needs a right are pages that there are', () => {
  const there = new Set(protectedPages.map(({ page }) => page))
  expect(Object.keys(ONLY).filter((page) => !there.has(page))).toEqual([])
  expect(protectedPages.length).toBeGreaterThan(30)
})

describe.each(ROLES)('to a %s', (role) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await somebody.signedInAs(role)
  })

  test.each(protectedPages)('$page shows what they may see, and nothing else', async (page) => {
    const { status, text } = await wholePage(browser, addressOf(page))
    const needed = ONLY[page.page]
    expect(status).toBe(needed === undefined || holds(needed, role) ? 200 : 404)
    const leaked = CANARIES.filter(({ seenWith, text: canary }) => {
      return !holds(seenWith, role) && text.includes(canary)
    })
    expect(leaked).toEqual([])
  })
})

test('who may see them finds the canaries where they belong', async () => {
  const browser = await somebody.signedInAs('administrator')
  const places = [`/settings/people/${planted.person}`, `/toggles/${KEY}`]
  const texts = await Promise.all(
    places.map(async (address) => (await wholePage(browser, address)).text),
  )
  const found = CANARIES.filter(({ text }) => texts.some((shown) => shown.includes(text)))
  expect(found).toEqual(CANARIES)
})

describe('to somebody without a role', () => {
  test.each(protectedPages)('$page shows nothing', async (page) => {
    const address = addressOf(page)
    const { text } = await wholePage(somebody.withoutRole, address)
    expect(text).toContain('You have no role here yet')
    const all = text + (await partsOf(somebody.withoutRole, address))
    expect(secretsBeside(address).filter((secret) => all.includes(secret))).toEqual([])
  })
})

describe('to a session that is over', () => {
  test.each(protectedPages)('$page leads to the sign-in, and shows nothing', async (page) => {
    const address = addressOf(page)
    for (const [why, browser] of somebody.over) {
      const { status, answer, text } = await wholePage(browser, address)
      expect([why, status]).toEqual([why, 307])
      expect(answer.headers.get('location')).toMatch(/^\/sign-in/)
      const all = why === 'ran out' ? text + (await partsOf(browser, address)) : text
      const leaked = secretsBeside(address).filter((secret) => all.includes(secret))
      expect([why, leaked]).toEqual([why, []])
    }
  })
})
