import type { Db } from '../db.ts'

const KEY = 7265746704n

/** Taken by what adds, orders or protects environments, until its transaction ends. */
export async function holdEnvironments(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${KEY})`
}

/**
 * Taken by what registers toggles before it looks which environments there are: one that is added
 * meanwhile waits, so that no toggle lacks a state in it.
 */
export async function keepEnvironments(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(${KEY})`
}
