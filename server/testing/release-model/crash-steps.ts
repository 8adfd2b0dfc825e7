import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import type pg from 'pg'
import { expect } from 'vitest'
import { Refused } from '../../../domain/refusal.ts'
import { connectDatabase, databaseUrl, db } from '../../db.ts'
import { flip } from '../../toggles/flip.ts'
import { findStateRow } from '../../toggles/state-row.ts'
import { asSuperuser, holdSeal, untilWaiting } from '../hold-seal.ts'
import { expectedFlip, makeFlip } from './expected-flip.ts'
import { environments, patches, toggles } from './flip-steps.ts'
import { patched, written } from './gates.ts'
import { placeOf, stateNow } from './model.ts'
import { actorOf, mustBe } from './real.ts'
import { type Step, step } from './step.ts'

type Where = 'waiting for the row' | 'at COMMIT' | 'anywhere'

/** Runs a command and ends its connection on the way; answers what it said, be it nothing known. */
async function interrupted(
  where: Where,
  key: string,
  ms: number,
  command: () => Promise<unknown>,
): Promise<unknown> {
  const run = () =>
    command().then(
      () => 'done',
      (error: unknown) => error,
    )
  if (where === 'at COMMIT') {
    return holdSeal(async (admin) => {
      const came = run()
      await Promise.race([came, untilWaiting(admin)])
      await endConnections(admin)
      return { came }
    }).then(({ came }) => came)
  }
  return asSuperuser(async (admin) => {
    await admin.query('BEGIN')
    if (where === 'waiting for the row') {
      await admin.query(
        `SELECT s.id FROM toggle_state s JOIN toggle t ON t.id = s.toggle_id
          WHERE t.key = $1 FOR UPDATE OF s`,
        [key],
      )
    }
    const came = run()
    if (where === 'anywhere') await setTimeout(ms)
    else await Promise.race([came, untilWaiting(admin)])
    await endConnections(admin)
    await admin.query('ROLLBACK')
    return await came
  })
}

async function endConnections(admin: pg.Client): Promise<void> {
  await admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  )
}

/**
 * A flip whose connection is lost on the way: it is done with its entry or not at all, and asked
 * again under the same key it is done once.
 */
export const crashes: fc.Arbitrary<Step> = fc
  .record({
    toggle: toggles,
    environment: environments,
    patch: patches,
    where: fc.constantFrom<Where>('waiting for the row', 'at COMMIT', 'anywhere'),
    ms: fc.nat({ max: 25 }),
  })
  .map((asked) =>
    step(`crash ${JSON.stringify(asked)}`, async (model, real) => {
      const { toggle, environment, patch, where, ms } = asked
      const before = stateNow(model, toggle, environment)
      const flipAsked = {
        who: 'tomas' as const,
        toggle,
        environment,
        after: patched(before, patch),
      }
      const expected = expectedFlip(model, flipAsked)
      const key = real.keys[toggle]
      const again = randomUUID()
      const input = { toggle: key, environment, patch, reason: 'A step that is cut short' }
      const command = () => flip(actorOf('tomas', again), input)
      const came = await interrupted(where, key, ms, command)
      // The process starts again, with connections of its own.
      await connectDatabase(databaseUrl())
      const versions = placeOf(model, toggle, environment).states.length
      const row = await findStateRow(db(), key, environment, { lock: false })
      const isDone = row.version !== versions
      if (isDone || came === 'done') expect(expected, 'what was done').toBe('done')
      if (came === 'done' && written(before) !== written(flipAsked.after)) {
        expect(isDone, 'what was answered as done').toBe(true)
      }
      if (came instanceof Refused) {
        expect(expected === 'done' ? expected : expected.code).toBe(came.refusal.code)
      }
      const lost = came === 'done' || came instanceof Refused ? 'answered' : 'lost'
      await mustBe(
        real,
        `crash ${where}, ${lost}, ${isDone ? 'made' : 'not made'}, then again`,
        expected,
        command,
      )
      if (expected === 'done') makeFlip(model, flipAsked)
    }),
  )
