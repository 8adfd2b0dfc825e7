import { expect, test } from 'vitest'
import { type Answer, call } from './api.ts'

const FLIPS = 2000
const AT_ONCE = 32

const staging = (key: string) => `/toggles/${key}/environments/staging`

async function register(key: string): Promise<void> {
  const body = { key, description: 'Flipped by many at once' }
  expect((await call('tech_lead', 'POST', '/toggles', { body })).status).toBe(201)
}

test('of 2,000 flips at 32 at a time none is lost and none is doubled', async () => {
  const key = 'flipped_by_many'
  await register(key)
  const answers: Answer[] = []
  let next = 0
  const worker = async () => {
    while (next < FLIPS) {
      const body = { percentage_of_actors: (next % 1000) / 10, reason: `Flip ${next}` }
      next += 1
      answers.push(await call('tech_lead', 'PATCH', staging(key), { body }))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  // Two flips to the same value in a row are one flip and one that changed nothing.
  const versions = answers
    .filter((one) => one.at('seq') !== null)
    .map((one) => Number(one.at('version')))
  expect(new Set(versions).size).toBe(versions.length)
  const state = await call('viewer', 'GET', staging(key))
  expect(state.at('version')).toBe(versions.length + 1)
  expect(Math.max(...versions)).toBe(versions.length + 1)
  expect(versions.length).toBeGreaterThan(FLIPS * 0.95)
  const verification = await call('government_lead', 'GET', '/audit/verification')
  expect(verification.at('')).toMatchObject({ holds: true })
}, 300_000)

test('each expected version has one winner', async () => {
  const key = 'raced_for'
  await register(key)
  for (let round = 1; round <= 50; round += 1) {
    const race = await Promise.all(
      [1, 2, 3].map((racer) =>
        call('tech_lead', 'PATCH', staging(key), {
          body: {
            percentage_of_actors: (round * 3 + racer) / 10,
            reason: 'A race',
            expected_version: round,
          },
        }),
      ),
    )
    expect(race.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  }
}, 120_000)

test('a repeated Idempotency-Key is done once and answered the same', async () => {
  const key = 'asked_again'
  await register(key)
  const headers = { 'idempotency-key': 'one-and-the-same' }
  const body = { percentage_of_actors: 5, reason: 'Once' }
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => call('tech_lead', 'PATCH', staging(key), { body, headers })),
  )
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(answers[0]?.at('version')).toBe(2)
  const other = { percentage_of_actors: 6, reason: 'Another' }
  const reused = await call('tech_lead', 'PATCH', staging(key), { body: other, headers })
  expect(reused.status).toBe(409)
  expect(reused.at('type')).toMatch(/\/idempotency-key-reused$/)
})
