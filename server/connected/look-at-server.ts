import type { ThereFeatures } from '../../domain/connected/read-feature.ts'
import { markOf } from '../../domain/connected/same-there.ts'
import { OFF } from '../../domain/toggle/state.ts'
import { db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { adoptOutside, putBack } from './adopt-outside.ts'
import { ServerFailed } from './call-server.ts'
import { type ConnectionRow, openConnection } from './connection-row.ts'
import { findStatesToPush, type StateToPush } from './push-row.ts'
import { pushKey, pushSoon } from './push-soon.ts'

/** What a look at a connected server came to. */
export interface Look {
  /** How many toggles others had changed there. */
  readonly adopted: number
  /** How many states have not arrived there. */
  readonly pending: number
  /** Why it could not be looked at, as a sentence; null when it could. */
  readonly failed: string | null
}

const EVERY_MS = 15_000
const UNSEEN_MS = 40_000
const NAMED_AT_MOST = 1000

/**
 * Looks at a connected server for what others changed there since it was last confirmed, and adopts
 * and tells it, each toggle in a transaction of its own; a state whose push is on its way is left to
 * that push. What the server has and Rollcall has not is noted, and never touched.
 *
 * @returns null where the connection has ended.
 */
export async function lookAtServer(connectionId: string): Promise<Look | null> {
  const connection = await db().flipperConnection.findFirst({
    where: { id: connectionId, ended: false },
  })
  if (connection === null) return null
  // Read before the server is: whatever is pushed in between makes what is read of it old.
  const states = await findStatesToPush(db(), connection)
  try {
    const there = await openConnection(connection).readAll()
    const adopted = await adoptAll(connection, states, there)
    await noteLook(connectionId, states, there)
    const pending = states.filter((state) => state.pending)
    await pushForgotten(pending)
    return { adopted, pending: pending.length, failed: null }
  } catch (error) {
    if (!(error instanceof ServerFailed)) throw error
    await noteFailedLook(connectionId, error.message)
    return { adopted: 0, pending: 0, failed: error.message }
  }
}

async function adoptAll(
  connection: ConnectionRow,
  states: readonly StateToPush[],
  { features, unreadable }: ThereFeatures,
): Promise<number> {
  const unread = new Set(unreadable.map(({ key }) => key))
  let adopted = 0
  for (const state of states) {
    if (state.pending || unread.has(state.toggle)) continue
    const there = features.get(state.toggle)?.state ?? OFF
    if (state.push?.known.includes(markOf(there))) continue
    if (state.archived) {
      // An archived toggle lets nobody in: it is closed there again, and told, by a push.
      await forgetArrival(state)
      continue
    }
    const seen = { state, there, claim: state.push?.claim ?? null }
    if (!(await adoptOutside(connection, seen))) continue
    adopted += 1
    if (connection.onDrift === 'put_back') await putBack(connection, seen)
  }
  return adopted
}

async function forgetArrival(state: StateToPush): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.flipperPush.updateMany({
      where: { toggleStateId: state.id, claim: state.push?.claim ?? null },
      data: { confirmedVersion: null },
    })
    await pushSoon(tx, [state.id])
  })
}

/** Puts pushes on the worker's list again whose job was lost. */
async function pushForgotten(pending: readonly StateToPush[]): Promise<void> {
  const overdue = Date.now() - EVERY_MS
  const forgotten = pending.filter(({ push }) => (push?.nextTryAt?.getTime() ?? 0) < overdue)
  for (const { id } of forgotten) {
    const [job] = await db().$queryRaw<{ there: boolean }[]>`
      SELECT EXISTS (SELECT FROM graphile_worker.jobs WHERE key = ${pushKey(id)}) AS there`
    if (!job?.there) await pushSoon(db(), [id])
  }
}

async function noteLook(
  connectionId: string,
  states: readonly StateToPush[],
  { features, unreadable }: ThereFeatures,
): Promise<void> {
  const here = new Set(states.map(({ toggle }) => toggle))
  const read = [...features.values()]
  const seen = {
    lookedAt: new Date(),
    failingSince: null,
    lastError: null,
    onlyThere: [...features.keys()].filter((key) => !here.has(key)).slice(0, NAMED_AT_MOST),
    unreadable: unreadable.map(({ key, why }) => `${key}: ${why}`).slice(0, NAMED_AT_MOST),
    expressions: read.length === 0 || read.some(({ expressions }) => expressions),
  }
  await db().flipperLook.upsert({
    where: { connectionId },
    create: { connectionId, ...seen },
    update: seen,
  })
}

async function noteFailedLook(connectionId: string, lastError: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO flipper_look AS l (connection_id, failing_since, last_error)
    VALUES (${connectionId}::uuid, now(), ${lastError})
        ON CONFLICT (connection_id) DO UPDATE
       SET failing_since = coalesce(l.failing_since, now()), last_error = excluded.last_error`
}

/** Puts the next look at a server on the worker's list. */
export async function lookAgainLater(connectionId: string): Promise<void> {
  const options = { jobKey: `look:${connectionId}`, runAt: new Date(Date.now() + EVERY_MS) }
  await enqueue(db(), 'look_at_server', { connection: connectionId }, options)
}

/**
 * Begins to look at the servers that nobody has looked at for a while, for one whose job was lost.
 *
 * @returns how many.
 */
export async function lookWhereNobodyLooks(): Promise<number> {
  const rows = await db().flipperConnection.findMany({
    where: {
      ended: false,
      OR: [
        { look: null },
        { look: { lookedAt: null } },
        { look: { lookedAt: { lt: new Date(Date.now() - UNSEEN_MS) } } },
      ],
    },
    select: { id: true },
  })
  for (const { id } of rows) {
    await enqueue(db(), 'look_at_server', { connection: id }, { jobKey: `look:${id}` })
  }
  return rows.length
}
