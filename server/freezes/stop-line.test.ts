import { expect, test } from 'vitest'
import { planEntries } from '../plans/testing/entries.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { findLineStop } from './find-line-stop.ts'
import { releaseLine } from './release-line.ts'
import { stopLine } from './stop-line.ts'

givenCast()

const reason = 'Nobody can sign in'
const override = { reason: 'Letters go out blank and the fix is behind this toggle' }

test('a stopped line holds what widens, overrides too, and nothing that narrows', async () => {
  await launchedToggle()
  await flip(cast.tomas(), toShare(10))
  await stopLine(cast.ben(), { reason })
  expect(await findLineStop(cast.victor())).toMatchObject({ reason, stopped_by: 'Ben Castellano' })
  const held = { refusal: { code: 'checks_not_passed' } }
  await expect(flip(cast.tomas(), toShare(50))).rejects.toMatchObject(held)
  await expect(flip(cast.tomas(), { ...toShare(50), override })).rejects.toMatchObject(held)
  await flip(cast.tomas(), toShare(5))
  await flip(cast.tomas(), toShare(20, 'staging'))
  await releaseLine(cast.grace())
  await flip(cast.tomas(), toShare(10))
  expect((await planEntries()).map(({ type }) => type)).toEqual(
    expect.arrayContaining(['line.stopped', 'attempt.refused', 'line.released']),
  )
})

test('stopping twice at once is stopping once, with the first reason', async () => {
  const both = await Promise.all([
    stopLine(cast.ben(), { reason }),
    stopLine(cast.priya(), { reason }),
  ])
  expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
  expect(new Set(both.map(({ result }) => result.stopped_by)).size).toBe(1)
})

test('a viewer cannot stop it, and who stopped it cannot release it without the right', async () => {
  const forbidden = { refusal: { code: 'forbidden' } }
  await expect(stopLine(cast.victor(), { reason })).rejects.toMatchObject(forbidden)
  await stopLine(cast.tomas(), { reason })
  await expect(releaseLine(cast.tomas())).rejects.toMatchObject(forbidden)
  await expect(releaseLine(cast.alma())).rejects.toMatchObject(forbidden)
  expect(await findLineStop(cast.tomas())).not.toBeNull()
})

test('releasing a line that runs changes nothing', async () => {
  expect((await releaseLine(cast.priya())).seqs).toEqual([])
  await stopLine(cast.tomas(), { reason })
  const both = await Promise.all([releaseLine(cast.priya()), releaseLine(cast.grace())])
  expect(both.flatMap(({ seqs }) => seqs)).toHaveLength(1)
  await stopLine(cast.tomas(), { reason: 'Again' })
  expect(await findLineStop(cast.tomas())).toMatchObject({ reason: 'Again' })
})
