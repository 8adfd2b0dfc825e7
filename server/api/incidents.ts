import { z } from 'zod'
import { webAddress } from '../../domain/rollout/override-input.ts'
import { findIncidents } from '../incidents/find-incidents.ts'
import { openIncident } from '../incidents/open-incident.ts'
import { resolveIncident } from '../incidents/resolve-incident.ts'
import { reasonSchema } from './fields.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Incidents'

const incidentSchema = z.object({
  id: z.uuid(),
  toggle: z.string(),
  environment: z.string().nullable(),
  title: z.string(),
  link: z.string().nullable(),
  opened_by: z.string(),
  opened_at: z.iso.datetime(),
  resolved_by: z.string().nullable(),
  resolved_at: z.iso.datetime().nullable(),
  note: z.string().nullable(),
})

export const listIncidents = operation({
  id: 'listIncidents',
  method: 'GET',
  path: '/toggles/{key}/incidents',
  summary: 'The incidents of a toggle, the open ones first',
  tag,
  params: z.strictObject({ key: z.string() }),
  query: shortListQuery,
  result: z.object({
    incidents: z.array(incidentSchema),
    next_cursor: z.string().nullable(),
    may_open: z.boolean(),
    may_resolve: z.boolean(),
  }),
  run: async (actor, { params, query }) => {
    const { incidents, ...rights } = await findIncidents(actor, params.key)
    const { shown, next_cursor } = pageOf(incidents, query)
    return { incidents: shown, next_cursor, ...rights }
  },
})

export const openAnIncident = operation({
  id: 'openIncident',
  method: 'POST',
  path: '/toggles/{key}/incidents',
  summary: 'Opens an incident: nothing of the toggle widens where it stands until it is resolved',
  tag,
  params: z.strictObject({ key: z.string() }),
  body: z.strictObject({
    title: z
      .string('Say what is wrong, as a text.')
      .trim()
      .min(1, 'Say what is wrong.')
      .max(200, 'is 200 characters long at most.'),
    link: webAddress.optional(),
    environment: z.string().optional(),
  }),
  status: 201,
  result: incidentSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const { result, seqs } = await openIncident(actor, { toggle: params.key, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const resolveAnIncident = operation({
  id: 'resolveIncident',
  method: 'POST',
  path: '/toggles/{key}/incidents/{id}/resolution',
  summary: 'Resolves an incident, with a note of how',
  tag,
  params: z.strictObject({ key: z.string(), id: z.uuid('is the id of an incident.') }),
  body: z.strictObject({ note: reasonSchema }),
  result: incidentSchema.extend({ seq: z.int().nullable() }),
  run: async (actor, { params, body }) => {
    const asked = { toggle: params.key, id: params.id, note: body.note }
    const { result, seqs } = await resolveIncident(actor, asked)
    return { ...result, seq: seqs[0] ?? null }
  },
})
