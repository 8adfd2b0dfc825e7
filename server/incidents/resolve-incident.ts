import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { databaseNow } from '../roll-call/database-now.ts'
import { imageOf } from '../write-entry.ts'
import { INCIDENT_ROW, type Incident, incidentOf } from './find-incidents.ts'

/**
 * Resolves an incident, with a note of how.
 *
 * @throws Refused `not_found`, `forbidden`, `version_conflict` for one that was resolved already.
 */
export async function resolveIncident(
  actor: Actor,
  { toggle, id, note }: { readonly toggle: string; readonly id: string; readonly note: string },
): Promise<Done<Incident>> {
  const attempt = { tried: `resolve an incident on ${toggle}`, target: { toggle } }
  return change(actor, attempt, async (tx) => {
    await tx.$executeRaw`SELECT 1 FROM incident WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.incident.findFirst({
      where: { id, toggle: { key: toggle } },
      include: INCIDENT_ROW,
    })
    if (!row) throw new Refused({ code: 'not_found', what: 'incident', key: id })
    if (actor.kind !== 'person' || !may(actor, 'incident.resolve', row.toggle.teamId)) {
      throw new Refused({ code: 'forbidden', action: 'incident.resolve' })
    }
    if (row.resolvedBy !== null) {
      const { version: actual } = row
      throw new Refused({
        code: 'version_conflict',
        what: 'The incident',
        expected: actual - 1,
        actual,
      })
    }
    const before = await imageOf(tx, 'incident', id)
    const resolvedAt = await databaseNow(tx)
    const resolved = await tx.incident.update({
      where: { id },
      data: { resolvedBy: actor.id, resolvedAt, note, version: row.version + 1 },
      include: INCIDENT_ROW,
    })
    const environment = row.environment?.key
    const target = { toggle, ...(environment === undefined ? {} : { environment }) }
    const changed = [{ entity: 'incident', id, before }] as const
    const texts = { note, detail: row.title }
    return {
      result: incidentOf(resolved),
      entries: [{ type: 'incident.resolved', target, data: {}, texts, changed }],
    }
  })
}
