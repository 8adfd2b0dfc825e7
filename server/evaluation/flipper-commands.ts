import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { toggleKeySchema } from '../../domain/toggle/key.ts'
import type { StatePatch, ToggleState } from '../../domain/toggle/state.ts'
import { findTokenActor } from '../access/find-token-actor.ts'
import { checkDatabase } from '../boot-check.ts'
import { databaseGone, statementTooLong } from '../database-failure.ts'
import { connectDatabase, db, disconnectDatabase } from '../db.ts'
import { importToggles } from '../migration/import-toggles.ts'
import { archiveToggle } from '../toggles/archive-toggle.ts'
import { createToggle } from '../toggles/create-toggle.ts'
import { environmentState, STATE_SHOWN } from '../toggles/environment-state.ts'
import { flip } from '../toggles/flip.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { DatabaseAway } from './database-away.ts'

/** Who writes through Flipper's API, for which environment and from where. */
export interface FlipperCall {
  readonly token: string
  readonly environment: string
  readonly address: string
  readonly reason: string
}

/** What the commands need of the process that they run in. */
export interface FlipperCommands {
  readonly read: (
    call: FlipperCall,
    key: string,
  ) => Promise<{ readonly state: ToggleState; readonly version: number } | null>
  readonly flip: (
    call: FlipperCall,
    change: {
      readonly toggle: string
      readonly patch: StatePatch
      readonly expectedVersion: number
    },
  ) => Promise<void>
  readonly create: (call: FlipperCall, key: string) => Promise<void>
  readonly remove: (call: FlipperCall, key: string) => Promise<void>
  readonly bringIn: (call: FlipperCall, content: string) => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * The commands behind Flipper's writing routes: the same as the pages', with their permissions,
 * checks and entries, each under a request of its own. The token is looked up again in the database,
 * so one that was revoked a moment ago writes nothing.
 *
 * @throws Refused as the commands do; DatabaseAway.
 */
export function flipperCommands(databaseUrl: () => string): FlipperCommands {
  let connectedTo: string | null = null

  const run = async <R>(work: () => Promise<R>): Promise<R> => {
    try {
      const url = databaseUrl()
      if (url !== connectedTo) {
        // The process may have started while the database was away.
        await checkDatabase({ url, durable: false })
        await connectDatabase(url)
      }
      connectedTo = url
      return await work()
    } catch (cause) {
      if (databaseGone(cause) || statementTooLong(cause)) {
        throw new DatabaseAway('the database did not answer', { cause })
      }
      throw cause
    }
  }

  return {
    read: ({ environment }, key) => run(() => stateOf(environment, key)),
    flip: (call, change) =>
      run(async () => {
        const { environment, reason } = call
        await flip(await actorOf(call), { ...change, environment, reason })
      }),
    create: (call, key) =>
      run(async () => {
        requireKey(key)
        await createToggle(await actorOf(call), { key, description: '' })
      }),
    remove: (call, key) => run(() => remove(call, key)),
    bringIn: (call, content) =>
      run(async () => {
        const { environment, reason } = call
        const format = 'flipper_export'
        await importToggles(await actorOf(call), { format, content, environment, reason })
      }),
    close: disconnectDatabase,
  }
}

/**
 * Flipper clears a feature that is removed, so it is turned off in the environment of the call and
 * then archived. Open in another environment it stays: nobody there said that it is done with.
 */
async function remove(call: FlipperCall, key: string): Promise<void> {
  const { environment, reason } = call
  const found = await db().toggle.findUnique({
    where: { key },
    select: { archived: true, teamId: true, toggleStates: { select: STATE_SHOWN } },
  })
  if (found === null || found.archived) return
  const actor = await actorOf(call)
  const open = found.toggleStates
    .map((row) => environmentState(row, false))
    .filter(({ state }) => state !== 'off')
  const isOnlyOpenHere = open.every((one) => one.environment === environment)
  const isDone = isOnlyOpenHere && may(actor, 'toggle.archive', found.teamId)
  if (isDone && open.length > 0) {
    await flip(actor, { toggle: key, patch: { boolean: false }, environment, reason })
  }
  // A request of its own: one writes its entries once.
  await archiveToggle(await actorOf(call), { key, reason, confirmed: isDone })
}

async function stateOf(environment: string, key: string) {
  try {
    const { state, version, toggle } = await findStateRow(db(), key, environment, { lock: false })
    return toggle.archived ? null : { state, version }
  } catch (error) {
    const isUnknown = error instanceof Refused && error.refusal.code === 'not_found'
    if (isUnknown && error.refusal.what === 'toggle') return null
    throw error
  }
}

async function actorOf({ token, address }: FlipperCall): Promise<Actor> {
  const known = await findTokenActor(token)
  if (known === null) {
    const detail = 'This token may not write: it has ended, or it is for evaluation only.'
    throw new Refused({ code: 'not_permitted', detail })
  }
  const origin = { requestId: randomUUID(), via: 'flipper', address, idempotency: null } as const
  return { ...known, origin }
}

function requireKey(key: string): void {
  const read = toggleKeySchema.safeParse(key)
  if (read.success) return
  const errors = read.error.issues.map(({ message }) => ({ path: 'name', message }))
  throw new Refused({ code: 'invalid', errors })
}
