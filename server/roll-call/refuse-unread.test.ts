import { expect, test } from 'vitest'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const go = { verdict: 'go' as const }
const otherRollback = releasePlan({ rollback: 'Nobody knows yet; somebody will page Tomás.' })

async function revise(slug: string, text: string, revision: number): Promise<void> {
  await revisePlan(cast.priya(), { slug, bytes: bytesOf(text), revision })
}

test('nobody speaks on content that was edited after they read it', async () => {
  const { slug } = await openedRound()
  await revise(slug, otherRollback, 1)
  await expect(
    signOff(cast.ben(), { slug, discipline: 'backend', ...go, readRevision: 1 }),
  ).rejects.toMatchObject({ refusal: { code: 'revision_conflict', actual: 2 } })
  await signOff(cast.dalia(), { slug, discipline: 'design', ...go, readRevision: 1 })
  await signOff(cast.ben(), { slug, discipline: 'backend', ...go, readRevision: 2 })
  await expect(
    signOff(cast.fern(), { slug, discipline: 'frontend', ...go, readRevision: 9 }),
  ).rejects.toMatchObject({ refusal: { code: 'invalid', errors: [{ path: 'If-Match' }] } })
})
