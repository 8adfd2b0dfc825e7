import { openPool } from '../server/evaluation/open-pool.ts'
import type { Watch } from '../server/evaluation/watch.ts'
import { type Use, writeUses } from '../server/evaluation/write-uses.ts'
import { followUpstream } from './edge/follow-upstream.ts'
import { tellUses } from './edge/tell-uses.ts'
import type { Upstream } from './edge/upstream.ts'
import { type CommandWriter, commandWriter } from './flipper/command-writer.ts'
import { followRules } from './follow-rules.ts'
import type { KeepRules } from './keep-rules.ts'

/** Where an evaluation process has its rules from, and where it tells who asked for what. */
export interface RulesOrigin {
  readonly follow: (into: KeepRules) => Promise<Watch>
  readonly keepUses: (uses: readonly Use[]) => Promise<void>
  /** Null: nothing is written from here. */
  readonly writer: (look: () => Promise<void>) => CommandWriter | null
}

/** How often an upstream is asked whether its rules changed, when its event stream says nothing. */
const ASK_UPSTREAM_MS = 1000

/** The database, or where there is an upstream that: an edge knows no database at all. */
export function rulesOrigin(upstream: Upstream | null, databaseUrl: () => string): RulesOrigin {
  if (upstream !== null) {
    return {
      follow: (into) => followUpstream({ ...into, upstream, pollMs: ASK_UPSTREAM_MS }),
      keepUses: (uses) => tellUses(upstream, uses),
      writer: () => null,
    }
  }
  return {
    follow: (into) => followRules({ ...into, databaseUrl }),
    async keepUses(uses) {
      const pool = openPool(databaseUrl(), () => undefined)
      await writeUses(pool, uses).finally(() => pool.end())
    },
    writer: (look) => commandWriter(databaseUrl, look),
  }
}
