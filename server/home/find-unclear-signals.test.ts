import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeGuard } from '../guards/make-guard.ts'
import { errors, firing, tell } from '../guards/testing/signals.ts'
import { cast } from '../testing/cast.ts'
import { useCast as givenCast } from '../testing/test-database.ts'
import { flip } from '../toggles/flip.ts'
import { KEY, launchedToggle, toShare } from '../toggles/testing/launched-toggle.ts'
import { findUnclearSignals } from './find-unclear-signals.ts'

givenCast()
beforeEach(() => vi.stubEnv('NEXTAUTH_SECRET', 'a secret of these tests alone, long enough'))
afterEach(() => vi.unstubAllEnvs())

test('a signal that is unclear waits at who may release, until somebody flips or it is told again', async () => {
  await launchedToggle()
  const { result: guard } = await makeGuard(cast.tomas(), { ...errors, act: 'hold' })
  const { secret } = guard
  const asked = { status: 'inconclusive', summary: 'No data for an hour' }
  expect((await tell(guard.id, firing(asked), { secret })).body).toEqual({ outcome: 'asked' })
  expect(await findUnclearSignals(cast.tomas())).toMatchObject([
    { toggle: KEY, environment: 'production', guard: 'Error rate' },
  ])
  expect(await findUnclearSignals(cast.victor())).toEqual([])
  await flip(cast.tomas(), toShare(10))
  expect(await findUnclearSignals(cast.tomas())).toEqual([])
  await tell(guard.id, firing(asked), { secret })
  expect(await findUnclearSignals(cast.tomas())).toHaveLength(1)
  await tell(guard.id, firing({ status: 'resolved' }), { secret })
  expect(await findUnclearSignals(cast.tomas())).toEqual([])
})
