import { expect, test } from 'vitest'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findChangesSince } from './find-changes-since.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const otherRollback = bytesOf(releasePlan({ rollback: 'Nobody rolls back; we fix forward.' }))

test('a stale word is shown with the sections that changed, as signed and as they stand', async () => {
  const { slug, id } = await openedRound()
  await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
  await revisePlan(cast.priya(), { slug, bytes: otherRollback, revision: 1 })
  const changes = await findChangesSince(cast.victor(), { slug, id, discipline: 'backend' })
  expect(changes).toMatchObject({ signed: 1, revision: 2, sections: [{ section: 'rollback' }] })
  expect(changes.sections[0]?.before).toContain('We switch the toggle off')
  expect(changes.sections[0]?.after).toContain('we fix forward')
})

test('a word that is current, or was never given, has nothing to show', async () => {
  const { slug, id } = await openedRound()
  await signOff(cast.ada(), { slug, discipline: 'accessibility', verdict: 'go' })
  await revisePlan(cast.priya(), { slug, bytes: otherRollback, revision: 1 })
  const of = (discipline: 'accessibility' | 'qa') =>
    findChangesSince(cast.victor(), { slug, id, discipline })
  expect(await of('accessibility')).toMatchObject({ signed: 1, revision: 2, sections: [] })
  expect(await of('qa')).toMatchObject({ signed: null, sections: [] })
})

test('a discipline that is not asked, a round or a plan that is not there are not found', async () => {
  const { slug, id } = await openedRound()
  const rollCall = '9d3f2c1b-0a9e-4d8c-b7a6-5f4e3d2c1b0a'
  const refused = { refusal: { code: 'not_found' } }
  const ask = (asked: { slug: string; id: string; discipline: 'qa' | 'analytics' }) =>
    expect(findChangesSince(cast.victor(), asked)).rejects.toMatchObject(refused)
  await ask({ slug, id, discipline: 'analytics' })
  await ask({ slug, id: rollCall, discipline: 'qa' })
  await ask({ slug: 'none', id, discipline: 'qa' })
})
