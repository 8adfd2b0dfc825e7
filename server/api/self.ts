import { z } from 'zod'
import { ROLES } from '../../domain/actor.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import { findSelf, type Self } from '../people/find-self.ts'
import { operation } from './operation.ts'

export const readSelf = operation({
  id: 'readSelf',
  method: 'GET',
  path: '/me',
  summary: 'Whom the token or session acts as, with their roles and teams',
  tag: 'People',
  result: z.object({
    kind: z.enum(['person', 'service', 'system']),
    id: z.string(),
    name: z.string(),
    title: z.string(),
    memberships: z.array(
      z.object({
        team: z.string(),
        team_name: z.string(),
        role: z.enum(ROLES),
        discipline: z.enum(DISCIPLINES).nullable(),
      }),
    ),
    scopes: z.array(z.string()),
  }) satisfies z.ZodType<Self>,
  run: (actor) => findSelf(actor),
})
