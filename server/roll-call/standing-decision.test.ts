import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { decide } from './decide.ts'
import { openRollCall } from './open-roll-call.ts'
import { type StandingDecision, standingDecision } from './standing-decision.ts'
import { everybodySigns, openedRound } from './testing/open-round.ts'

givenCast()

const otherRollback = bytesOf(releasePlan({ rollback: 'Nobody knows yet.' }))

async function standing(slug: string): Promise<StandingDecision | null> {
  const { id } = await db().plan.findUniqueOrThrow({ where: { slug } })
  return standingDecision(db(), id)
}

test('no decision stands until a round is decided', async () => {
  const { slug } = await openedRound()
  expect(await standing(slug)).toBeNull()
})

test('a launch rests on the newest word of each discipline, while they are current', async () => {
  const { slug, id } = await openedRound()
  await everybodySigns(slug)
  await decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
  const decided = await standing(slug)
  expect(decided).toMatchObject({ number: 1, decision: 'launch', notCurrent: [] })
  expect(decided?.signOffIds).toHaveLength(7)
  await revisePlan(cast.tomas(), { slug, bytes: otherRollback, revision: 1 })
  expect((await standing(slug))?.notCurrent).toEqual([
    'product',
    'frontend',
    'backend',
    'government_lead',
  ])
})

test('the newest decision that was made stands', async () => {
  const { slug, id } = await openedRound()
  await everybodySigns(slug)
  await decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
  const second = await openRollCall(cast.priya(), { slug, require: [], invite: [] })
  expect(await standing(slug)).toMatchObject({ number: 1, decision: 'launch' })
  await decide(cast.grace(), { slug, rollCall: second.result.id, decision: 'pause' })
  expect(await standing(slug)).toMatchObject({ number: 2, decision: 'pause' })
})
