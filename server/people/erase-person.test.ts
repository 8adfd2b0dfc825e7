import { expect, test } from 'vitest'
import { ERASED_NAME } from '../../domain/erased-person.ts'
import { findEntries } from '../audit/find-entries.ts'
import { exportedText } from '../audit/testing/log-copy.ts'
import { verifyOffline } from '../audit/testing/verify-offline.ts'
import { verify } from '../audit/verify.ts'
import { db } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { erasePerson } from './erase-person.ts'

givenCast()

const SECRET = 'Because of my knee operation'
const reason = 'They asked for it in writing'

/** Tomás flips, is refused, and sets a freeze, each time with words of his own. */
async function tomasSpeaks(): Promise<void> {
  await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
  const where = { toggle: 'claim_letters', environment: 'staging' }
  const patch = { percentage_of_actors: 10, actors: [String(await emailOf(cast.tomas().id))] }
  const origin = { address: '203.0.113.7' }
  await flip(cast.tomas({ origin }), { ...where, patch, reason: SECRET })
  await flip(cast.tomas(), { ...where, patch: { actors: [] }, reason: SECRET })
  const [startsAt, endsAt] = [new Date(Date.now() + 3_600_000), new Date(Date.now() + 7_200_000)]
  await setFreeze(cast.tomas(), { startsAt, endsAt, reason: SECRET, environments: [] })
  await flip(cast.ben(), { ...where, patch: { percentage_of_actors: 5 }, reason: 'Ben’s own' })
}

async function emailOf(id: string): Promise<string | null> {
  return (await db().person.findUniqueOrThrow({ where: { id } })).email
}

const erase = (person = cast.tomas().id) => erasePerson(cast.alma(), { person, reason })

// @control AU-11
test('a person who is erased leaves no name, no address and no word, and the log holds', async () => {
  await tomasSpeaks()
  const email = await emailOf(cast.tomas().id)
  const before = await exportedText()
  expect(before).toContain(SECRET)
  await db().$executeRaw`INSERT INTO session (token_hash, person_id, auth_time, expires_at)
    VALUES ('x', ${cast.tomas().id}::uuid, now(), now() + interval '1 day')`
  await erase()

  const exported = await exportedText()
  for (const said of [SECRET, 'Tomás', '203.0.113.7', email ?? 'Tomás']) {
    expect(exported).not.toContain(said)
  }
  expect(exported).toContain('Ben’s own')
  expect(await verify(cast.grace(), { thorough: true })).toMatchObject({ holds: true })
  const offline = await verifyOffline(exported, null)
  expect(offline).toMatchObject({
    code: 0,
    said: expect.stringMatching(/ texts are the ones hashed, [1-9]\d* were erased/),
  })

  const { entries } = await findEntries(cast.grace(), { limit: 200 })
  const sentences = entries.map(({ sentence }) => sentence)
  expect(sentences[0]).toBe(
    'Alma Reyes erased a person: their name, their addresses and what they wrote are gone.',
  )
  expect(entries[0]?.reason).toBe(reason)
  expect(sentences).toContainEqual(expect.stringMatching(/^A person who was erased widened /))
  expect(JSON.stringify(entries)).not.toContain('Tomás')
  expect(JSON.stringify(entries)).not.toContain(SECRET)
  expect((await findEntries(cast.grace(), { q: 'knee' })).entries).toEqual([])
  expect(await db().session.count()).toBe(0)
  const row = await db().person.findUniqueOrThrow({ where: { id: cast.tomas().id } })
  expect(row).toMatchObject({ name: ERASED_NAME, email: null, disabled: true })
  expect(await db().freezeWindow.findMany()).toMatchObject([{ reason: '(erased)' }])
})

test('nowhere in the database is a word of theirs left', async () => {
  await tomasSpeaks()
  const email = await emailOf(cast.tomas().id)
  await erase()
  const tables = await db().$queryRaw<{ text: string }[]>`
    SELECT query_to_xml('SELECT * FROM ' || c.oid::regclass, true, false, '')::text AS text
      FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace::regnamespace::text IN ('public', 'audit')
       AND c.relname <> '_prisma_migrations'`
  const all = tables.map(({ text }) => text).join('')
  expect(all).toContain('(erased)')
  for (const said of [SECRET, 'Tomás', '203.0.113.7', String(email)])
    expect(all).not.toContain(said)
})

test('it is refused to others, for oneself, twice, and for nobody', async () => {
  const person = cast.victor().id
  const by = (actor: ReturnType<typeof cast.grace>, whom = person) =>
    erasePerson(actor, { person: whom, reason })
  await expect(by(cast.grace())).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  await expect(by(cast.alma(), cast.alma().id)).rejects.toMatchObject({
    refusal: { code: 'not_permitted' },
  })
  await expect(by(cast.alma(), '0f0e2a52-0000-4000-8000-000000000001')).rejects.toMatchObject({
    refusal: { code: 'not_found' },
  })
  await by(cast.alma())
  await expect(by(cast.alma())).rejects.toMatchObject({ refusal: { code: 'settled' } })
})

test('two who erase the same person at once erase them once', async () => {
  const settled = await Promise.allSettled([erase(), erase()])
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await db().auditEvent.count({ where: { type: 'person.erased' } })).toBe(1)
})
