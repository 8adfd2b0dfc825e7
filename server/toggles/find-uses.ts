import type { Db } from '../db.ts'

/** Who asked evaluation for a toggle, and when last. */
export interface ToggleUse {
  readonly environment: string
  /** The name of the token; null for nobody in particular. */
  readonly by: string | null
  /** Whether by its key; else only together with every other toggle. */
  readonly alone: boolean
  /** ISO 8601. */
  readonly last_asked_at: string
  /** How often so far. */
  readonly asked: number
}

const MOST = 12

/**
 * Who asks for a toggle, given by its id: the newest of each token in each environment, by its key
 * before all at once. About a minute late, and only of processes that can reach the database.
 */
export async function findUses(tx: Db, toggleId: string): Promise<ToggleUse[]> {
  const select = {
    environment: { select: { key: true } },
    token: { select: { name: true } },
    lastAskedAt: true,
    asked: true,
    toggleId: true,
  } as const
  const newest = { orderBy: { lastAskedAt: 'desc' }, take: MOST, select } as const
  const alone = await tx.toggleUse.findMany({ where: { toggleId }, ...newest })
  const together = await tx.toggleUse.findMany({ where: { toggleId: null }, ...newest })
  return [...alone, ...together].map((row) => ({
    environment: row.environment.key,
    by: row.token?.name ?? null,
    alone: row.toggleId !== null,
    last_asked_at: row.lastAskedAt.toISOString(),
    asked: Number(row.asked),
  }))
}

/** When each of these toggles was asked for last by its key, in any environment: ISO 8601. */
export async function findLastAsked(
  tx: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; at: Date }[]>`
    SELECT t.key, max(u.last_asked_at) AS at
      FROM toggle_use u JOIN toggle t ON t.id = u.toggle_id
     WHERE t.key = ANY (${[...keys]}) GROUP BY t.key`
  return new Map(rows.map(({ key, at }) => [key, at.toISOString()]))
}
