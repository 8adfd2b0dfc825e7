import { randomUUID } from 'node:crypto'
import type { Actor } from '../../domain/actor.ts'
import { may } from '../../domain/permissions.ts'
import { Refused } from '../../domain/refusal.ts'
import { change, type Done } from '../change.ts'
import { holdWidening } from '../toggles/facts/widening-lock.ts'
import { INCIDENT_ROW, type Incident, incidentOf } from './find-incidents.ts'

/** What an incident takes; without an environment it stands everywhere. */
export interface OpenIncident {
  readonly toggle: string
  readonly title: string
  readonly link?: string | undefined
  readonly environment?: string | undefined
}

/**
 * Opens an incident on a toggle: nothing of it widens in a protected environment, here or everywhere,
 * until it is resolved. Whoever may narrow may open one.
 *
 * @throws Refused `forbidden`, `not_found`.
 */
export async function openIncident(actor: Actor, asked: OpenIncident): Promise<Done<Incident>> {
  const { toggle: key, environment: environmentKey, title } = asked
  const target = {
    toggle: key,
    ...(environmentKey === undefined ? {} : { environment: environmentKey }),
  }
  return change(actor, { tried: `open an incident on ${key}`, target }, async (tx) => {
    const toggle = await tx.toggle.findUnique({ where: { key } })
    if (!toggle) throw new Refused({ code: 'not_found', what: 'toggle', key })
    if (actor.kind !== 'person' || !may(actor, 'incident.open', toggle.teamId)) {
      throw new Refused({ code: 'forbidden', action: 'incident.open' })
    }
    const environment =
      environmentKey === undefined
        ? null
        : await tx.environment.findUnique({ where: { key: environmentKey } })
    if (environmentKey !== undefined && !environment) {
      throw new Refused({ code: 'not_found', what: 'environment', key: environmentKey })
    }
    await holdWidening(tx)
    const id = randomUUID()
    const row = await tx.incident.create({
      data: {
        id,
        toggleId: toggle.id,
        environmentId: environment?.id ?? null,
        title,
        link: asked.link ?? null,
        openedBy: actor.id,
      },
      include: INCIDENT_ROW,
    })
    const texts = { detail: title, ...(asked.link === undefined ? {} : { link: asked.link }) }
    const changed = [{ entity: 'incident', id, before: null }] as const
    return {
      result: incidentOf(row),
      entries: [{ type: 'incident.opened', target, data: {}, texts, changed }],
    }
  })
}
