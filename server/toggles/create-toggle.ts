import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { pushSoon } from '../connected/push-soon.ts'
import type { Db } from '../db.ts'
import { keepEnvironments } from '../environments/environment-lock.ts'
import { teamOf } from '../teams/team-of.ts'
import type { Entry } from '../write-entry.ts'

/** A toggle to put into the registry. */
export interface NewToggle {
  readonly key: string
  readonly description: string
  readonly actorType?: 'user' | 'cookie_id'
  /** Whether taking people out is the dangerous side: then that is what is checked. */
  readonly offIsDangerous?: boolean | undefined
}

/** What `POST /toggles` takes. */
export interface CreateToggle extends NewToggle {
  /** The slug of the owning team; the actor's own when left out. */
  readonly team?: string | undefined
}

/**
 * Puts a toggle into the registry, off in every environment.
 *
 * @throws Refused `forbidden`; `already_exists` for a key in use, `retired` for one that was archived.
 */
export async function createToggle(
  actor: Actor,
  { key, description, offIsDangerous, team }: CreateToggle,
): Promise<Done<{ key: string }>> {
  return change(actor, { tried: `register ${key}`, target: { toggle: key } }, async (tx) => {
    const { id: teamId } = await teamOf(tx, actor, team)
    if (!may(actor, 'toggle.register', teamId)) {
      throw new Refused({ code: 'forbidden', action: 'toggle.register' })
    }
    const [entry] = await registerToggles(tx, [{ key, description, offIsDangerous }], teamId)
    if (!entry) throw new Error('a toggle was to be registered and no entry was made')
    return { result: { key }, entries: [entry] }
  })
}

/**
 * Registers toggles inside a command's transaction, off in every environment.
 *
 * @param except an environment whose state the caller makes itself, in this same transaction.
 * @returns an entry for each, naming all rows it made.
 * @throws Refused `already_exists`; `retired`: an archived key is never used again.
 */
export async function registerToggles(
  tx: Db,
  toggles: readonly NewToggle[],
  teamId: string,
  except?: string,
): Promise<Entry[]> {
  await keepEnvironments(tx)
  const environments = await tx.environment.findMany({
    where: except === undefined ? {} : { key: { not: except } },
    select: { id: true },
  })
  const keys = toggles.map(({ key }) => key)
  // Waits for a registration of the same key that is under way, so that one of two is refused.
  for (const key of [...keys].sort()) {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`toggle:${key}`}, 0))`
  }
  const taken = await tx.toggle.findFirst({
    where: { key: { in: keys } },
    select: { key: true, archived: true },
  })
  if (taken) {
    const code = taken.archived ? 'retired' : 'already_exists'
    throw new Refused({ code, what: 'toggle', key: taken.key })
  }
  const rows = toggles.map(({ offIsDangerous = false, ...toggle }) => ({
    ...toggle,
    offIsDangerous,
    id: randomUUID(),
    teamId,
  }))
  const states = rows.flatMap(({ id }) =>
    environments.map((environment) => ({
      id: randomUUID(),
      toggleId: id,
      environmentId: environment.id,
    })),
  )
  await tx.toggle.createMany({ data: rows })
  await tx.toggleState.createMany({ data: states })
  await pushSoon(
    tx,
    states.map(({ id }) => id),
  )
  return rows.map(({ id, key }) => ({
    type: 'toggle.registered',
    target: { toggle: key },
    data: {},
    changed: [
      { entity: 'toggle', id, before: null },
      ...states
        .filter(({ toggleId }) => toggleId === id)
        .map((state) => ({ entity: 'toggle_state' as const, id: state.id, before: null })),
    ],
  }))
}
