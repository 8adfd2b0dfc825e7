import { expect, test } from 'vitest'
import { decide } from '../roll-call/decide.ts'
import { openRollCall } from '../roll-call/open-roll-call.ts'
import { signOff } from '../roll-call/sign-off.ts'
import { everybodySigns, openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findObjections } from './find-objections.ts'

givenCast()

const word = { verdict: 'no_go' as const, note: 'The queue drops messages.' }

test('who objects to a launch is told until a new round decides, and before a launch nobody does', async () => {
  const { slug, id } = await openedRound()
  await signOff(cast.ben(), { slug, discipline: 'backend', ...word })
  expect(await findObjections(cast.tomas())).toEqual([])
  await everybodySigns(slug)
  await decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
  expect(await findObjections(cast.tomas())).toEqual([])
  await signOff(cast.ben(), { slug, discipline: 'backend', ...word })
  expect(await findObjections(cast.tomas())).toMatchObject([
    { plan: { slug }, detail: expect.stringMatching(/^Backend says no-go in roll call 1/) },
  ])
  const next = await openRollCall(cast.priya(), { slug })
  await decide(cast.priya(), { slug, rollCall: next.result.id, decision: 'pause' })
  expect(await findObjections(cast.tomas())).toEqual([])
})
