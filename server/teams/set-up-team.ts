import { randomUUID } from 'node:crypto'
import type { SystemActor } from '../../domain/actor.ts'
import { change } from '../change.ts'
import type { Entry } from '../write-entry.ts'

/** An environment to set up. */
export interface NewEnvironment {
  readonly key: string
  readonly name: string
  readonly protected: boolean
}

/**
 * First set-up of an installation: a team and its environments, in one transaction. What is there
 * already stays as it is.
 */
export async function setUpTeam(
  actor: SystemActor,
  team: { readonly slug: string; readonly name: string },
  environments: readonly NewEnvironment[],
): Promise<{ teamId: string }> {
  const { result } = await change(actor, { tried: 'set up a team', target: {} }, async (tx) => {
    const entries: Entry[] = []
    const existing = await tx.team.findUnique({ where: { slug: team.slug } })
    const teamId = existing?.id ?? randomUUID()
    if (!existing) {
      await tx.team.create({ data: { id: teamId, ...team } })
      entries.push({
        type: 'team.created',
        target: {},
        data: { slug: team.slug },
        changed: [{ entity: 'team', id: teamId, before: null }],
      })
    }
    for (const [index, environment] of environments.entries()) {
      if (await tx.environment.findUnique({ where: { key: environment.key } })) continue
      const id = randomUUID()
      await tx.environment.create({ data: { id, ...environment, position: index + 1 } })
      entries.push({
        type: 'environment.created',
        target: { environment: environment.key },
        data: { protected: environment.protected },
        changed: [{ entity: 'environment', id, before: null }],
      })
    }
    const [first, ...rest] = entries
    return { result: { teamId }, entries: first ? [first, ...rest] : 'unchanged' }
  })
  return result
}
