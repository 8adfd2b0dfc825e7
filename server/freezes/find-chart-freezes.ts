import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { db } from '../db.ts'

/** A freeze as a chart shades it; ISO 8601. */
export interface ChartFreeze {
  readonly from: string
  readonly until: string
  readonly reason: string
}

/**
 * The freezes that stood over an environment or stand there, the newest twenty, for the chart of a
 * toggle. One that was lifted, or that comes again and again, is not among them: when it really held
 * nothing tells but the log.
 *
 * @throws Refused `forbidden`.
 */
export async function findChartFreezes(
  actor: Actor,
  environment: string,
  team: string,
): Promise<ChartFreeze[]> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const rows = await db().freezeWindow.findMany({
    where: {
      lifted: false,
      startsAt: { lte: new Date() },
      AND: [
        { OR: [{ environments: { isEmpty: true } }, { environments: { has: environment } }] },
        {
          OR: [
            { terms: null },
            { terms: { rule: null, OR: [{ teamId: null }, { team: { slug: team } }] } },
          ],
        },
      ],
    },
    orderBy: { startsAt: 'desc' },
    take: 20,
    select: { startsAt: true, endsAt: true, reason: true },
  })
  return rows.map(({ startsAt, endsAt, reason }) => ({
    from: startsAt.toISOString(),
    until: endsAt.toISOString(),
    reason,
  }))
}
