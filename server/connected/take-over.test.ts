import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '../db.ts'
import { stopLine } from '../freezes/stop-line.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { findOpenOverrides } from '../toggles/find-overrides.ts'
import { reviewOverride } from '../toggles/review-override.ts'
import { bringIn } from './bring-in.ts'
import { connectTo } from './testing/connected-production.ts'
import { type FlipperStandIn, openFlipper } from './testing/flipper-stand-in.ts'
import { toldSince } from './testing/log-of.ts'
import { tryServer } from './try-server.ts'

givenCast()

let server: FlipperStandIn

beforeEach(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
  server = await openFlipper()
  for (const key of ['new_form', 'old_form']) {
    await createToggle(cast.alma(), { key, description: '' })
  }
  server.flipper.set('new_form', { percentageOfActors: 40 })
  server.flipper.set('old_form', { boolean: true })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await server.stop()
})

const override = { reason: 'These letters have gone out to everybody since March' }
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })
const entriesAndConnections = async () => [
  await db().auditEvent.count(),
  await db().flipperConnection.count(),
]

test('what widens a protected environment says beforehand which checks it would be without', async () => {
  const given = { address: server.address, auth: 'bearer', token: 'flipper-token' } as const
  const seen = await tryServer(cast.alma(), 'production', given)
  expect(seen.differences[0]).toMatchObject({
    toggle: 'new_form',
    take_unmet: expect.arrayContaining(['launch_decision']),
  })
  const elsewhere = await tryServer(cast.alma(), 'staging', given)
  expect(elsewhere.differences.map((one) => one.take_unmet)).toEqual([[], []])
})

test('it is not taken over without saying why, and the attempt is an entry with its checks', async () => {
  const before = await entriesAndConnections()
  await expect(connectTo(server, { first_sync: 'take_theirs' })).rejects.toMatchObject(
    refusedWith({ code: 'checks_not_passed' }),
  )
  expect(await entriesAndConnections()).toEqual([(before[0] ?? 0) + 1, 0])
  expect(await toldSince(1)).toMatchObject([
    { type: 'attempt.refused', data: { checks: expect.arrayContaining(['launch_decision']) } },
  ])
})

test('taken over with a reason, each is an override that a second person reviews', async () => {
  await connectTo(server, { first_sync: 'take_theirs', override })
  expect(await toldSince(3)).toMatchObject([
    { type: 'environment.connected' },
    { type: 'toggle.taken_over', data: { unmet: expect.arrayContaining(['launch_decision']) } },
    { type: 'toggle.taken_over', data: { to: 'on' } },
  ])
  const open = await findOpenOverrides(cast.grace())
  expect(open).toMatchObject([
    { toggle: 'new_form', environment: 'production', made_by: 'Alma Reyes', ...override },
    { toggle: 'old_form', may_review: true },
  ])
  const mails = await db().mail.findMany()
  expect(new Set(mails.map(({ personId }) => personId)).size).toBe(mails.length)
  expect(mails.find(({ name }) => name === cast.grace().name)?.body).toContain('new_form\nold_form')

  const [first] = open
  const verdict = { id: first?.id ?? '', verdict: 'justified' } as const
  await expect(reviewOverride(cast.alma(), verdict)).rejects.toMatchObject(
    refusedWith({ code: 'forbidden' }),
  )
  await reviewOverride(cast.grace(), verdict)
  expect(await findOpenOverrides(cast.grace(), { toggle: 'new_form' })).toEqual([])
})

test('a stopped line holds it whatever the reason, and what narrows goes on', async () => {
  await stopLine(cast.ben(), { reason: 'Claims are written twice' })
  await expect(connectTo(server, { first_sync: 'take_theirs', override })).rejects.toMatchObject(
    refusedWith({ code: 'checks_not_passed' }),
  )
  await connectTo(server, { first_sync: 'push_ours' })
  expect(await findOpenOverrides(cast.grace())).toEqual([])
})

test('what is brought in is held by the same, where it lets anybody in', async () => {
  server.flipper.set('theirs', { percentageOfActors: 5 })
  server.flipper.set('theirs_off', {})
  await connectTo(server, { first_sync: 'push_ours' })
  await bringIn(cast.alma(), 'production', { keys: ['theirs_off'] })
  const keys = ['theirs']
  await expect(bringIn(cast.alma(), 'production', { keys })).rejects.toMatchObject(
    refusedWith({ code: 'checks_not_passed' }),
  )
  expect(await db().toggle.count({ where: { key: 'theirs' } })).toBe(0)
  const stale = cast.alma({ authenticatedAt: new Date(0) })
  await expect(bringIn(stale, 'production', { keys, override })).rejects.toMatchObject(
    refusedWith({ code: 'fresh_sign_in_needed' }),
  )
  await bringIn(cast.alma(), 'production', { keys, override })
  expect(await findOpenOverrides(cast.grace())).toMatchObject([{ toggle: 'theirs' }])
})

// TAKEN_OVER=498 for as many as are taken over at once.
const MANY = Number(process.env.TAKEN_OVER ?? 10)

test(`${MANY + 2} are taken over in one transaction`, async () => {
  for (let n = 0; n < MANY; n += 1) {
    await createToggle(cast.alma(), { key: `many_${n}`, description: '' })
    server.flipper.set(`many_${n}`, { boolean: true })
  }
  const { differed } = await connectTo(server, { first_sync: 'take_theirs', override })
  expect(differed).toBe(MANY + 2)
}, 300_000)
