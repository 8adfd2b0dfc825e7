import { expect, test } from 'vitest'
import { db } from '../db.ts'
import { planEntries } from '../plans/testing/entries.ts'
import { findStages } from '../rollout/find-stages.ts'
import { pauseStage } from '../rollout/pause-stage.ts'
import { startStage } from '../rollout/start-stage.ts'
import {
  LETTERS,
  launchedStages,
  REMINDERS,
  toShare as toStage,
} from '../rollout/testing/staged-plan.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { archiveToggle } from './archive-toggle.ts'
import { createToggle } from './create-toggle.ts'
import { flip } from './flip.ts'
import { KEY, launchedToggle, plannedToggle, toShare } from './testing/launched-toggle.ts'

givenCast()

const done = { key: KEY, reason: 'The code is gone', confirmed: false }
const refusedWith = (refusal: object) => ({ refusal: expect.objectContaining(refusal) })

test('what is off everywhere is archived, and its key is never used again', async () => {
  await plannedToggle()
  await archiveToggle(cast.tomas(), done)
  expect((await planEntries()).at(-1)).toMatchObject({
    type: 'toggle.archived',
    changed: ['toggle 2'],
    texts: { reason: 'The code is gone' },
  })
  await expect(flip(cast.tomas(), toShare(1, 'staging'))).rejects.toMatchObject(
    refusedWith({ code: 'archived' }),
  )
  await expect(
    createToggle(cast.tomas(), { key: KEY, description: 'Again' }),
  ).rejects.toMatchObject(refusedWith({ code: 'retired', key: KEY }))
  await expect(archiveToggle(cast.tomas(), done)).rejects.toMatchObject(
    refusedWith({ code: 'archived' }),
  )
})

test('what still lets somebody in is archived only once that is confirmed', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(25))
  await expect(archiveToggle(cast.tomas(), done)).rejects.toMatchObject(
    refusedWith({
      code: 'confirmation_needed',
      reasons: [expect.stringContaining('25 % of actors in production')],
    }),
  )
  await archiveToggle(cast.tomas(), { ...done, confirmed: true })
  expect(await db().toggle.findUnique({ where: { key: KEY } })).toMatchObject({ archived: true })
})

test('stages that still run of it end with it, and one that toggles share with the last of them', async () => {
  const { slug } = await launchedStages()
  await startStage(cast.tomas(), { slug, n: 1 })
  await toStage(10)
  await pauseStage(cast.tomas(), { slug, n: 2, reason: 'The code is being taken out' })
  await archiveToggle(cast.tomas(), { ...done, key: LETTERS, confirmed: true })
  expect((await planEntries()).slice(-2)).toMatchObject([
    { type: 'toggle.archived' },
    { type: 'stage.ended', data: { percentage: 10 } },
  ])
  const [lane] = (await findStages(cast.victor(), slug)).rollouts
  expect(lane).toMatchObject({ toggle: LETTERS, archived: true, current: null, next: null })
  expect(lane?.stages[1]).toMatchObject({ state: 'done', runs: [{ state: 'ended' }] })
  const again = pauseStage(cast.tomas(), { slug, n: 2, reason: 'Once more' })
  await expect(again).rejects.toMatchObject(
    refusedWith({ code: 'stage_not_ready', detail: expect.stringContaining('is archived') }),
  )
  const byHand = startStage(cast.tomas(), { slug, n: 1, toggle: LETTERS })
  await expect(byHand).rejects.toMatchObject(refusedWith({ code: 'archived' }))
  await archiveToggle(cast.tomas(), { ...done, key: REMINDERS })
  expect((await planEntries()).slice(-2)).toMatchObject([
    { type: 'toggle.archived' },
    { type: 'stage.ended', data: { percentage: null } },
  ])
})

test('an administrator archives what is off, and takes nobody out of production', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(25))
  const confirmed = { ...done, confirmed: true }
  await expect(archiveToggle(cast.alma(), confirmed)).rejects.toMatchObject(
    refusedWith({ code: 'forbidden', action: 'flip.narrow_protected' }),
  )
  await flip(cast.tomas(), { ...toShare(0), patch: { boolean: false } })
  await expect(archiveToggle(cast.alma(), done)).resolves.toMatchObject({ result: { key: KEY } })
})

test('a discipline lead and a viewer may not, and an unknown toggle is not there', async () => {
  await plannedToggle()
  for (const person of [cast.ben(), cast.victor()]) {
    await expect(archiveToggle(person, done)).rejects.toMatchObject(
      refusedWith({ code: 'forbidden', action: 'toggle.archive' }),
    )
  }
  await expect(archiveToggle(cast.tomas(), { ...done, key: 'nobody_knows' })).rejects.toMatchObject(
    refusedWith({ code: 'not_found' }),
  )
})

test('of two that archive at the same moment one does', async () => {
  await plannedToggle()
  const race = await Promise.allSettled([
    archiveToggle(cast.tomas(), done),
    archiveToggle(cast.priya(), done),
  ])
  expect(race.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})
