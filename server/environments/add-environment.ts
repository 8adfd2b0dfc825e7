import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import type { Changed } from '../write-entry.ts'
import { holdEnvironments } from './environment-lock.ts'

/** An environment to add; its key stays, its name may change. */
export interface AddEnvironment {
  readonly key: string
  readonly name: string
  readonly protected: boolean
}

/**
 * Adds an environment after the others: every toggle is off there.
 *
 * @throws Refused `forbidden`, `already_exists`.
 */
export async function addEnvironment(
  actor: Actor,
  asked: AddEnvironment,
): Promise<Done<{ key: string }>> {
  const { key, name, protected: isProtected } = asked
  const target = { environment: key }
  return change(actor, { tried: `add the environment ${key}`, target }, async (tx) => {
    if (!may(actor, 'settings.change')) {
      throw new Refused({ code: 'forbidden', action: 'settings.change' })
    }
    await holdEnvironments(tx)
    const others = await tx.environment.findMany({ select: { key: true, position: true } })
    if (others.some((other) => other.key === key)) {
      throw new Refused({ code: 'already_exists', what: 'environment', key })
    }
    const id = randomUUID()
    const position = Math.max(0, ...others.map((other) => other.position)) + 1
    await tx.environment.create({ data: { id, key, name, protected: isProtected, position } })
    const toggles = await tx.toggle.findMany({ select: { id: true } })
    const states = toggles.map((toggle) => ({
      id: randomUUID(),
      toggleId: toggle.id,
      environmentId: id,
    }))
    await tx.toggleState.createMany({ data: states })
    const changed: Changed[] = [
      { entity: 'environment', id, before: null },
      ...states.map((state) => ({ entity: 'toggle_state' as const, id: state.id, before: null })),
    ]
    const data = { protected: isProtected }
    return { result: { key }, entries: [{ type: 'environment.created', target, data, changed }] }
  })
}
