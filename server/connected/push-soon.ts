import type { Db } from '../db.ts'
import { enqueue } from '../jobs/enqueue.ts'

/** One push of a state at a time, by whichever worker. */
export function pushKey(stateId: string): string {
  return `push:${stateId}`
}

/**
 * Lets the worker push states at once when this transaction commits, where their environment is
 * connected; elsewhere nothing happens. What is lost of it, the next look at the server finds.
 */
export async function pushSoon(tx: Db, stateIds: readonly string[]): Promise<void> {
  const connected = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM toggle_state s
      JOIN flipper_connection c ON c.environment_id = s.environment_id AND NOT c.ended
     WHERE s.id = ANY (${[...stateIds]}::uuid[])`
  for (const { id } of connected) {
    await enqueue(tx, 'push_state', { state: id }, { jobKey: pushKey(id), queue: pushKey(id) })
  }
}
