/** Tables whose rows the log tells; audit.entity in the database says the same. */
export const AUDITED_TABLES = [
  'api_token',
  'attendance',
  'check_binding',
  'check_in',
  'delegation',
  'environment',
  'finding_acknowledgement',
  'flipper_connection',
  'freeze_terms',
  'freeze_window',
  'group_rule',
  'guard',
  'guard_proposal',
  'head_key',
  'incident',
  'launch_scope',
  'line_stop',
  'log_review',
  'membership',
  'override',
  'person',
  'plan',
  'plan_revision',
  'roll_call',
  'roll_call_due',
  'roll_call_prompt',
  'roll_call_terms',
  'rollout_hold',
  'saved_view',
  'schedule',
  'sign_in_policy',
  'sign_off',
  'sign_off_by_delegation',
  'sign_off_request',
  'stage_run',
  'stage_waiver',
  'team',
  'team_policy',
  'toggle',
  'toggle_state',
  'webhook',
] as const

/** Tables of the log itself. */
export const LOG_TABLES = ['chain', 'change', 'entity', 'event', 'listing', 'step', 'text'] as const

/** Tables whose rows stand as they were written: what changes is a new row. */
export const NEVER_UPDATED = [
  'log_review',
  'finding_acknowledgement',
  'launch_scope',
  'plan_revision',
  'roll_call_terms',
  'sign_off',
  'sign_off_by_delegation',
  'sign_off_request',
  'stage_waiver',
] as const

/** Tables with words of people in them, which go, and nothing else, when their person is erased. */
const HOLD_WORDS: ReadonlySet<string> = new Set([
  'finding_acknowledgement',
  'listing',
  'log_review',
  'roll_call_terms',
  'sign_off',
  'stage_waiver',
  'text',
])

function refusing(table: string): string {
  return HOLD_WORDS.has(table) ? 'audit.refuse_but_erasure' : 'audit.refuse'
}

/** What refuses, by name: `schema.table trigger function`. */
export const GUARDS: readonly string[] = [
  ...AUDITED_TABLES.flatMap((table) => [
    `public.${table} require_entry audit.require_entry`,
    `public.${table} refuse_delete audit.refuse`,
    `public.${table} refuse_truncate audit.refuse`,
  ]),
  ...NEVER_UPDATED.map((table) => `public.${table} refuse_update ${refusing(table)}`),
  ...LOG_TABLES.flatMap((table) => [
    `audit.${table} refuse_change ${refusing(table)}`,
    `audit.${table} refuse_truncate audit.refuse`,
  ]),
  'audit.text require_erasure audit.require_erasure',
  'public.log_head refuse_change audit.refuse',
  'public.log_head refuse_truncate audit.refuse',
  'audit.event a_spread audit.spread',
  'audit.event m_must_match audit.must_match',
  'audit.event z_seal audit.seal',
  'audit.text check_text audit.check_text',
]

/** Constraints without which a guard could be talked round: `schema.table constraint`. */
export const CONSTRAINTS: readonly string[] = [
  'audit.chain chain_event_id_key',
  'audit.chain chain_pkey',
  'audit.change change_pkey',
  'audit.event event_has_an_actor',
  'audit.event event_payload_has_one_reading',
  'audit.event event_pkey',
  'audit.event event_request_id_part_key',
  'public.named_actor named_actor_check',
]
