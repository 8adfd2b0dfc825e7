import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { db } from '../db.ts'

/** An incident on a toggle; `environment` null means everywhere. Moments in ISO 8601. */
export interface Incident {
  readonly id: string
  readonly toggle: string
  readonly environment: string | null
  readonly title: string
  readonly link: string | null
  readonly opened_by: string
  readonly opened_at: string
  readonly resolved_by: string | null
  readonly resolved_at: string | null
  readonly note: string | null
}

/** What an incident is read with. */
export const INCIDENT_ROW = {
  toggle: { select: { key: true, teamId: true } },
  environment: { select: { key: true } },
  openedByPerson: { select: { name: true } },
  resolvedByPerson: { select: { name: true } },
} as const satisfies Prisma.IncidentInclude

type IncidentRow = Prisma.IncidentGetPayload<{ include: typeof INCIDENT_ROW }>

/** A row of incident as the API shows it. */
export function incidentOf(row: IncidentRow): Incident {
  return {
    id: row.id,
    toggle: row.toggle.key,
    environment: row.environment?.key ?? null,
    title: row.title,
    link: row.link,
    opened_by: row.openedByPerson.name,
    opened_at: row.openedAt.toISOString(),
    resolved_by: row.resolvedByPerson?.name ?? null,
    resolved_at: row.resolvedAt?.toISOString() ?? null,
    note: row.note,
  }
}

/**
 * The incidents of a toggle, the open ones first and then the newest, a hundred at most.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function findIncidents(
  actor: Actor,
  toggle: string,
): Promise<{ incidents: Incident[]; may_open: boolean; may_resolve: boolean }> {
  if (!may(actor, 'release.read')) throw new Refused({ code: 'forbidden', action: 'release.read' })
  const known = await db().toggle.findUnique({ where: { key: toggle } })
  if (!known) throw new Refused({ code: 'not_found', what: 'toggle', key: toggle })
  const rows = await db().incident.findMany({
    where: { toggleId: known.id },
    orderBy: [{ resolvedAt: { sort: 'desc', nulls: 'first' } }, { openedAt: 'desc' }],
    take: 100,
    include: INCIDENT_ROW,
  })
  return {
    incidents: rows.map(incidentOf),
    may_open: may(actor, 'incident.open', known.teamId),
    may_resolve: may(actor, 'incident.resolve', known.teamId),
  }
}
