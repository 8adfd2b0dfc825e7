import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { findProposals, type Proposal } from '../checks/find-proposals.ts'
import { hostOf } from '../connected/flipper-server.ts'
import { db } from '../db.ts'

/** One environment, in the order in which they stand. */
export interface Environment {
  readonly key: string
  readonly name: string
  readonly protected: boolean
  /** How many toggles let somebody in there. */
  readonly open_toggles: number
  /** The host of the Flipper server that it is connected to; null where it is to none. */
  readonly server: string | null
  /** The open proposal that it is no longer protected. */
  readonly unprotection: Proposal | null
}

/** The environments, and whether the asker may change them. */
export async function findEnvironments(
  actor: Actor,
): Promise<{ environments: Environment[]; may_change: boolean }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().environment.findMany({
    orderBy: { position: 'asc' },
    select: {
      key: true,
      name: true,
      protected: true,
      flipperConnections: { where: { ended: false }, select: { address: true } },
      _count: {
        select: {
          toggleStates: {
            where: {
              toggle: { archived: false },
              OR: [
                { boolean: true },
                { percentageOfActors: { gt: 0 } },
                { percentageOfTime: { gt: 0 } },
                { actors: { isEmpty: false } },
                { groups: { isEmpty: false } },
              ],
            },
          },
        },
      },
    },
  })
  const open = await findProposals(actor, { kind: 'unprotect' }, 'environment.unprotect')
  return {
    environments: rows.map(
      ({ key, name, protected: isProtected, flipperConnections: [connection], _count }) => ({
        key,
        name,
        protected: isProtected,
        open_toggles: _count.toggleStates,
        server: connection ? hostOf(connection.address) : null,
        unprotection:
          open.find(({ environment, verdict }) => environment === key && verdict === null) ?? null,
      }),
    ),
    may_change: may(actor, 'settings.change'),
  }
}
