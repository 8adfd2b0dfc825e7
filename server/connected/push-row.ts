import { randomUUID } from 'node:crypto'
import { asThere } from '../../domain/connected/same-there.ts'
import { tryAgainAfter } from '../../domain/connected/try-again.ts'
import { OFF, type ToggleState } from '../../domain/toggle/state.ts'
import { type Db, db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { GATE_COLUMNS, stateOfColumns } from '../toggles/state-row.ts'
import type { ServerFailed } from './call-server.ts'
import type { ConnectionRow } from './connection-row.ts'
import { pushKey } from './push-soon.ts'

/** What a Flipper server cannot hold of a state. */
export type Withheld = 'expression' | 'groups'

/** A state with how far it has come on the server of its environment. */
export interface StateToPush {
  readonly id: string
  readonly toggle: string
  readonly environment: string
  readonly version: number
  readonly archived: boolean
  readonly offIsDangerous: boolean
  /** What Rollcall has on record. */
  readonly state: ToggleState
  /** What is to stand there: nobody in, of an archived toggle. */
  readonly wanted: ToggleState
  readonly pending: boolean
  /** When the state of record was made. */
  readonly since: Date
  /** Null before the first push of it. */
  readonly push: PushRow | null
}

/** How far a state has come. */
export interface PushRow {
  readonly claim: string | null
  readonly confirmedVersion: number | null
  readonly known: readonly string[]
  readonly withheld: readonly string[]
  readonly attempts: number
  readonly nextTryAt: Date | null
  readonly lastError: string | null
}

const SHOWN = {
  ...GATE_COLUMNS,
  id: true,
  version: true,
  changedAt: true,
  toggle: { select: { key: true, archived: true, offIsDangerous: true } },
  environment: { select: { key: true } },
  flipperPush: true,
} as const

/** The states of an environment, or one of them, as pushes to this connection need them. */
export async function findStatesToPush(
  tx: Db,
  connection: ConnectionRow,
  stateId?: string,
): Promise<StateToPush[]> {
  const rows = await tx.toggleState.findMany({
    where: {
      environmentId: connection.environmentId,
      ...(stateId === undefined ? {} : { id: stateId }),
    },
    orderBy: { toggle: { key: 'asc' } },
    select: SHOWN,
  })
  return rows.map(({ id, version, changedAt, toggle, environment, flipperPush, ...gates }) => {
    const state = stateOfColumns(gates)
    const push = flipperPush?.connectionId === connection.id ? flipperPush : null
    const { archived, offIsDangerous } = toggle
    return {
      id,
      toggle: toggle.key,
      environment: environment.key,
      version,
      archived,
      offIsDangerous,
      state,
      wanted: asThere(archived ? OFF : state),
      since: changedAt,
      pending: push?.confirmedVersion !== version || push.confirmedArchived !== archived,
      push,
    }
  })
}

/**
 * Takes a state to push it: any push of it that was begun before ends at its next step.
 *
 * @returns the claim, which its owner names with all that it writes.
 */
export async function claimPush(connection: ConnectionRow, stateId: string): Promise<string> {
  const claim = randomUUID()
  await db().$executeRaw`
    INSERT INTO flipper_push AS p (toggle_state_id, connection_id, claim, attempts, tried_at)
    VALUES (${stateId}::uuid, ${connection.id}::uuid, ${claim}::uuid, 1, now())
        ON CONFLICT (toggle_state_id) DO UPDATE
       SET claim = excluded.claim, tried_at = now(), attempts = p.attempts + 1
     WHERE p.connection_id = excluded.connection_id`
  return claim
}

/** Whether a claim is still the newest, of a connection that stands and a state that did not move. */
export async function isStillMine(state: StateToPush, claim: string): Promise<boolean> {
  const [row] = await db().$queryRaw<{ mine: boolean }[]>`
    SELECT p.claim = ${claim}::uuid AND NOT c.ended AND s.version = ${state.version}
       AND t.archived = ${state.archived} AS mine
      FROM flipper_push p JOIN flipper_connection c ON c.id = p.connection_id
      JOIN toggle_state s ON s.id = p.toggle_state_id JOIN toggle t ON t.id = s.toggle_id
     WHERE p.toggle_state_id = ${state.id}::uuid`
  return row?.mine === true
}

/** Notes, before they are there, which states will be Rollcall's own there. */
export async function noteKnown(
  stateId: string,
  claim: string,
  known: readonly string[],
): Promise<void> {
  await db().flipperPush.updateMany({
    where: { toggleStateId: stateId, claim },
    data: { known: [...new Set(known)] },
  })
}

/** Notes that a state has been read back there. */
export async function noteArrived(
  tx: Db,
  state: Pick<StateToPush, 'id' | 'version' | 'archived'>,
  claim: string | null,
  { mark, withheld }: { readonly mark: string; readonly withheld: readonly Withheld[] },
): Promise<void> {
  await tx.flipperPush.updateMany({
    where: { toggleStateId: state.id, claim },
    data: {
      confirmedVersion: state.version,
      confirmedArchived: state.archived,
      confirmedAt: new Date(),
      known: [mark],
      withheld: [...withheld],
      attempts: 0,
      nextTryAt: null,
      lastError: null,
    },
  })
}

/** Notes that a push failed and puts the next try on the worker's list, in one transaction. */
export async function noteFailed(
  stateId: string,
  claim: string,
  { message, retryAfterMs }: ServerFailed,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const row = await tx.flipperPush.findFirst({ where: { toggleStateId: stateId, claim } })
    if (!row) return
    const nextTryAt = new Date(Date.now() + tryAgainAfter(row.attempts, retryAfterMs))
    await tx.flipperPush.update({
      where: { toggleStateId: stateId },
      data: { lastError: message, nextTryAt },
    })
    const key = pushKey(stateId)
    const options = { jobKey: key, queue: key, runAt: nextTryAt }
    await enqueue(tx, 'push_state', { state: stateId }, options)
  })
}
