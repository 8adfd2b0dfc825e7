import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { decide } from './decide.ts'
import { findRollCall } from './find-roll-call.ts'
import { openRollCall } from './open-roll-call.ts'
import { signOff } from './sign-off.ts'
import { standingDecision } from './standing-decision.ts'
import { everybodySigns, openedRound } from './testing/open-round.ts'
import { withdraw } from './withdraw.ts'

givenCast()

const go = { verdict: 'go' as const }
const why = 'The queue drops messages under load.'

let slug: string
let id: string

beforeEach(async () => {
  ;({ slug, id } = await openedRound())
})

async function launched(): Promise<void> {
  await everybodySigns(slug)
  await decide(cast.priya(), { slug, rollCall: id, decision: 'launch' })
}

async function lapsed() {
  const plan = await db().plan.findUniqueOrThrow({ where: { slug } })
  return (await standingDecision(db(), plan.id))?.lapsed
}

describe('a word that is taken back', () => {
  test('leaves its discipline without one, until it speaks again', async () => {
    await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    const { result } = await withdraw(cast.ben(), { slug, discipline: 'backend', note: why })
    expect(result.row).toMatchObject({
      status: 'withdrawn',
      satisfied: false,
      sign_off: { verdict: 'withdrawn', late: false, ordinal: 2, note: why },
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'sign_off.withdrawn',
      data: { discipline: 'backend', revision: 1, manner: 'signed' },
      texts: { note: why },
      changed: ['sign_off 1'],
    })
    const round = await findRollCall(cast.victor(), { slug })
    expect(round.missing).toContain(
      'Backend took its word back (Ben Castellano); ask the backend lead again.',
    )
    await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    expect((await findRollCall(cast.victor(), { slug })).missing).toHaveLength(6)
  })

  test('taken back again changes nothing', async () => {
    await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    const back = () => withdraw(cast.ben(), { slug, discipline: 'backend', note: why })
    await back()
    expect((await back()).seqs).toEqual([])
  })

  test('after a launch holds what comes, undoes nothing, and is told to those who widen', async () => {
    await launched()
    const { result } = await withdraw(cast.quentin(), { slug, discipline: 'qa', note: why })
    expect(result.row.sign_off).toMatchObject({ late: true, verdict: 'withdrawn' })
    expect((await planEntries()).at(-1)?.data).toMatchObject({ late: true })
    expect(await lapsed()).toMatchObject([
      {
        discipline: 'qa',
        because: 'objected',
        roll_call: 1,
        detail: expect.stringMatching(
          /^QA took its word back in roll call 1 \(Quentin Marsh, .+\): The queue/,
        ),
      },
    ])
    expect((await findRollCall(cast.victor(), { slug })).decision).toBe('launch')
    expect(await db().mail.findMany({ select: { name: true, subject: true } })).toEqual([
      {
        name: 'Tomás Ibarra',
        subject: expect.stringMatching(/^Go taken back after launch: /),
      },
    ])
  })

  test.each([
    ['a viewer', cast.victor, 'forbidden'],
    ['a lead of another discipline', cast.fern, 'not_permitted'],
    ['the program manager in nobody’s name', cast.priya, 'not_permitted'],
  ] as const)('is not taken back by %s', async (_, who, code) => {
    await signOff(cast.ben(), { slug, discipline: 'backend', ...go })
    await expect(withdraw(who(), { slug, discipline: 'backend', note: why })).rejects.toMatchObject(
      { refusal: { code } },
    )
  })

  test('is recorded for whoever took it back, but not for the government lead', async () => {
    await everybodySigns(slug)
    const given_by = 'Ben Castellano'
    await withdraw(cast.priya(), { slug, discipline: 'backend', note: why, given_by })
    expect((await planEntries()).at(-1)).toMatchObject({
      data: { manner: 'recorded' },
      texts: { given_by },
    })
    await expect(
      withdraw(cast.priya(), {
        slug,
        discipline: 'government_lead',
        note: why,
        given_by: 'Grace Okafor',
      }),
    ).rejects.toMatchObject({ refusal: { code: 'not_permitted' } })
  })

  test('is asked for a fresh sign-in, and is not there where nothing was said', async () => {
    const authenticatedAt = new Date(Date.now() - 16 * 60_000)
    await expect(
      withdraw(cast.ben({ authenticatedAt }), { slug, discipline: 'backend', note: why }),
    ).rejects.toMatchObject({ refusal: { code: 'fresh_sign_in_needed' } })
    await expect(
      withdraw(cast.ben(), { slug, discipline: 'backend', note: why }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('after a launch', () => {
  test('a no-go is taken as a late word, and a go is not', async () => {
    await launched()
    await signOff(cast.ben(), {
      slug,
      discipline: 'backend',
      verdict: 'no_go',
      note: why,
      would_change: 'A fix of the queue.',
    })
    expect(await lapsed()).toMatchObject([{ discipline: 'backend', because: 'objected' }])
    const { disciplines } = await findRollCall(cast.victor(), { slug })
    expect(disciplines.find(({ discipline }) => discipline === 'backend')?.sign_off).toMatchObject({
      late: true,
      would_change: 'A fix of the queue.',
    })
    await expect(signOff(cast.ben(), { slug, discipline: 'backend', ...go })).rejects.toMatchObject(
      { refusal: { code: 'roll_call_closed' } },
    )
    expect(await db().mail.count()).toBe(1)
  })

  test('a no-go in the next round holds, too, and a launch of that round clears it', async () => {
    await launched()
    const second = await openRollCall(cast.priya(), { slug, purpose: 'stage B' })
    await signOff(cast.ada(), { slug, discipline: 'accessibility', verdict: 'no_go', note: why })
    expect(await lapsed()).toMatchObject([{ discipline: 'accessibility', roll_call: 2 }])
    await everybodySigns(slug)
    expect(await lapsed()).toEqual([])
    await decide(cast.priya(), { slug, rollCall: second.result.id, decision: 'launch' })
    expect(await lapsed()).toEqual([])
  })

  test('a pause takes no late word', async () => {
    await decide(cast.priya(), { slug, rollCall: id, decision: 'pause' })
    await expect(
      signOff(cast.ben(), { slug, discipline: 'backend', verdict: 'no_go', note: why }),
    ).rejects.toMatchObject({ refusal: { code: 'roll_call_closed' } })
  })
})
