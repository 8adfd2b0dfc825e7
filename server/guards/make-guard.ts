import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import type { GuardInput } from '../../domain/guard/guard-input.ts'
import { Refused } from '../../domain/refusal.ts'
import { hashToken } from '../access/token.ts'
import { change, type Done } from '../change.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { factOfGuard } from './guard-row.ts'
import { guardSecret } from './guard-secret.ts'
import { requireKeeper } from './require-keeper.ts'

/** A guard's secret, to be shown once. */
export interface GuardWithSecret {
  readonly id: string
  readonly secret: string
}

/**
 * Makes a guard of a toggle in an environment. Its secret is shown by this answer alone.
 *
 * @throws Refused `forbidden`, `fresh_sign_in_needed`, `not_permitted` for a service account,
 * `not_found`, `archived`; `invalid` for a hold where nothing is checked and so nothing can be held.
 */
export async function makeGuard(
  actor: Actor,
  input: GuardInput & { readonly toggle: string; readonly environment: string },
): Promise<Done<GuardWithSecret>> {
  const { toggle, environment, name, tool, act } = input
  const target = { toggle, environment }
  return change(actor, { tried: `make a guard of ${toggle}`, target }, async (tx) => {
    const row = await findStateRow(tx, toggle, environment, { lock: true })
    const keeper = await requireKeeper(tx, actor, row)
    if (row.toggle.archived) throw new Refused({ code: 'archived', what: 'toggle', key: toggle })
    if (act === 'hold' && !row.environment.protected) {
      const message = `holds nothing in ${environment}: what widens there is not checked. Let it lower.`
      throw new Refused({ code: 'invalid', errors: [{ path: 'act', message }] })
    }
    const id = randomUUID()
    const guard = {
      name,
      tool,
      act,
      lowerTo: input.lower_to ?? null,
      dryRun: input.dry_run ?? false,
    }
    const secret = guardSecret(id, 1)
    await tx.guard.create({
      data: {
        id,
        toggleStateId: row.id,
        ...guard,
        secretHash: hashToken(secret),
        madeBy: keeper.id,
      },
    })
    const changed = [{ entity: 'guard', id, before: null }] as const
    const entry = { type: 'guard.made', target, data: factOfGuard(guard), changed } as const
    return { result: { id, secret }, entries: [entry] }
  })
}
