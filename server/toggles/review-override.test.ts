import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findOpenOverrides } from './find-overrides.ts'
import { flip } from './flip.ts'
import { overrideReviewInput, reviewOverride } from './review-override.ts'
import { KEY, plannedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

let id: string

beforeEach(async () => {
  await plannedToggle()
  await flip(cast.tomas(), { ...toShare(10), override: { reason: 'The old letters are down' } })
  const [open] = await findOpenOverrides(cast.grace(), { toggle: KEY })
  id = open?.id ?? ''
})

describe('an open override', () => {
  test('says who passed over what, and who may review it', async () => {
    expect(await findOpenOverrides(cast.grace())).toMatchObject([
      {
        toggle: KEY,
        environment: 'production',
        made_by: 'Tomás Ibarra',
        checks: ['launch_decision'],
        reason: 'The old letters are down',
        may_review: true,
      },
    ])
    for (const person of [cast.tomas, cast.victor, cast.ben]) {
      expect(await findOpenOverrides(person())).toMatchObject([{ may_review: false }])
    }
    expect(await findOpenOverrides(cast.grace(), { toggle: 'another' })).toEqual([])
  })

  // @control AC-5
  test('is closed by a second person, with an entry', async () => {
    const { result, seqs } = await reviewOverride(cast.grace(), {
      id,
      verdict: 'justified',
      note: 'Agreed by phone',
    })
    expect(result).toEqual({ id, toggle: KEY, environment: 'production', verdict: 'justified' })
    expect(seqs).toHaveLength(1)
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'override.reviewed',
      data: { verdict: 'justified' },
      texts: { note: 'Agreed by phone' },
      changed: ['override 2'],
    })
    expect(await findOpenOverrides(cast.grace())).toEqual([])
  })
})

describe('a review that asks for a follow-up', () => {
  test('leaves it open, with what has to follow, until somebody closes it', async () => {
    const note = 'Write down how letters are checked'
    await reviewOverride(cast.grace(), { id, verdict: 'needs_follow_up', note })
    expect(await findOpenOverrides(cast.priya())).toMatchObject([
      { follow_up: { by: 'Grace Okafor', note }, may_review: true },
    ])
    await expect(reviewOverride(cast.tomas(), { id, verdict: 'justified' })).rejects.toMatchObject({
      refusal: { code: 'not_permitted' },
    })
    await reviewOverride(cast.grace(), { id, verdict: 'justified' })
    expect(await findOpenOverrides(cast.grace())).toEqual([])
  })

  test('says what has to follow', () => {
    expect(overrideReviewInput.safeParse({ verdict: 'needs_follow_up' }).success).toBe(false)
  })
})

test('an override keeps its incident’s link, and is told by mail to its contacts and reviewers', async () => {
  const link = 'https://status.example.gov/incidents/12'
  await flip(cast.tomas(), {
    ...toShare(20),
    override: { reason: 'The old letters are down', incident_link: link },
  })
  expect((await findOpenOverrides(cast.grace())).at(-1)).toMatchObject({ incident_link: link })
  expect((await planEntries()).at(-1)?.texts).toMatchObject({
    note: 'The old letters are down',
    link,
  })
  const mails = await db().mail.findMany({ orderBy: { name: 'asc' } })
  expect(new Set(mails.map(({ name }) => name))).toEqual(
    new Set(['Ben Castellano', 'Grace Okafor', 'Priya Raman']),
  )
  expect(mails[0]?.body).toContain('The old letters are down')
})

test('an override whose reason says nothing is refused, whoever asks', async () => {
  const nothing = { ...toShare(20), override: { reason: 'asdf asdf asdf asdf' } }
  await expect(flip(cast.tomas(), nothing)).rejects.toMatchObject({
    refusal: { errors: [{ path: 'override.reason' }] },
  })
})

describe('a review is refused', () => {
  const refused = (person: typeof cast.grace, override = id) =>
    expect(reviewOverride(person(), { id: override, verdict: 'justified' })).rejects

  test('to who made the override, and to who may not review', async () => {
    await refused(cast.tomas).toMatchObject({ refusal: { code: 'not_permitted' } })
    await refused(cast.victor).toMatchObject({ refusal: { code: 'forbidden' } })
    expect(await findOpenOverrides(cast.grace())).toHaveLength(1)
  })

  test('a second time, and for one that is not there', async () => {
    await reviewOverride(cast.grace(), { id, verdict: 'not_justified' })
    await refused(cast.priya).toMatchObject({ refusal: { code: 'version_conflict' } })
    await refused(cast.grace, randomUUID()).toMatchObject({ refusal: { code: 'not_found' } })
  })

  test('of two at once, one wins', async () => {
    const outcomes = await Promise.allSettled([
      reviewOverride(cast.grace(), { id, verdict: 'justified' }),
      reviewOverride(cast.priya(), { id, verdict: 'not_justified' }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
