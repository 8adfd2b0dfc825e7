import { z } from 'zod'
import { CHECK_INS } from '../../domain/rollout/check-in.ts'
import { findWaiting, type Waiting } from '../home/find-waiting.ts'
import { entrySchema } from './audit.ts'
import { operation } from './operation.ts'

const moment = z.iso.datetime()
const plan = z.object({ slug: z.string(), title: z.string() })
const where = { toggle: z.string(), environment: z.string() }

export const readWaiting = operation({
  id: 'readWaiting',
  method: 'GET',
  path: '/waiting',
  summary: 'What waits for the caller, and what changed in the last hour: the home page',
  tag: 'Home',
  result: z.object({
    roll_calls: z.array(
      z.object({
        plan,
        number: z.int(),
        opened_at: moment,
        needed_by: moment.nullable(),
        is_overdue: z.boolean(),
        to_sign: z.array(z.object({ discipline: z.string(), is_stale: z.boolean() })),
        to_record: z.array(z.string()),
        missing: z.int(),
        may_decide: z.boolean(),
      }),
    ),
    rollouts: z.array(
      z.object({
        ...where,
        now: z.string(),
        next: z.string(),
        stage: z.object({ value: z.number(), label: z.string() }).nullable(),
        plan,
        since: moment,
        held_by: z.array(z.string()),
        rolled_back: z.string().nullable(),
      }),
    ),
    overrides: z.array(
      z.object({
        id: z.uuid(),
        ...where,
        made_by: z.string(),
        at: moment,
        checks: z.array(z.string()),
        reason: z.string(),
        incident_link: z.string().nullable(),
        follow_up: z.object({ by: z.string(), note: z.string() }).nullable(),
        may_review: z.boolean(),
      }),
    ),
    changed_outside: z.array(
      z.object({
        seq: z.int(),
        ...where,
        from: z.string(),
        to: z.string(),
        server: z.string(),
        at: moment,
      }),
    ),
    not_arrived: z.array(
      z.object({
        ...where,
        server: z.string(),
        since: moment,
        last_error: z.string().nullable(),
      }),
    ),
    log_review: z
      .object({ entries: z.int(), open_overrides: z.int(), last: moment.nullable() })
      .nullable(),
    holds: z.array(
      z.object({ id: z.uuid(), ...where, guard: z.string(), said: z.string(), since: moment }),
    ),
    signals: z.array(
      z.object({ guard_id: z.uuid(), ...where, guard: z.string(), said: z.string(), at: moment }),
    ),
    check_ins: z.array(
      z.object({
        plan,
        which: z.enum(CHECK_INS),
        state: z.enum(['due', 'overdue']),
        due_on: z.iso.date(),
      }),
    ),
    plans: z.array(
      z.object({
        slug: z.string(),
        title: z.string(),
        unanswered: z.int(),
        findings: z.int(),
        ready_for_roll_call: z.boolean(),
        no_longer_current: z.array(z.string()),
      }),
    ),
    objections: z.array(z.object({ plan, detail: z.string(), at: moment.nullable() })),
    jobs: z
      .object({ overdue: z.int(), given_up: z.int(), mail_failed: z.int(), mail_off: z.int() })
      .nullable(),
    last_hour: z.object({
      entries: z.array(
        entrySchema.pick({
          seq: true,
          sealed_at: true,
          sentence: true,
          outcome: true,
          reason: true,
        }),
      ),
      has_more: z.boolean(),
    }),
  }) satisfies z.ZodType<Waiting>,
  run: (actor) => findWaiting(actor),
})
