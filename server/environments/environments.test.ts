import { describe, expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, plannedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { addEnvironment } from './add-environment.ts'
import { changeEnvironment } from './change-environment.ts'
import { decideUnprotection } from './decide-unprotection.ts'
import { findEnvironments } from './find-environments.ts'
import { orderEnvironments } from './order-environments.ts'
import { proposeUnprotection } from './propose-unprotection.ts'

givenCast()

const pilot = { key: 'pilot', name: 'Pilot', protected: true }
const forbidden = { refusal: { code: 'forbidden' } }
const keys = async () => (await findEnvironments(cast.victor())).environments.map(({ key }) => key)

describe('an environment', () => {
  test('is added after the others, with every toggle off and guarded there', async () => {
    await plannedToggle()
    await addEnvironment(cast.alma(), pilot)
    expect(await keys()).toEqual(['development', 'staging', 'production', 'pilot'])
    await expect(flip(cast.tomas(), toShare(10, 'pilot'))).rejects.toMatchObject({
      refusal: { code: 'checks_not_passed' },
    })
    expect((await planEntries()).filter(({ type }) => type === 'toggle.widened')).toEqual([])
    const { environments } = await findEnvironments(cast.alma())
    expect(environments.at(-1)).toMatchObject({ open_toggles: 0, protected: true })
  })

  test('has a state of every toggle, also of those that are registered at the same moment', async () => {
    await Promise.all([
      ...[1, 2, 3].map((n) =>
        createToggle(cast.priya(), { key: `form_${n}`, description: 'A form' }),
      ),
      addEnvironment(cast.alma(), pilot),
      ...[4, 5, 6].map((n) =>
        createToggle(cast.priya(), { key: `form_${n}`, description: 'A form' }),
      ),
    ])
    expect(await db().toggleState.count({ where: { environment: { key: 'pilot' } } })).toBe(6)
  })

  test('keeps its key for ever, of two at once too', async () => {
    const race = await Promise.allSettled([
      addEnvironment(cast.alma(), pilot),
      addEnvironment(cast.alma(), pilot),
    ])
    expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(addEnvironment(cast.alma(), pilot)).rejects.toMatchObject({
      refusal: { code: 'already_exists' },
    })
  })

  test('is renamed, protected and put in another place, each on record', async () => {
    await changeEnvironment(cast.alma(), { key: 'staging', name: 'Rehearsal' })
    await changeEnvironment(cast.alma(), { key: 'staging', protected: true })
    await orderEnvironments(cast.alma(), ['staging', 'development', 'production'])
    expect(await keys()).toEqual(['staging', 'development', 'production'])
    expect((await planEntries()).map(({ type, data }) => [type, data])).toEqual([
      ['environment.renamed', { from: 'Staging', to: 'Rehearsal' }],
      ['environment.protected', {}],
      ['environments.ordered', { order: ['staging', 'development', 'production'] }],
    ])
    await changeEnvironment(cast.alma(), { key: 'development', name: 'Workshop', protected: true })
    expect((await planEntries()).slice(-2)).toMatchObject([
      { type: 'environment.protected', changed: ['environment 3'] },
      { type: 'environment.renamed', data: { from: 'Development', to: 'Workshop' }, changed: [] },
    ])
    const again = await changeEnvironment(cast.alma(), { key: 'staging', name: 'Rehearsal' })
    expect(again.seqs).toEqual([])
  })

  test('is for an administrator to change', async () => {
    await expect(addEnvironment(cast.tomas(), pilot)).rejects.toMatchObject(forbidden)
    await expect(
      changeEnvironment(cast.priya(), { key: 'staging', name: 'S' }),
    ).rejects.toMatchObject(forbidden)
    await expect(orderEnvironments(cast.grace(), await keys())).rejects.toMatchObject(forbidden)
    await expect(
      proposeUnprotection(cast.tomas(), { key: 'production', reason: 'Faster' }),
    ).rejects.toMatchObject(forbidden)
  })

  test('that is not there is not found, and an order names each once', async () => {
    await expect(changeEnvironment(cast.alma(), { key: 'moon' })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    for (const order of [['staging'], ['staging', 'staging', 'production']]) {
      await expect(orderEnvironments(cast.alma(), order)).rejects.toMatchObject({
        refusal: { errors: [{ path: 'order' }] },
      })
    }
  })
})

describe('a protected environment', () => {
  const asked = { key: 'production', reason: 'Nobody uses it any more' }

  test('is unprotected by two people', async () => {
    await plannedToggle()
    const { result } = await proposeUnprotection(cast.alma(), asked)
    const isProtected = async () =>
      (await findEnvironments(cast.grace())).environments.find(({ key }) => key === 'production')
    expect(await isProtected()).toMatchObject({
      protected: true,
      unprotection: { may_decide: true, proposed_by: 'Alma Reyes' },
    })
    await decideUnprotection(cast.grace(), {
      key: 'production',
      id: result.id,
      verdict: 'accepted',
    })
    expect(await isProtected()).toMatchObject({ protected: false, unprotection: null })
    await flip(cast.tomas(), { ...toShare(10), toggle: KEY })
  })

  test('stays so when the second says no, is the first, or has not the right', async () => {
    const { result } = await proposeUnprotection(cast.alma(), asked)
    const verdict = { key: 'production', id: result.id, verdict: 'accepted' } as const
    await expect(decideUnprotection(cast.alma(), verdict)).rejects.toMatchObject(forbidden)
    await expect(decideUnprotection(cast.tomas(), verdict)).rejects.toMatchObject(forbidden)
    await expect(proposeUnprotection(cast.alma(), asked)).rejects.toMatchObject({
      refusal: { code: 'already_exists' },
    })
    await decideUnprotection(cast.priya(), { ...verdict, verdict: 'declined', note: 'We use it' })
    await expect(decideUnprotection(cast.grace(), verdict)).rejects.toMatchObject({
      refusal: { code: 'version_conflict' },
    })
    await expect(
      proposeUnprotection(cast.alma(), { ...asked, key: 'staging' }),
    ).rejects.toMatchObject({ refusal: { code: 'not_permitted' } })
  })
})
