import type { Actor } from '../../domain/actor.ts'
import { findFreezes } from './find-freezes.ts'
import { findLineStop, type LineStop } from './find-line-stop.ts'

/** What every page says at its top: a stopped line, and the freezes that stand now. */
export interface Notices {
  readonly stop: LineStop | null
  readonly freezes: readonly {
    readonly id: string
    readonly reason: string
    readonly environments: readonly string[]
    readonly team: string | null
    /** ISO 8601. */
    readonly until: string
  }[]
}

/** The notices of this moment; nothing for whom may read nothing. */
export async function findNotices(actor: Actor): Promise<Notices> {
  const [stop, { freezes }] = await Promise.all([findLineStop(actor), findFreezes(actor)])
  return {
    stop,
    freezes: freezes
      .filter(({ stands }) => stands)
      .map(({ id, reason, environments, team, next, ends_at }) => ({
        id,
        reason,
        environments,
        team,
        until: next[0]?.ends_at ?? ends_at,
      })),
  }
}
