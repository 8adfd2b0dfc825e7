import type { PersonActor } from '../../domain/actor.ts'
import type { ConnectInput } from '../../domain/connected/connection-input.ts'
import type { Db } from '../db.ts'
import { findStateRows } from '../toggles/state-row.ts'
import type { Entry } from '../write-entry.ts'
import type { Compared } from './differences.ts'
import { hostOf } from './flipper-server.ts'
import { mailTakenOver } from './mail-taken-over.ts'
import { pushedOver } from './record-outside.ts'
import { type TakenOver, takeOver } from './take-over.ts'

interface MakingAlike {
  readonly actor: PersonActor
  readonly environment: string
  readonly input: ConnectInput
  readonly differing: readonly Compared[]
}

/**
 * Takes over what differs on a server, or says what of it is replaced; the pushing itself is a job.
 *
 * @throws Refused `checks_not_passed` where what is taken over needs an override.
 */
export async function makeAlike(
  tx: Db,
  { actor, environment, input, differing }: MakingAlike,
): Promise<Entry[]> {
  const server = hostOf(input.address)
  // An archived toggle lets nobody in and no longer changes: it is closed there, whichever way.
  const theirs = input.first_sync === 'take_theirs' ? differing.filter((one) => !one.archived) : []
  const rows = await findStateRows(
    tx,
    theirs.map(({ toggle }) => toggle),
    environment,
    { lock: true },
  )
  const taken: TakenOver[] = []
  for (const [index, row] of rows.entries()) {
    const after = theirs[index]?.there
    if (!after) continue
    taken.push(await takeOver(tx, actor, { row, after, server, override: input.override }))
  }
  const { reason = '' } = input.override ?? {}
  await mailTakenOver(tx, { taken, maker: actor, reason, server })
  const pushed = differing.filter((one) => !theirs.includes(one))
  return [
    ...taken.flatMap(({ entries }) => entries),
    ...pushed.map((one) =>
      pushedOver({ ...one, environment, wanted: one.here, server, meanwhile: false }),
    ),
  ]
}
