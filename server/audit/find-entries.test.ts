import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../access/system-actor.ts'
import { connectDatabase, disconnectDatabase } from '../db.ts'
import { setFreeze } from '../freezes/set-freeze.ts'
import { cast } from '../testing/cast.ts'
import { freshDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import type { EntryFilter } from './entry-filter.ts'
import { findEntries } from './find-entries.ts'
import { findEntry } from './find-entry.ts'

let database: TestDatabase

/** Two toggles, a few flips, one of them refused, and a freeze; the tests only read. */
beforeAll(async () => {
  database = await freshDatabase('cast')
  await connectDatabase(database.appUrl)
  await createToggle(cast.priya(), { key: 'new_intake_form', description: '' })
  await createToggle(cast.priya(), { key: 'claim_letters', description: '' })
  await flipTo('new_intake_form', 'staging', 10, 'First Stage')
  await flipTo('new_intake_form', 'staging', 25, 'Second stage')
  await flipTo('claim_letters', 'development', 100, 'Letters: try “them”, 100%')
  await flipTo('new_intake_form', 'production', 10, 'At once').catch(() => undefined)
  await setFreeze(cast.grace(), {
    startsAt: new Date('2026-12-23T00:00:00Z'),
    endsAt: new Date('2027-01-02T00:00:00Z'),
    reason: 'Holidays',
    environments: ['production'],
  })
})

afterAll(async () => {
  await disconnectDatabase()
  await database.drop()
})

function flipTo(toggle: string, environment: string, percentage: number, reason: string) {
  const patch = { percentage_of_actors: percentage }
  return flip(cast.tomas(), { toggle, environment, patch, reason })
}

async function sentences(filter: EntryFilter): Promise<string[]> {
  const { entries } = await findEntries(cast.victor(), { ...filter, limit: 200 })
  return entries.map(({ sentence }) => sentence)
}

const WIDENED_TO_25 = 'Tomás Ibarra widened new_intake_form in staging from 10 % to 25 %.'
const WIDENED_TO_10 = 'Tomás Ibarra widened new_intake_form in staging from off to 10 %.'
const LETTERS = 'Tomás Ibarra widened claim_letters in development from off to 100 %.'
const REGISTERED = 'Priya Raman registered new_intake_form.'
const REGISTERED_LETTERS = 'Priya Raman registered claim_letters.'
const REFUSED =
  /^Tomás Ibarra tried to set new_intake_form in production to 10 % of actors and was refused: checks not passed \(.+\)\.$/
const FROZEN =
  'Grace Okafor set a freeze of production from 23 December 2026, 00:00 UTC to 2 January 2027, 00:00 UTC.'

describe('the log, read', () => {
  test('tells what happened in sentences, newest first', async () => {
    const all = await sentences({})
    expect(all.slice(0, 7)).toEqual([
      FROZEN,
      expect.stringMatching(REFUSED),
      LETTERS,
      WIDENED_TO_25,
      WIDENED_TO_10,
      REGISTERED_LETTERS,
      REGISTERED,
    ])
    expect(all.at(-1)).toBe('Rollcall created the team Benefits Portal.')
  })

  // @control AU-3
  test('shows who, what, why, from where and each changed field', async () => {
    const { entries } = await findEntries(cast.victor(), { q: 'second' })
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({
      type: 'toggle.widened',
      outcome: 'allowed',
      actor: { kind: 'person', name: 'Tomás Ibarra', roles: ['tech_lead'] },
      target: { toggle: 'new_intake_form', environment: 'staging' },
      via: 'page',
      reason: 'Second stage',
      same_request: [],
      changes: [
        {
          entity: 'toggle_state',
          name: 'new_intake_form in staging',
          version: 3,
          fields: [
            {
              column: 'percentage_of_actors',
              field: 'Percentage of actors',
              before: '10 %',
              after: '25 %',
            },
          ],
        },
      ],
    })
    expect(entries[0]?.sealed_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/)
  })

  test.each<[string, EntryFilter, readonly unknown[]]>([
    ['toggle', { toggle: 'claim_letters' }, [LETTERS, REGISTERED_LETTERS]],
    ['environment', { environment: 'staging', action: 'toggle' }, [WIDENED_TO_25, WIDENED_TO_10]],
    ['outcome', { outcome: 'denied' }, [expect.stringMatching(REFUSED)]],
    ['action', { action: 'toggle.registered' }, [REGISTERED_LETTERS, REGISTERED]],
    ['kind of action', { action: 'freeze.' }, [FROZEN]],
    ['person by a part of the name', { actor: 'okaf' }, [FROZEN]],
    ['text, by the beginnings of its words', { q: 'sec STAG' }, [WIDENED_TO_25]],
    ['what an entry is about', { q: 'letters registered' }, [REGISTERED_LETTERS]],
    ['text with signs in it', { q: '"them" (100%)' }, [LETTERS]],
    ['nothing but signs', { q: "'%_\\:*&|!" }, []],
    ['words nobody said', { q: 'nowhere' }, []],
    ['a person nobody knows', { actor: '%' }, []],
    ['an action nobody did', { action: 'toggle.painted' }, []],
    ['a plan nobody imported', { plan: 'none' }, []],
    [
      'several at once',
      { toggle: 'new_intake_form', actor: 'Ibarra', outcome: 'allowed' },
      [WIDENED_TO_25, WIDENED_TO_10],
    ],
    [
      'several at once, with words',
      { action: 'toggle', environment: 'staging', q: 'first' },
      [WIDENED_TO_10],
    ],
  ])('is narrowed by %s', async (_, filter, expected) => {
    expect(await sentences(filter)).toEqual(expected)
  })

  test('is narrowed by an id, of a person or of Rollcall itself', async () => {
    expect(await sentences({ actor: cast.grace().id })).toEqual([FROZEN])
    const system = await sentences({ actor: 'system' })
    expect(system).toContain('Rollcall created the team Benefits Portal.')
    expect(await sentences({ actor: 'Rollcall' })).toEqual(system)
  })

  // @control AU-7, AU-8
  test('is narrowed by time, the ends included', async () => {
    const { entries } = await findEntries(cast.victor(), { toggle: 'new_intake_form' })
    const [, second, first] = entries
    const from = new Date(first?.sealed_at ?? '')
    const to = new Date(Date.parse(second?.sealed_at ?? '') + 1)
    expect(await sentences({ from, to, action: 'toggle.widened' })).toEqual([
      WIDENED_TO_25,
      WIDENED_TO_10,
    ])
    expect(await sentences({ from: new Date(Date.now() + 60_000) })).toEqual([])
    expect(await sentences({ to: new Date('2020-01-01') })).toEqual([])
  })

  test('is walked in pages, there and back, without a gap or a double', async () => {
    const all = await findEntries(cast.victor(), { limit: 200 })
    const there: number[] = []
    for (let cursor: number | undefined; ; ) {
      const page = await findEntries(cast.victor(), { cursor, limit: 3 })
      there.push(...page.entries.map(({ seq }) => seq))
      if (page.next_cursor === null) break
      cursor = Number(page.next_cursor)
    }
    expect(there).toEqual(all.entries.map(({ seq }) => seq))
    const back: number[] = []
    for (let after = 0; ; ) {
      const { entries } = await findEntries(cast.victor(), { after, limit: 3 })
      const [newest] = entries
      if (newest === undefined) break
      back.unshift(...entries.map(({ seq }) => seq))
      after = newest.seq
    }
    expect(back).toEqual(there)
  })

  // @control AU-6, AU-7
  test('gives one entry by its number, and what one request caused by the request', async () => {
    const newest = (await findEntries(cast.victor(), { limit: 1 })).entries
    const entry = await findEntry(cast.victor(), newest[0]?.seq ?? 0)
    expect([entry]).toEqual(newest)
    expect(entry.sentence).toBe(FROZEN)
    expect(JSON.parse(entry.payload)).toMatchObject({ type: 'freeze.set', v: 1 })
    const { entries } = await findEntries(cast.victor(), { request: entry.request_id })
    expect(entries).toEqual([entry])
    const lost = findEntry(cast.victor(), 9999)
    await expect(lost).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  // @control AU-9, AC-6
  test('is closed to who may not read it', async () => {
    const nobody = cast.victor({ memberships: [] })
    const service = {
      kind: 'service',
      id: 'x',
      name: 'deploys',
      scopes: ['flip'],
      origin: systemActor().origin,
    } as const
    for (const actor of [nobody, service]) {
      await expect(findEntries(actor, {})).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
      await expect(findEntry(actor, 1)).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
    }
  })
})
