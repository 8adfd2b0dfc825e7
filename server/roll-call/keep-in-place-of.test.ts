import { expect, test } from 'vitest'
import type { HeldDelegation, PersonActor } from '../../domain/actor.ts'
import { delegate } from '../delegations/delegate.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findRollCall } from './find-roll-call.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const until = new Date(Date.now() + 7 * 86_400_000)

/** Fern as her next request makes her, after Ben let her speak for the backend. */
async function fernForBen(): Promise<PersonActor> {
  const { result } = await delegate(cast.ben(), {
    team: 'benefits-portal',
    discipline: 'backend',
    to: cast.fern().id,
    endsAt: until,
    reason: 'On leave',
  })
  const held: HeldDelegation = {
    id: result.id,
    teamId: cast.fern().memberships[0]?.teamId ?? '',
    discipline: 'backend',
    from: cast.ben(),
    until: until.toISOString(),
  }
  return cast.fern({ delegations: [held] })
}

test('a sign-off by delegation says in whose place it was given, and until when', async () => {
  const { slug } = await openedRound()
  const fern = await fernForBen()
  const { result } = await signOff(fern, { slug, discipline: 'backend', verdict: 'go' })
  const inPlaceOf = { name: 'Ben Castellano', until: until.toISOString() }
  expect(result.row).toMatchObject({
    status: 'go',
    sign_off: { given_by: { name: 'Fern Lindqvist' }, manner: 'signed', in_place_of: inPlaceOf },
  })
  const { disciplines } = await findRollCall(cast.victor(), { slug })
  const backend = disciplines.find(({ discipline }) => discipline === 'backend')
  expect(backend?.sign_off?.in_place_of).toEqual(inPlaceOf)
  expect((await planEntries()).at(-1)).toMatchObject({
    type: 'sign_off.signed',
    data: { in_place_of: cast.ben().id, delegated_until: until.toISOString() },
    changed: ['sign_off 1', 'sign_off_by_delegation 1'],
  })
})

test('what one’s own role speaks for is signed in nobody’s place', async () => {
  const { slug } = await openedRound()
  const fern = await fernForBen()
  const { result } = await signOff(fern, { slug, discipline: 'frontend', verdict: 'go' })
  expect(result.row.sign_off).not.toHaveProperty('in_place_of')
})

test('without the delegation, the word is refused', async () => {
  const { slug } = await openedRound()
  await expect(
    signOff(cast.fern(), { slug, discipline: 'backend', verdict: 'go' }),
  ).rejects.toMatchObject({ refusal: { code: 'not_permitted' } })
})
