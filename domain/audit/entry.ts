import type { AskingFacts } from './facts/asking-facts.ts'
import type { ConnectedFacts } from './facts/connected-facts.ts'
import type { GuardFacts } from './facts/guard-facts.ts'
import type { GuardingFacts } from './facts/guarding-facts.ts'
import type { LogFacts } from './facts/log-facts.ts'
import type { MeetingFacts } from './facts/meeting-facts.ts'
import type { PeopleFacts } from './facts/people-facts.ts'
import type { PlanFacts } from './facts/plan-facts.ts'
import type { RollCallFacts } from './facts/roll-call-facts.ts'
import type { RolloutFacts } from './facts/rollout-facts.ts'
import type { ScheduleFacts } from './facts/schedule-facts.ts'
import type { StageFacts } from './facts/stage-facts.ts'
import type { ToggleFacts } from './facts/toggle-facts.ts'
import type { WebhookFacts } from './facts/webhook-facts.ts'

/** The audited tables; their audited columns stand in audit.entity. */
export type Entity =
  | 'team'
  | 'person'
  | 'membership'
  | 'environment'
  | 'toggle'
  | 'toggle_state'
  | 'plan'
  | 'plan_revision'
  | 'finding_acknowledgement'
  | 'roll_call'
  | 'roll_call_prompt'
  | 'sign_off'
  | 'saved_view'
  | 'attendance'
  | 'team_policy'
  | 'roll_call_terms'
  | 'launch_scope'
  | 'roll_call_due'
  | 'sign_off_request'
  | 'delegation'
  | 'sign_off_by_delegation'
  | 'freeze_window'
  | 'override'
  | 'api_token'
  | 'freeze_terms'
  | 'line_stop'
  | 'incident'
  | 'check_binding'
  | 'guard_proposal'
  | 'head_key'
  | 'schedule'
  | 'guard'
  | 'rollout_hold'
  | 'log_review'
  | 'stage_run'
  | 'stage_waiver'
  | 'check_in'
  | 'webhook'
  | 'sign_in_policy'
  | 'group_rule'
  | 'flipper_connection'

/** The audited columns of one row as JSON, as audit.image() in the database makes it. */
export type Image = Record<string, unknown>

export interface EntryChange {
  readonly entity: Entity
  readonly id: string
  readonly version: number
  /** Null when the row is new. */
  readonly before: Image | null
  readonly after: Image
}

/** What an entry is about; keys and slugs, so that it can be read without the database. */
export interface Target {
  readonly toggle?: string
  readonly environment?: string
  readonly plan?: string
  /** The number of the roll call in its plan. */
  readonly roll_call?: number
}

/** What happened, in the past tense with its intent: one closed union. */
export type FactData = ToggleFacts &
  ScheduleFacts &
  GuardFacts &
  PlanFacts &
  RollCallFacts &
  MeetingFacts &
  AskingFacts &
  RolloutFacts &
  GuardingFacts &
  StageFacts &
  PeopleFacts &
  WebhookFacts &
  ConnectedFacts &
  LogFacts

export type FactType = keyof FactData

/** What was said in free text with an act; kept outside the hashed bytes under a salted digest. */
export type Texts = Partial<
  Record<
    'reason' | 'note' | 'link' | 'given_by' | 'address' | 'detail' | 'purpose' | 'would_change',
    string
  >
>

/** A fact as a command names it. */
export type Fact = {
  [T in FactType]: {
    readonly type: T
    readonly target: Target
    readonly data: FactData[T]
    readonly texts?: Texts
  }
}[FactType]

/** Who acted, in the hashed bytes: no names, no addresses. */
export interface EntryActor {
  readonly kind: 'person' | 'service' | 'system'
  readonly id: string
  readonly roles: readonly string[]
  readonly token: string | null
  readonly authenticated_at: string | null
}

/** The hashed payload of an entry: canonical JSON (RFC 8785) of exactly this. */
export type EntryPayload = {
  readonly v: 1
  readonly id: string
  readonly request_id: string
  readonly via: string
  readonly outcome: 'allowed' | 'denied'
  readonly actor: EntryActor
  readonly changes: readonly EntryChange[]
  /** SHA-256 (hex) of salt ‖ text for each text kept beside the entry. */
  readonly texts: Readonly<Record<string, string>>
} & {
  [T in FactType]: {
    readonly type: T
    readonly target: Target
    readonly data: FactData[T]
  }
}[FactType]
