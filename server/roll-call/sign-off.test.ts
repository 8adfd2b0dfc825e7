import { describe, expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { keptPlan } from '../plans/testing/kept-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { decide } from './decide.ts'
import { findRollCall } from './find-roll-call.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

const go = { verdict: 'go' as const }

async function statusOf(slug: string, discipline: string): Promise<string | undefined> {
  const { disciplines } = await findRollCall(cast.victor(), { slug })
  return disciplines.find((row) => row.discipline === discipline)?.status
}

describe('a sign-off', () => {
  test('is signed by the one who speaks for the discipline, with the hashes of what it reviews', async () => {
    const { slug } = await openedRound()
    const { result, seqs } = await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    expect(seqs).toHaveLength(1)
    expect(result.row).toMatchObject({
      status: 'go',
      sign_off: {
        manner: 'signed',
        given_by: { id: cast.ben().id, name: 'Ben Castellano' },
        recorded_by: { name: 'Ben Castellano' },
        revision: 1,
        ordinal: 1,
      },
    })
    expect(Object.keys(result.row.sign_off?.section_hashes ?? {}).sort()).toEqual([
      'rollback',
      'stages',
      'toggles',
      'validation',
    ])
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'sign_off.signed',
      actorId: cast.ben().id,
      plan: slug,
      data: { discipline: 'backend', verdict: 'go', revision: 1 },
      changed: ['sign_off 1'],
    })
  })

  test('is recorded by the program manager for a member of the team, with both names', async () => {
    const { slug } = await openedRound()
    await signOff(cast.priya(), {
      slug,
      discipline: 'qa',
      verdict: 'no_go',
      given_by: 'Quentin Marsh',
      note: 'Two severe defects are open.',
    })
    const { disciplines } = await findRollCall(cast.victor(), { slug })
    expect(disciplines.find(({ discipline }) => discipline === 'qa')).toMatchObject({
      status: 'no_go',
      sign_off: {
        manner: 'recorded',
        given_by: { id: cast.quentin().id, name: 'Quentin Marsh' },
        recorded_by: { id: cast.priya().id, name: 'Priya Raman' },
        note: 'Two severe defects are open.',
      },
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'sign_off.recorded',
      texts: { given_by: 'Quentin Marsh', note: 'Two severe defects are open.' },
    })
  })

  test('is recorded for a contact of the plan whom nobody else knows', async () => {
    const { slug } = await openedRound()
    const input = { slug, discipline: 'frontend' as const, ...go, given_by: 'ike sorensen' }
    const { result } = await signOff(cast.priya(), input)
    expect(result.row.sign_off?.given_by).toEqual({ id: null, name: 'Ike Sorensen' })
  })

  test('said again while it is current changes nothing', async () => {
    const { slug } = await openedRound()
    await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    const again = await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    expect(again.seqs).toEqual([])
    expect(again.result.row.sign_off?.ordinal).toBe(1)
  })

  test('is taken back by saying the other thing', async () => {
    const { slug } = await openedRound()
    await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    const note = 'The queue drops messages under load.'
    await signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'no_go', note })
    expect(await statusOf(slug, 'backend')).toBe('no_go')
    const { disciplines } = await findRollCall(cast.victor(), { slug })
    expect(disciplines.find(({ discipline }) => discipline === 'backend')?.said).toHaveLength(2)
  })
})

describe('a sign-off is refused', () => {
  test('without its reason when it is a no-go', async () => {
    const { slug } = await openedRound()
    await expect(
      signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'no_go' }),
    ).rejects.toMatchObject({ refusal: { code: 'invalid', errors: [{ path: 'note' }] } })
  })

  test('when it is recorded for the government lead, on record', async () => {
    const { slug } = await openedRound()
    await expect(
      signOff(cast.priya(), {
        slug,
        discipline: 'government_lead',
        ...go,
        given_by: 'Grace Okafor',
      }),
    ).rejects.toMatchObject({ refusal: { code: 'not_permitted' } })
    expect((await planEntries()).at(-1)).toMatchObject({
      outcome: 'denied',
      actorId: cast.priya().id,
      data: { tried: 'record go for government lead', refusal: 'not_permitted' },
    })
  })

  test('for a discipline that the caller does not speak for', async () => {
    const { slug } = await openedRound()
    await expect(
      signOff(cast.fern(), { slug, discipline: 'backend', ...go }),
    ).rejects.toMatchObject({ refusal: { code: 'not_permitted' } })
    expect(await statusOf(slug, 'backend')).toBe('waiting')
  })

  // @control AC-5, CM-5
  test('to a viewer and an administrator, on record', async () => {
    const { slug } = await openedRound()
    for (const who of [cast.victor, cast.alma]) {
      await expect(signOff(who(), { slug, discipline: 'backend', ...go })).rejects.toMatchObject({
        refusal: { code: 'forbidden', action: 'sign_off.sign' },
      })
    }
    expect((await planEntries()).filter(({ outcome }) => outcome === 'denied')).toHaveLength(2)
  })

  test('for a discipline that the round does not ask', async () => {
    const { slug } = await openedRound()
    await expect(
      signOff(cast.priya(), { slug, discipline: 'content', ...go, given_by: 'Ada Whitcombe' }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found', key: 'content' } })
  })

  test('on a page when the sign-in is older than 15 minutes, on record; not through a token', async () => {
    const { slug } = await openedRound()
    const authenticatedAt = new Date(Date.now() - 16 * 60_000)
    await expect(
      signOff(cast.grace({ authenticatedAt }), { slug, discipline: 'government_lead', ...go }),
    ).rejects.toMatchObject({ refusal: { code: 'fresh_sign_in_needed' } })
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied' })
    const tokenId = '5f0c3b3e-5a0a-4b43-8f4c-2a4f5d6e7f80'
    await signOff(cast.grace({ authenticatedAt: null, tokenId }), {
      slug,
      discipline: 'government_lead',
      ...go,
    })
    expect(await statusOf(slug, 'government_lead')).toBe('go')
  })

  test('when no roll call is open, or the last one is decided', async () => {
    const { slug } = await keptPlan()
    const word = { slug, discipline: 'backend' as const, ...go }
    await expect(signOff(cast.ben(), word)).rejects.toMatchObject({
      refusal: { code: 'no_open_roll_call' },
    })
    const opened = await openedRound()
    await decide(cast.priya(), { slug: opened.slug, rollCall: opened.id, decision: 'pause' })
    await expect(signOff(cast.ben(), { ...word, slug: opened.slug })).rejects.toMatchObject({
      refusal: { code: 'roll_call_closed', number: 1 },
    })
  })
})

test('many words of one discipline at once are kept in some order, none lost', async () => {
  const { slug } = await openedRound()
  await Promise.all(
    Array.from({ length: 6 }, (_, n) =>
      signOff(cast.ben(), { slug, discipline: 'backend', ...go, note: `Word ${n}.` }),
    ),
  )
  const { disciplines } = await findRollCall(cast.victor(), { slug })
  const said = disciplines.find(({ discipline }) => discipline === 'backend')?.said ?? []
  expect(said.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6])
})
