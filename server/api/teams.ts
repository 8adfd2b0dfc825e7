import { z } from 'zod'
import { ROLES } from '../../domain/actor.ts'
import { roleFields } from '../../domain/people/role-change.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import { addTeam, newTeamInput } from '../teams/add-team.ts'
import { findTeams } from '../teams/find-teams.ts'
import { grantRole } from '../teams/grant-role.ts'
import { takeRole } from '../teams/take-role.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Teams and roles'
const params = z.strictObject({ slug: z.string() })

const team = z.object({
  slug: z.string(),
  name: z.string(),
  roles: z.array(
    z.object({
      id: z.uuid(),
      person: z.object({ id: z.uuid(), name: z.string(), disabled: z.boolean() }),
      role: z.enum(ROLES),
      discipline: z.enum(DISCIPLINES).nullable(),
      by_group: z.boolean(),
      in_effect: z.boolean(),
      may_take: z.boolean(),
    }),
  ),
  may_grant: z.boolean(),
})

export const listTeams = operation({
  id: 'listTeams',
  method: 'GET',
  path: '/teams',
  summary: 'Every team with who is what in it',
  tag,
  query: shortListQuery,
  result: z.object({ teams: z.array(team), next_cursor: z.string().nullable() }),
  run: async (actor, { query }) => {
    const teams = (await findTeams(actor)).map((one) => ({ id: one.slug, one }))
    const { shown, next_cursor } = pageOf(teams, query)
    return { teams: shown.map(({ one }) => one), next_cursor }
  },
})

export const listRoles = operation({
  id: 'listRoles',
  method: 'GET',
  path: '/teams/{slug}/roles',
  summary: 'Who is what in a team',
  tag,
  params,
  result: team,
  run: async (actor, { params: { slug } }) => (await findTeams(actor, slug))[0],
})

export const addATeam = operation({
  id: 'addTeam',
  method: 'POST',
  path: '/teams',
  summary: 'Adds a team with its first administrator, who is somebody else than who adds it',
  tag,
  body: newTeamInput,
  status: 201,
  result: z.object({ slug: z.string(), seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await addTeam(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const grantARole = operation({
  id: 'grantRole',
  method: 'POST',
  path: '/teams/{slug}/roles',
  summary: 'Grants a role to somebody else, under a fresh sign-in',
  tag,
  params,
  body: z.strictObject({ person: z.uuid('is the id of a person.'), ...roleFields }),
  status: 201,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { params: { slug }, body }) => {
    const { result, seqs } = await grantRole(actor, { team: slug, ...body })
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const takeARole = operation({
  id: 'takeRole',
  method: 'DELETE',
  path: '/teams/{slug}/roles/{id}',
  summary: 'Takes a role back; never the last administrator of a team',
  tag,
  params: params.extend({ id: z.uuid('is the id of a role.') }),
  result: z.object({ taken: z.literal(true), seq: z.int().nullable() }),
  run: async (actor, { params: { slug, id } }) => {
    const { seqs } = await takeRole(actor, { team: slug, id })
    return { taken: true, seq: seqs[0] ?? null }
  },
})
