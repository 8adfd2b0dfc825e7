import type { Db } from '../../db.ts'

const KEY = 7265746702n

/**
 * Taken by every flip that is weighed before it looks at what guards it, until its transaction ends.
 * Any number may hold it at once.
 */
export async function joinWidening(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${KEY})`
}

/**
 * Taken by what sets a guard (a freeze, a stop of the line, an incident, a binding) before it writes:
 * waits for the flips under way and holds the next ones back, so that nothing widens once the guard
 * was acknowledged. No command that takes it locks a toggle's state first, so it cannot deadlock.
 */
export async function holdWidening(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${KEY})`
}
