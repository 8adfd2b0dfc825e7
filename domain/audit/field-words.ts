import type { Entity } from './entry.ts'
import { asWords } from './phrases.ts'

const LABELS: Readonly<Record<string, string>> = {
  boolean: 'Open for everybody',
  actors: 'Named actors',
  groups: 'Groups',
  percentage_of_actors: 'Percentage of actors',
  percentage_of_time: 'Percentage of time',
  expression: 'Expression',
  toggle_id: 'Toggle',
  environment_id: 'Environment',
  toggle_state_id: 'State of the toggle',
  team_id: 'Team',
  person_id: 'Person',
  plan_id: 'Plan',
  roll_call_id: 'Roll call',
  given_by_id: 'Given by',
  recorded_by_id: 'Recorded by',
  noted_by: 'Noted by',
  decided_by: 'Decided by',
  made_by: 'Made by',
  reviewed_by: 'Reviewed by',
  off_is_dangerous: 'Off is the dangerous side',
  actor_type: 'Counted by',
  sha256: 'Text (SHA-256)',
  section_hashes: 'Sections signed (SHA-256)',
  n: 'Prompt',
  finding_id: 'Finding',
  issuer: 'Identity provider',
  subject: 'Subject at the provider',
  checks: 'Checks passed over',
  starts_at: 'From',
  ends_at: 'Until',
  freeze_id: 'Freeze',
  rule: 'Comes again',
  time_zone: 'Time zone',
  override_allowed: 'An override may pass it',
  stopped_by: 'Stopped by',
  released_by: 'Released by',
  opened_by: 'Opened by',
  resolved_by: 'Resolved by',
  proposed_by: 'Proposed by',
  bound: 'Checks that bind by choice',
  unbound: 'Checks that do not bind',
  bind: 'Checks to bind',
  unbind: 'Checks not to bind',
  policy_hash: 'Policy (SHA-256)',
  dropped: 'Dropped by the plan',
}

const KINDS: Readonly<Record<Entity, string>> = {
  team: 'team',
  person: 'person',
  membership: 'role',
  environment: 'environment',
  toggle: 'toggle',
  toggle_state: 'state of the toggle',
  plan: 'plan',
  plan_revision: 'revision of the plan',
  finding_acknowledgement: 'acknowledgement of a finding',
  roll_call: 'roll call',
  roll_call_prompt: 'prompt of the roll call',
  sign_off: 'sign-off',
  attendance: 'attendance',
  team_policy: 'policy of the team',
  roll_call_terms: 'terms of the roll call',
  launch_scope: 'what the launch allows',
  freeze_window: 'freeze',
  override: 'override',
  schedule: 'schedule',
  guard: 'guard',
  rollout_hold: 'hold',
  api_token: 'token',
  freeze_terms: 'terms of the freeze',
  line_stop: 'stop of the line',
  incident: 'incident',
  check_binding: 'binding of the checks',
  guard_proposal: 'proposal',
  head_key: 'key of the heads of the log',
}

/** What a column of an audited row is called on a page. */
export function fieldWords(column: string): string {
  const words = LABELS[column] ?? asWords(column)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What a row of an audited table is called on a page: "state of the toggle". */
export function entityWords(entity: Entity): string {
  return KINDS[entity]
}
