import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { verify } from '../../audit/verify.ts'
import { cast } from '../cast.ts'
import { useCast as givenCast } from '../test-database.ts'
import { clearAway, newRelease } from './new-release.ts'
import { releaseOf } from './release-steps.ts'
import { expectToldByLog, newestSeq } from './replayed-from-log.ts'

givenCast()

const RUNS = Number(process.env.MODEL_RUNS ?? 5)
const STEPS = 50

test(`${RUNS} releases of ${STEPS} steps do what the model says, and the log tells all of it`, async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests, long enough')
  const seen = new Map<string, number>()
  let ran = 0
  const release = fc.asyncProperty(releaseOf(STEPS), async (steps) => {
    const since = (await newestSeq()) + 1
    const { model, real } = await newRelease({ seen })
    try {
      await fc.asyncModelRun(() => ({ model, real }), steps)
      await expectToldByLog(model, real, since)
    } finally {
      await clearAway(model)
    }
    ran += 1
    if (ran % 50 === 0) console.info(`${ran} of ${RUNS} releases, ${await newestSeq()} entries`)
  })
  const seed = process.env.MODEL_SEED
  await fc.assert(release, {
    numRuns: RUNS,
    endOnFailure: true,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  })
  expect(await verify(cast.grace(), { thorough: true })).toMatchObject({ holds: true })
  if (RUNS > 5)
    console.info(
      [...seen]
        .map(([what, times]) => `${what} ${times}`)
        .sort()
        .join('\n'),
    )
}, 14_400_000)
