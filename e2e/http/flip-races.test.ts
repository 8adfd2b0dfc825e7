import { afterAll, expect, test } from 'vitest'
import { type Answer, call, importPlan, launch } from './api.ts'

/** Rounds of each race; ROLLCALL_RACES=1000 for a long look. */
const ROUNDS = Number(process.env.ROLLCALL_RACES ?? 15)
const LONG = 60_000 + ROUNDS * 3000

/** Where a toggle stands in an environment. */
const place = (key: string, environment = 'production') =>
  `/toggles/${key}/environments/${environment}`

async function register(key: string): Promise<void> {
  const body = { key, description: 'Raced for' }
  expect((await call('tech_lead', 'POST', '/toggles', { body })).status).toBe(201)
}

function flip(at: string, percentage: number, more: object = {}, who = 'tech_lead') {
  const body = { percentage_of_actors: percentage, reason: 'A race', ...more }
  return call(who, 'PATCH', at, { body })
}

async function versionAt(at: string): Promise<number> {
  return Number((await call('viewer', 'GET', at)).at('version'))
}

/** Of two answers the one that was done; the other was told that somebody came before. */
function oneWinner(answers: readonly Answer[]): Answer {
  const done = answers.filter(({ status }) => status === 200)
  const lost = answers.filter(({ status }) => status !== 200)
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(lost[0]?.at('type')).toMatch(/\/version-conflict$/)
  const [winner] = done
  if (!winner) throw new Error('nobody won')
  return winner
}

/** How many entries the log has of a toggle with this outcome. */
async function entriesOf(key: string, outcome: 'allowed' | 'denied'): Promise<number> {
  let count = 0
  let cursor = ''
  do {
    const page = await call(
      'government_lead',
      'GET',
      `/audit?toggle=${key}&environment=staging&outcome=${outcome}&limit=200${cursor}`,
    )
    const entries: unknown = page.at('entries')
    count += Array.isArray(entries) ? entries.length : 0
    const next = page.at('next_cursor')
    cursor = typeof next === 'string' ? `&cursor=${next}` : ''
  } while (cursor !== '')
  return count
}

afterAll(async () => {
  const verification = await call('government_lead', 'GET', '/audit/verification')
  expect(verification.at('')).toMatchObject({ holds: true })
}, 300_000)

test(
  'of two flips of one version one is made and the other is told, and both are on record',
  async () => {
    const key = 'raced_by_two'
    await register(key)
    const at = place(key, 'staging')
    for (let round = 1; round <= ROUNDS; round += 1) {
      const shares = [(round % 499) / 10, 100 - (round % 499) / 10]
      const race = await Promise.all(
        shares.map((share) => flip(at, share, { expected_version: round })),
      )
      const winner = oneWinner(race)
      expect(winner.at('version')).toBe(round + 1)
      const now = await call('viewer', 'GET', at)
      expect(now.at('percentage_of_actors')).toBe(shares[race.indexOf(winner)])
    }
    expect(await versionAt(at)).toBe(ROUNDS + 1)
    expect(await entriesOf(key, 'allowed')).toBe(ROUNDS)
    expect(await entriesOf(key, 'denied')).toBe(ROUNDS)
  },
  LONG,
)

test(
  'of a flip and a rollback of one version one is made; neither undoes what it did not see',
  async () => {
    const key = 'raced_by_rollback'
    await register(key)
    const at = place(key, 'staging')
    for (let round = 1; round <= ROUNDS; round += 1) {
      const from = await flip(at, (round % 400) / 10 + 1)
      const expected_version = Number(from.at('version'))
      const race = await Promise.all([
        flip(at, 60, { expected_version }),
        call('tech_lead', 'POST', `${at}/rollback`, {
          body: { reason: 'A race', expected_version },
        }),
      ])
      oneWinner(race)
      expect(await versionAt(at)).toBe(expected_version + 1)
    }
  },
  LONG,
)

test(
  'a flip and a freeze at once: nothing widens after the freeze was answered',
  async () => {
    const key = 'raced_by_freeze'
    await launch(await importPlan(key))
    const at = place(key)
    const came = { before: 0, held: 0 }
    for (let round = 1; round <= ROUNDS; round += 1) {
      const starts = new Date(Date.now() - 60_000).toISOString()
      const ends = new Date(Date.now() + 3_600_000).toISOString()
      const body = { starts_at: starts, ends_at: ends, reason: 'A race', environments: [] }
      const [widened, frozen] = await Promise.all([
        flip(at, 10),
        call('government_lead', 'POST', '/freezes', { body }),
      ])
      expect(frozen.status).toBe(201)
      if (widened.status === 200) {
        came.before += 1
        expect(Number(widened.at('seq'))).toBeLessThan(Number(frozen.at('seq')))
      } else {
        came.held += 1
        expect(widened.at('type')).toMatch(/\/checks-not-passed$/)
      }
      expect((await flip(at, 0)).status).toBe(200)
      const lifted = await call('government_lead', 'DELETE', `/freezes/${frozen.at('id')}`)
      expect(lifted.status).toBeLessThan(300)
    }
    expect(came.before + came.held).toBe(ROUNDS)
  },
  LONG,
)

test(
  'of an override and a narrowing of one version one is made, and each override waits for its review',
  async () => {
    const key = 'raced_by_override'
    await register(key)
    const at = place(key)
    const override = { reason: 'Letters about benefits stop tonight without it' }
    let version = Number((await flip(at, 5, { override })).at('version'))
    let made = 1
    for (let round = 1; round <= ROUNDS; round += 1) {
      const race = await Promise.all([
        flip(at, 50, { override, expected_version: version }),
        flip(at, 2, { expected_version: version }, 'backend'),
      ])
      const winner = oneWinner(race)
      if (winner === race[0]) made += 1
      version = Number(winner.at('version'))
      if (winner === race[1]) {
        version = Number((await flip(at, 5, { override })).at('version'))
        made += 1
      } else version = Number((await flip(at, 5)).at('version'))
    }
    const open = await call('viewer', 'GET', `/overrides?toggle=${key}`)
    const waiting: unknown = open.at('overrides')
    expect(Array.isArray(waiting) ? waiting.length : 0).toBe(Math.min(made, 1000))
  },
  LONG,
)
