import { z } from 'zod'
import { ROLES } from '../../domain/actor.ts'
import { groupRuleInput } from '../../domain/people/group-rules.ts'
import { signInPolicyInput } from '../../domain/people/sign-in-policy.ts'
import { DISCIPLINES } from '../../domain/roll-call/disciplines.ts'
import { findSignIn } from '../access/find-sign-in.ts'
import { addGroupRule, findGroupRules, removeGroupRule } from '../access/group-rules.ts'
import { setSignInPolicy } from '../access/sign-in-policy.ts'
import { findMail } from '../mail/find-mail.ts'
import { testMail } from '../mail/test-mail.ts'
import { operation } from './operation.ts'
import { pageOf, shortListQuery } from './page-of.ts'

const tag = 'Signing in'

const policy = z.object({
  idle_minutes: z.int(),
  administrator_idle_minutes: z.int(),
  absolute_hours: z.int(),
  groups_claim: z.string().nullable(),
})

export const readSignIn = operation({
  id: 'readSignIn',
  method: 'GET',
  path: '/sign-in',
  summary: 'The identity provider, how long sessions last, and which groups give which roles',
  tag,
  result: policy.extend({
    issuer: z.string(),
    client_id: z.string(),
    scopes: z.array(z.string()),
    acr_values: z.array(z.string()),
    algorithm: z.string(),
    redirect_uri: z.string(),
  }),
  run: (actor) => findSignIn(actor),
})

export const putSignIn = operation({
  id: 'putSignIn',
  method: 'PUT',
  path: '/sign-in',
  summary: 'Sets how long sessions last and from which claim groups are read',
  tag,
  body: signInPolicyInput,
  result: policy.extend({ seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await setSignInPolicy(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const listGroupRules = operation({
  id: 'listGroupRules',
  method: 'GET',
  path: '/group-rules',
  summary: 'Which groups of the identity provider give which roles',
  tag,
  query: shortListQuery,
  result: z.object({
    next_cursor: z.string().nullable(),
    rules: z.array(
      z.object({
        id: z.uuid(),
        value: z.string(),
        team: z.object({ slug: z.string(), name: z.string() }),
        role: z.enum(ROLES),
        discipline: z.enum(DISCIPLINES).nullable(),
      }),
    ),
  }),
  run: async (actor, { query }) => {
    const { shown, next_cursor } = pageOf(await findGroupRules(actor), query)
    return { rules: shown, next_cursor }
  },
})

export const addAGroupRule = operation({
  id: 'addGroupRule',
  method: 'POST',
  path: '/group-rules',
  summary: 'Lets a group of the identity provider give a role, at each sign-in',
  tag,
  body: groupRuleInput,
  status: 201,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor, { body }) => {
    const { result, seqs } = await addGroupRule(actor, body)
    return { ...result, seq: seqs[0] ?? null }
  },
})

export const removeAGroupRule = operation({
  id: 'removeGroupRule',
  method: 'DELETE',
  path: '/group-rules/{id}',
  summary: 'Ends a group rule; what it gave is taken back at each person’s next sign-in',
  tag,
  params: z.strictObject({ id: z.uuid('is the id of a group rule.') }),
  result: z.object({ removed: z.literal(true), seq: z.int().nullable() }),
  run: async (actor, { params: { id } }) => {
    const { seqs } = await removeGroupRule(actor, id)
    return { removed: true, seq: seqs[0] ?? null }
  },
})

const count = z.int()

export const readMail = operation({
  id: 'readMail',
  method: 'GET',
  path: '/mail',
  summary: 'What is set for mail, how it does, and the newest fifty',
  tag: 'Mail',
  result: z.object({
    server: z.string().nullable(),
    from: z.string().nullable(),
    demo_mailbox: z.string().nullable(),
    last_week: z.object({
      pending: count,
      sending: count,
      sent: count,
      failed: count,
      off: count,
    }),
    newest: z.array(
      z.object({
        id: z.uuid(),
        to: z.string(),
        address: z.string(),
        subject: z.string(),
        status: z.enum(['pending', 'sending', 'sent', 'failed', 'off']),
        attempts: count,
        last_error: z.string().nullable(),
        created_at: z.iso.datetime(),
        sent_at: z.iso.datetime().nullable(),
      }),
    ),
  }),
  run: (actor) => findMail(actor),
})

export const sendTestMail = operation({
  id: 'sendTestMail',
  method: 'POST',
  path: '/mail/test',
  summary: 'Sends a mail to the asker’s own address',
  tag: 'Mail',
  status: 202,
  result: z.object({ id: z.uuid(), seq: z.int().nullable() }),
  run: async (actor) => {
    const { result, seqs } = await testMail(actor)
    return { ...result, seq: seqs[0] ?? null }
  },
})
