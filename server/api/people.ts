import { z } from 'zod'
import { newPersonInput } from '../../domain/people/person-change.ts'
import { findSessions } from '../access/find-sessions.ts'
import { revokeSessions } from '../access/revoke-sessions.ts'
import { disablePerson, enablePerson } from '../people/disable-person.ts'
import { findManagedPerson, findPersonList } from '../people/find-person-list.ts'
import { registerPerson } from '../people/register-person.ts'
import { pageQuery } from './fields.ts'
import { operation } from './operation.ts'

const tag = 'People'
const params = z.strictObject({ id: z.uuid('is the id of a person.') })

const person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  issuer: z.string(),
  subject: z.string(),
  disabled: z.boolean(),
  roles: z.array(
    z.object({ team: z.object({ slug: z.string(), name: z.string() }), title: z.string() }),
  ),
  last_signed_in_at: z.iso.datetime().nullable(),
  sessions: z.int(),
  tokens: z.int(),
})

const session = z.object({
  id: z.uuid(),
  signed_in_at: z.iso.datetime(),
  last_seen_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  is_current: z.boolean(),
})

const ended = z.object({ ended: z.int(), seq: z.int().nullable() })

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/people',
  summary: 'Everybody who is known, by name, also who is disabled; for whoever manages people',
  tag,
  query: z.strictObject({ q: z.string().trim().min(1).max(200).optional(), ...pageQuery }),
  result: z.object({ people: z.array(person), next_cursor: z.string().nullable() }),
  run: (actor, { query }) => findPersonList(actor, query),
})

export const readPerson = operation({
  id: 'readPerson',
  method: 'GET',
  path: '/people/{id}',
  summary: 'One person: oneself, or anybody for whoever manages people',
  tag,
  params,
  result: person,
  run: (actor, { params: { id } }) => findManagedPerson(actor, id),
})

export const addAPerson = operation({
  id: 'addPerson',
  method: 'POST',
  path: '/people',
  summary: 'Makes somebody known by issuer and subject before they first sign in',
  tag,
  body: newPersonInput,
  status: 201,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await registerPerson(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const patchPerson = operation({
  id: 'patchPerson',
  method: 'PATCH',
  path: '/people/{id}',
  summary: 'Disables somebody, which ends their sessions and tokens at once, or enables them again',
  tag,
  params,
  body: z.strictObject({ disabled: z.boolean('is true or false.') }),
  result: z.object({ id: z.uuid(), disabled: z.boolean(), seq: z.int().nullable() }),
  run: async (actor, { params: { id }, body }) => {
    const { result, seqs } = await (body.disabled ? disablePerson : enablePerson)(actor, id)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const listSessions = operation({
  id: 'listSessions',
  method: 'GET',
  path: '/people/{id}/sessions',
  summary:
    'The sessions of somebody that stand: one’s own, or anybody’s for whoever manages people',
  tag,
  params,
  result: z.object({ sessions: z.array(session) }),
  run: async (actor, { params: { id } }) => ({ sessions: await findSessions(actor, id) }),
})

export const endSessions = operation({
  id: 'endSessions',
  method: 'DELETE',
  path: '/people/{id}/sessions',
  summary: 'Ends all sessions of somebody; of one’s own all but the one that asks',
  tag,
  params,
  result: ended,
  run: async (actor, { params: { id: of } }) => {
    const but = actor.kind === 'person' ? (actor.sessionId ?? null) : null
    const { result, seqs } = await revokeSessions(actor, { person: of, but })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const endASession = operation({
  id: 'endSession',
  method: 'DELETE',
  path: '/people/{id}/sessions/{session}',
  summary: 'Ends one session of somebody',
  tag,
  params: params.extend({ session: z.uuid('is the id of a session.') }),
  result: ended,
  run: async (actor, { params: { id, session: one } }) => {
    const { result, seqs } = await revokeSessions(actor, { person: id, session: one })
    return { ...result, seq: seqs[0] ?? null }
  },
})
