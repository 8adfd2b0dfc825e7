import { z } from 'zod'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import { SAID } from '../../domain/roll-call/verdict.ts'
import { findContacts } from '../plans/find-contacts.ts'
import { pageQuery } from './fields.ts'
import { operation } from './operation.ts'
import { pageOf } from './page-of.ts'

export const listContacts = operation({
  id: 'listContacts',
  method: 'GET',
  path: '/contacts',
  summary: 'The points of contact of all plans by name, and what each is on the hook for',
  tag: 'People',
  query: z.strictObject({ q: z.string().trim().min(1).max(200).optional(), ...pageQuery }),
  result: z.object({
    contacts: z.array(
      z.object({
        name: z.string(),
        on_the_hook: z.array(
          z.object({
            plan: z.object({ slug: z.string(), title: z.string() }),
            tier: z.string().nullable(),
            role: z.string().nullable(),
            toggles: z.array(z.string()),
            disciplines: z.array(
              z.object({
                discipline: z.enum(DISCIPLINES),
                status: z.enum(['waiting', 'stale', ...SAID]).nullable(),
              }),
            ),
          }),
        ),
      }),
    ),
    next_cursor: z.string().nullable(),
  }),
  run: async (actor, { query: { q, ...page } }) => {
    const found = await findContacts(actor, { q })
    const { shown, next_cursor } = pageOf(
      found.map((contact) => ({ id: contact.name, contact })),
      page,
    )
    return { contacts: shown.map(({ contact }) => contact), next_cursor }
  },
})
