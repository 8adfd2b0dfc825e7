import { db } from '../../db.ts'
import { planEntries } from '../../plans/testing/entries.ts'

/** The newest entries of the log by their types and what they tell, without the registrations. */
export async function toldSince(
  count: number,
): Promise<{ type: string; actorId: string; data: object }[]> {
  const entries = await planEntries()
  return entries
    .slice(-count)
    .map(({ type, actorId, data }) => ({ type, actorId, data: Object(data) }))
}

/** The id of a toggle's state in an environment. */
export async function stateIdOf(toggle: string, environment = 'production'): Promise<string> {
  const { id } = await db().toggleState.findFirstOrThrow({
    where: { toggle: { key: toggle }, environment: { key: environment } },
    select: { id: true },
  })
  return id
}

/** How far a toggle has come on the server of its environment. */
export async function arrivalOf(toggle: string, environment = 'production') {
  const state = await db().toggleState.findFirstOrThrow({
    where: { toggle: { key: toggle }, environment: { key: environment } },
    select: { version: true, flipperPush: true },
  })
  const { flipperPush: push, version } = state
  return {
    isPending: push?.confirmedVersion !== version,
    version,
    attempts: push?.attempts ?? 0,
    lastError: push?.lastError ?? null,
    withheld: push?.withheld ?? [],
  }
}

/** The pushes on the worker's list: their states, and whether they are due. */
export async function pushesWaiting(): Promise<{ state: string; isDue: boolean }[]> {
  return db().$queryRaw<{ state: string; isDue: boolean }[]>`
    SELECT substr(key, 6) AS state, run_at <= now() AS "isDue"
      FROM graphile_worker.jobs WHERE task_identifier = 'push_state' ORDER BY id`
}
