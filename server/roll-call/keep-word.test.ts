import { expect, test } from 'vitest'
import { revisePlan } from '../plans/revise-plan.ts'
import { bytesOf, releasePlan } from '../plans/testing/documents.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findRollCall } from './find-roll-call.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const go = { verdict: 'go' as const }
const otherRollback = releasePlan({ rollback: 'Nobody knows yet; somebody will page Tomás.' })

async function statusOf(slug: string, discipline: string): Promise<string | undefined> {
  const { disciplines } = await findRollCall(cast.victor(), { slug })
  return disciplines.find((row) => row.discipline === discipline)?.status
}

async function revise(slug: string, text: string, revision: number): Promise<void> {
  await revisePlan(cast.priya(), { slug, bytes: bytesOf(text), revision })
}

test('a word goes stale with an edit of what the discipline reviews, and stays so when it is undone', async () => {
  const { slug } = await openedRound()
  await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
  await signOff(cast.dalia(), { slug, discipline: 'design', ...go })
  await revise(slug, otherRollback, 1)
  expect(await statusOf(slug, 'backend')).toBe('stale')
  expect(await statusOf(slug, 'design')).toBe('go')
  await revise(slug, releasePlan(), 2)
  expect(await statusOf(slug, 'backend')).toBe('stale')
  await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
  expect(await statusOf(slug, 'backend')).toBe('go')
})

test('a word stands when a contact is added, or the text is only set anew', async () => {
  const { slug } = await openedRound()
  await signOff(cast.grace(), { slug, discipline: 'government_lead', ...go })
  const contacts = '**Backup POCs**\n\n- Ike Sorensen - Frontend\n- Mona Petit - QA'
  await revise(slug, releasePlan({ contacts }), 1)
  await revise(slug, releasePlan({ contacts }).replaceAll('**Yes**', '__Yes__'), 2)
  expect(await statusOf(slug, 'government_lead')).toBe('go')
})

test('an edit and a vote at once: the vote is on the text before or after, and told so', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { slug } = await openedRound()
    const [, word] = await Promise.all([
      revise(slug, otherRollback, 1),
      signOff(cast.ben(), { slug, discipline: 'backend', ...go }),
    ])
    const onNewText = word.result.row.sign_off?.revision === 2
    expect(await statusOf(slug, 'backend')).toBe(onNewText ? 'go' : 'stale')
  }
})
