import type { PersonActor } from '../../domain/actor.ts'
import { Refused } from '../../domain/refusal.ts'
import { freshlySignedIn } from '../../domain/roll-call/fresh-sign-in.ts'
import { holdingChecks } from '../../domain/rollout/holding-checks.ts'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import type { ToggleState } from '../../domain/toggle/state.ts'
import type { Db } from '../db.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { openOverride } from '../toggles/open-override.ts'
import type { StateRow } from '../toggles/state-row.ts'
import { assess } from '../toggles/weigh.ts'
import type { Entry } from '../write-entry.ts'
import { recordOutside } from './record-outside.ts'

interface Takeover {
  readonly row: StateRow
  /** What stands on the server. */
  readonly after: ToggleState
  /** The server's host. */
  readonly server: string
  /** Why it is taken over although checks fail. */
  readonly override: OverrideInput | undefined
}

/** What was taken over: its entries, and the checks that it was taken over without. */
export interface TakenOver {
  readonly row: StateRow
  readonly unmet: readonly string[]
  readonly entries: readonly Entry[]
}

/**
 * Takes over what stands on a Flipper server as the state of record, for a person who asks for it.
 * Where that widens a protected environment and checks fail, it is an override: it needs its reason,
 * the entry names the checks, and it stays open until a second person has reviewed it. What no
 * override passes over, such as a stopped line, holds it.
 *
 * @throws Refused `checks_not_passed`, `fresh_sign_in_needed`.
 */
export async function takeOver(
  tx: Db,
  actor: PersonActor,
  { row, after, server, override }: Takeover,
): Promise<TakenOver> {
  const { checks, barred } = await assess(tx, row, after)
  const unmet = holdingChecks(checks).map(({ check }) => check)
  if (unmet.length > 0 && (!override || barred.length > 0)) {
    throw new Refused({ code: 'checks_not_passed', checks })
  }
  if (unmet.length > 0 && !freshlySignedIn(actor, await databaseNow(tx))) {
    throw new Refused({ code: 'fresh_sign_in_needed', action: `widen ${row.environment.key}` })
  }
  const found = { row, after, server, type: 'toggle.taken_over', unmet } as const
  const [entry, ...others] = await recordOutside(tx, actor, found)
  if (!override || unmet.length === 0) return { row, unmet, entries: [entry, ...others] }
  const { changed } = await openOverride(tx, actor, { stateId: row.id, checks: unmet, override })
  const texts = {
    reason: override.reason,
    ...(override.incident_link === undefined ? {} : { link: override.incident_link }),
  }
  const overridden: Entry = { ...entry, texts, changed: [...entry.changed, changed] }
  return { row, unmet, entries: [overridden, ...others] }
}
