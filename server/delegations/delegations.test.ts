import { describe, expect, test } from 'vitest'
import { findTokenActor } from '../access/find-token-actor.ts'
import { systemActor } from '../access/system-actor.ts'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast } from '../testing/test-database.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { delegate } from './delegate.ts'
import { endDelegation } from './end-delegation.ts'
import { findDelegations } from './find-delegations.ts'

const team = 'benefits-portal'
const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const holiday = () => ({
  team,
  discipline: 'backend' as const,
  to: cast.victor().id,
  endsAt: days(7),
  reason: 'On leave',
})

describe('a delegation', () => {
  useCast()

  test('is made, told by mail, listed and on record', async () => {
    const { result } = await delegate(cast.ben(), holiday())
    expect(result).toMatchObject({ from: 'Ben Castellano', to: 'Victor Nyman', ended: false })
    const entries = await planEntries()
    expect(entries.map(({ type }) => type)).toEqual(['delegation.made'])
    expect(entries).toMatchObject([{ texts: { reason: 'On leave' }, changed: ['delegation 1'] }])
    expect(JSON.stringify(entries[0]?.data)).not.toContain('On leave')
    expect(await db().mail.findMany({ select: { name: true, subject: true } })).toEqual([
      { name: 'Victor Nyman', subject: 'You speak for backend in place of Ben Castellano' },
    ])
    const found = await findDelegations(cast.ben(), team)
    expect(found.delegations).toMatchObject([{ id: result.id, may_end: true }])
    expect(found.you.own).toEqual(['backend'])
    expect(found.you.alternates.map(({ name }) => name)).not.toContain('Ben Castellano')
    expect((await findDelegations(cast.quentin(), team)).delegations).toMatchObject([
      { may_end: false },
    ])
  })

  test('is honoured for who holds it, at the next request, and no longer once it ended', async () => {
    const token = await tokenOf(cast.victor().id)
    const speaking = async () => (await actorOf(token)).delegations?.map((held) => held.discipline)
    expect(await speaking()).toEqual([])
    const { result } = await delegate(cast.ben(), holiday())
    expect(await speaking()).toEqual(['backend'])
    await endDelegation(cast.ben(), { team, id: result.id })
    expect(await speaking()).toEqual([])
  })

  test('of a later time does not speak yet', async () => {
    const token = await tokenOf(cast.victor().id)
    await delegate(cast.ben(), { ...holiday(), startsAt: days(2) })
    expect((await actorOf(token)).delegations).toEqual([])
  })

  test('is refused of another’s discipline, and to who is not of the team', async () => {
    await expect(delegate(cast.ben(), { ...holiday(), discipline: 'qa' })).rejects.toMatchObject({
      refusal: { code: 'not_permitted' },
    })
    const to = '0b9c3a52-6f0e-4a63-9a7e-0d9d3f1f2c11'
    await expect(delegate(cast.ben(), { ...holiday(), to })).rejects.toMatchObject({
      refusal: { code: 'invalid', errors: [{ path: 'to' }] },
    })
    await expect(
      delegate(cast.grace(), { ...holiday(), discipline: 'government_lead' }),
    ).rejects.toMatchObject({ refusal: { errors: [{ path: 'to' }] } })
  })

  test('is forbidden to who speaks for nothing', async () => {
    await expect(delegate(cast.victor(), holiday())).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  test('of two at the same moment one is made', async () => {
    const both = await Promise.allSettled([
      delegate(cast.ben(), holiday()),
      delegate(cast.ben(), { ...holiday(), to: cast.fern().id }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db().delegation.count()).toBe(1)
  })

  test('is ended by who gave or holds it or manages people, once, and by nobody else', async () => {
    const { result } = await delegate(cast.ben(), holiday())
    const ending = { team, id: result.id }
    await expect(endDelegation(cast.quentin(), ending)).rejects.toMatchObject({
      refusal: { code: 'not_permitted' },
    })
    const ends = await Promise.all([
      endDelegation(cast.victor(), ending),
      endDelegation(cast.alma(), ending),
    ])
    expect(ends.flatMap(({ seqs }) => seqs)).toHaveLength(1)
  })
})

async function actorOf(token: string) {
  const actor = await findTokenActor(token)
  if (actor?.kind !== 'person') throw new Error('no person has this token')
  return actor
}

async function tokenOf(personId: string): Promise<string> {
  return issueToken(systemActor(), {
    name: 'for a test',
    kind: 'person',
    personId,
    environment: null,
    scopes: [],
    expiresAt: days(1),
  })
}
