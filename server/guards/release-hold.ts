import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { findStateRow } from '../toggles/state-row.ts'
import { imageOf } from '../write-entry.ts'

/**
 * Lets a toggle widen again that a guard held. Only a person does.
 *
 * @throws Refused `forbidden`, `not_permitted` for a service account, `not_found`, `settled`.
 */
export async function releaseHold(
  actor: Actor,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<Done<{ id: string }>> {
  return change(actor, { tried: 'release a hold', target: {} }, async (tx) => {
    const hold = await tx.rolloutHold.findUnique({
      where: { id },
      select: {
        guard: { select: { name: true } },
        toggleState: {
          select: { toggle: { select: { key: true } }, environment: { select: { key: true } } },
        },
      },
    })
    if (!hold) throw new Refused({ code: 'not_found', what: 'hold', key: id })
    const target = {
      toggle: hold.toggleState.toggle.key,
      environment: hold.toggleState.environment.key,
    }
    const row = await findStateRow(tx, target.toggle, target.environment, { lock: true })
    if (!may(actor, 'guard.release', row.toggle.teamId)) {
      throw new Refused({ code: 'forbidden', action: 'guard.release' })
    }
    if (actor.kind !== 'person') {
      throw new Refused({ code: 'not_permitted', detail: 'A hold is released by a person.' })
    }
    const { version, releasedBy } = await tx.rolloutHold.findUniqueOrThrow({ where: { id } })
    if (releasedBy !== null) {
      throw new Refused({ code: 'settled', what: 'hold', how: 'released' })
    }
    const before = await imageOf(tx, 'rollout_hold', id)
    await tx.rolloutHold.update({
      where: { id, version },
      data: { releasedBy: actor.id, releasedAt: new Date(), version: version + 1 },
    })
    const changed = [{ entity: 'rollout_hold', id, before }] as const
    const data = { guard: hold.guard.name }
    const entry = { type: 'guard.hold_released', target, data, texts: { reason }, changed } as const
    return { result: { id }, entries: [entry] }
  })
}
