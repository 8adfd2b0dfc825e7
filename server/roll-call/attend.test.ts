import { describe, expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { attend } from './attend.ts'
import { decide } from './decide.ts'
import { findMeeting } from './find-meeting.ts'
import { signOff } from './sign-off.ts'
import { openedRound } from './testing/open-round.ts'

givenCast()

async function present(slug: string, id: string) {
  const { attendance } = await findMeeting(cast.victor(), { slug, id })
  return attendance.map((one) => [one.name, one.present, one.noted_by])
}

describe('who is in the meeting', () => {
  test('comes with one entry, leaves with another, and comes again', async () => {
    const { slug, id } = await openedRound()
    const { result, seqs } = await attend(cast.ben(), { slug, rollCall: id, present: true })
    expect(seqs).toHaveLength(1)
    expect(result).toMatchObject({
      name: 'Ben Castellano',
      person_id: cast.ben().id,
      present: true,
    })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'attendance.arrived',
      plan: slug,
      changed: ['attendance 1'],
    })
    await attend(cast.ben(), { slug, rollCall: id, present: false })
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'attendance.left',
      changed: ['attendance 2'],
    })
    expect(await present(slug, id)).toEqual([['Ben Castellano', false, 'Ben Castellano']])
    await attend(cast.ben(), { slug, rollCall: id, present: true })
    expect(await present(slug, id)).toEqual([['Ben Castellano', true, 'Ben Castellano']])
  })

  test('is noted by the facilitator: a member by id, a contact or a guest by name', async () => {
    const { slug, id } = await openedRound()
    for (const name of ['quentin  marsh', 'Ike Sorensen', 'Hana Petrov']) {
      await attend(cast.priya(), { slug, rollCall: id, present: true, name })
    }
    expect((await planEntries()).at(-1)).toMatchObject({
      type: 'attendance.noted',
      data: { present: true },
      texts: { given_by: 'Hana Petrov' },
    })
    const { attendance } = await findMeeting(cast.victor(), { slug, id })
    expect(attendance.map(({ name, person_id }) => [name, person_id])).toEqual([
      ['Quentin Marsh', cast.quentin().id],
      ['Ike Sorensen', null],
      ['Hana Petrov', null],
    ])
    expect(attendance.every(({ noted_by }) => noted_by === 'Priya Raman')).toBe(true)
  })

  test('changes nothing by coming twice, nor by leaving without having come', async () => {
    const { slug, id } = await openedRound()
    const left = await attend(cast.fern(), { slug, rollCall: id, present: false })
    expect(left).toEqual({ result: null, seqs: [] })
    await attend(cast.fern(), { slug, rollCall: id, present: true })
    const again = await attend(cast.priya(), {
      slug,
      rollCall: id,
      present: true,
      name: 'Fern Lindqvist',
    })
    expect(again.seqs).toEqual([])
    expect(await present(slug, id)).toEqual([['Fern Lindqvist', true, 'Fern Lindqvist']])
  })

  test('makes the quorum: here, spoken, missing', async () => {
    const { slug, id } = await openedRound()
    await attend(cast.ben(), { slug, rollCall: id, present: true })
    await signOff(cast.fern(), { slug, discipline: 'frontend', verdict: 'go' })
    const { quorum } = await findMeeting(cast.victor(), { slug, id })
    const of = (wanted: string) => quorum.find(({ discipline }) => discipline === wanted)
    expect(of('backend')).toMatchObject({
      state: 'present',
      voices: [{ name: 'Ben Castellano', present: true }],
    })
    expect(of('frontend')).toMatchObject({
      state: 'spoken',
      voices: [
        { name: 'Fern Lindqvist', present: false },
        { name: 'Ike Sorensen', id: null },
      ],
    })
    expect(of('product')?.voices.map(({ name }) => name)).toEqual([
      'Priya Raman',
      'Rosalind Achebe',
    ])
    expect(of('design')).toMatchObject({ state: 'missing', voices: [{ name: 'Dalia Haddad' }] })
  })
})

describe('nobody is noted', () => {
  test('for another person, but by the facilitator; the attempt is on record', async () => {
    const { slug, id } = await openedRound()
    const name = 'Ben Castellano'
    const note = attend(cast.fern(), { slug, rollCall: id, present: true, name })
    await expect(note).rejects.toMatchObject({
      refusal: { code: 'forbidden', action: 'meeting.run' },
    })
    expect((await planEntries()).at(-1)).toMatchObject({ outcome: 'denied', plan: slug })
  })

  test('once the round is decided', async () => {
    const { slug, id } = await openedRound()
    await decide(cast.priya(), { slug, rollCall: id, decision: 'pause' })
    const late = attend(cast.ben(), { slug, rollCall: id, present: true })
    await expect(late).rejects.toMatchObject({ refusal: { code: 'roll_call_closed' } })
  })
})

test('who comes several times at once is there once', async () => {
  const { slug, id } = await openedRound()
  await Promise.all(
    Array.from({ length: 6 }, () => attend(cast.ada(), { slug, rollCall: id, present: true })),
  )
  expect(await present(slug, id)).toEqual([['Ada Whitcombe', true, 'Ada Whitcombe']])
})
