import { expect, test } from 'vitest'
import { signOff } from '../roll-call/sign-off.ts'
import { openedRound } from '../roll-call/testing/open-round.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { findContacts } from './find-contacts.ts'
import { releasePlan } from './testing/documents.ts'
import { keptPlan } from './testing/kept-plan.ts'

givenCast()

test('each contact is listed once, with all that they are on the hook for', async () => {
  const { slug } = await openedRound()
  await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'go' })
  const contacts = '**Backup POCs**\n\n- BEN  Castellano - Technical Lead'
  await keptPlan(releasePlan({ title: 'Letters', toggles: ['letters_list'], contacts }))
  const people = await findContacts(cast.victor())
  expect(people.map(({ name }) => name)).toEqual([
    'Ben Castellano',
    'Ike Sorensen',
    'Rosalind Achebe',
  ])
  const plan = { slug, title: 'Release Plan: Claim status letters' }
  expect(people[0]?.on_the_hook).toEqual([
    expect.objectContaining({ plan: { slug: 'letters', title: 'Letters' }, tier: 'primary' }),
    {
      plan: { slug: 'letters', title: 'Letters' },
      tier: 'backup',
      role: 'Technical Lead',
      toggles: ['letters_list'],
      disciplines: [],
    },
    {
      plan,
      tier: 'primary',
      role: 'Backend',
      toggles: ['claim_status_letters'],
      disciplines: [{ discipline: 'backend', status: 'go' }],
    },
  ])
  expect(people[1]?.on_the_hook).toMatchObject([
    { plan, tier: 'backup', disciplines: [{ discipline: 'frontend', status: 'waiting' }] },
  ])
})

test('contacts are found by name, role and plan', async () => {
  await keptPlan(releasePlan({ title: 'Letters' }))
  const named = async (q: string) =>
    (await findContacts(cast.victor(), { q })).map(({ name }) => name)
  expect(await named('sorensen')).toEqual(['Ike Sorensen'])
  expect(await named('program')).toEqual(['Rosalind Achebe'])
  expect(await named('letters')).toHaveLength(3)
  expect(await named('nobody')).toEqual([])
})
