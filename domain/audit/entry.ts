import type { CheckResult } from '../refusal.ts'
import type { Discipline } from '../roll-call/disciplines.ts'

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
  | 'freeze_window'
  | 'override'
  | 'api_token'

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

interface FlipData {
  /** The state in words, before and after: "off", "10 % of actors". */
  readonly from: string
  readonly to: string
  /** Empty where nothing had to be checked: it narrows, or the environment is not protected. */
  readonly checks: readonly Pick<CheckResult, 'check' | 'passed'>[]
  /** The launch decision and the sign-offs that the flip rests on. */
  readonly rests_on: { readonly roll_call: number; readonly sign_offs: readonly string[] } | null
}

/** What happened, in the past tense with its intent: one closed union. */
export interface FactData {
  'team.created': { readonly slug: string }
  'environment.created': { readonly protected: boolean }
  'person.added': { readonly person: string }
  'person.disabled': { readonly person: string }
  /** The identity provider of the installation moved to another issuer. */
  'person.moved': { readonly person: string }
  'membership.granted': {
    readonly person: string
    readonly role: string
    readonly discipline: Discipline | null
  }
  'membership.revoked': {
    readonly person: string
    readonly role: string
    readonly discipline: Discipline | null
  }
  'session.started': { readonly method: string }
  'session.ended': Record<never, never>
  'token.made': { readonly name: string; readonly kind: string }
  'token.revoked': { readonly name: string; readonly kind: string }
  'toggle.registered': Record<never, never>
  /** Its description or its actor type changed. */
  'toggle.described': Record<never, never>
  'toggle.archived': Record<never, never>
  'toggle.widened': FlipData
  'toggle.narrowed': FlipData
  /** Widens for some and narrows for others. */
  'toggle.reshaped': FlipData
  'toggle.rolled_back': FlipData & { readonly undoes: number }
  'flip.overrode_checks': FlipData
  'override.reviewed': { readonly verdict: string }
  'plan.imported': {
    readonly title: string
    readonly sha256: string
    readonly registered: readonly string[]
  }
  'plan.revised': { readonly revision: number; readonly sha256: string }
  'finding.acknowledged': { readonly finding: string }
  'roll_call.opened': {
    readonly revision: number
    readonly required: readonly Discipline[]
  }
  'sign_off.signed': {
    readonly discipline: Discipline
    readonly verdict: 'go' | 'no_go'
    readonly revision: number
  }
  /** The program manager recorded what a contact said; the contact's name is in texts.given_by. */
  'sign_off.recorded': {
    readonly discipline: Discipline
    readonly verdict: 'go' | 'no_go'
    readonly revision: number
  }
  'prompt.answered': { readonly n: number; readonly answer: 'yes' | 'no' | 'not_applicable' }
  'roll_call.decided': { readonly decision: 'launch' | 'pause' | 'pivot' }
  'freeze.set': {
    readonly starts_at: string
    readonly ends_at: string
    readonly environments: readonly string[]
  }
  'freeze.lifted': Record<never, never>
  /** An attempt that was refused; `tried` is a phrase that follows "tried to". */
  'attempt.refused': {
    readonly tried: string
    readonly refusal: string
    readonly checks: readonly string[]
  }
  'log.exported': { readonly format: string }
}

export type FactType = keyof FactData

/** What was said in free text with an act; kept outside the hashed bytes under a salted digest. */
export type Texts = Partial<Record<'reason' | 'note' | 'given_by' | 'address' | 'detail', string>>

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
