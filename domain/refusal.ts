import { type Action, whatItDoes, whoMay } from './permissions.ts'
import { REFUSAL_PROBLEMS } from './problems/refusal-problems.ts'

/** One condition of a widening flip, as it was seen at the moment of asking. */
export interface CheckResult {
  readonly check: string
  readonly passed: boolean
  /** A sentence: what the check saw. */
  readonly detail: string
  /** Who can clear it, as a phrase; null when it passed. */
  readonly cleared_by: string | null
  /** Whether it holds the flip; one that does not is advice. */
  readonly binds: boolean
}

/** An expected no. Commands throw it inside Refused; one wrapper turns it into a problem document. */
export type Refusal =
  | { readonly code: 'forbidden'; readonly action: Action }
  | { readonly code: 'not_permitted'; readonly detail: string }
  | { readonly code: 'fresh_sign_in_needed'; readonly action: string }
  | { readonly code: 'not_found'; readonly what: string; readonly key: string }
  | {
      readonly code: 'invalid'
      readonly errors: readonly { readonly path: string; readonly message: string }[]
    }
  | { readonly code: 'already_exists'; readonly what: string; readonly key: string }
  | {
      readonly code: 'version_conflict'
      readonly what: string
      readonly expected: number
      readonly actual: number
    }
  | {
      readonly code: 'revision_conflict'
      readonly what: string
      readonly expected: string
      readonly actual: number
    }
  | { readonly code: 'checks_not_passed'; readonly checks: readonly CheckResult[] }
  | { readonly code: 'launch_not_ready'; readonly missing: readonly string[] }
  | { readonly code: 'no_open_roll_call'; readonly plan: string }
  | { readonly code: 'roll_call_open'; readonly plan: string; readonly number: number }
  | { readonly code: 'roll_call_closed'; readonly number: number }
  | { readonly code: 'nothing_to_roll_back'; readonly toggle: string; readonly environment: string }
  | { readonly code: 'stage_not_ready'; readonly detail: string }
  | { readonly code: 'archived'; readonly what: string; readonly key: string }
  | { readonly code: 'retired'; readonly what: string; readonly key: string }
  | {
      readonly code: 'confirmation_needed'
      readonly what: string
      readonly reasons: readonly string[]
    }
  | {
      readonly code: 'state_changed'
      readonly what: string
      /** States in words. */
      readonly expected: string
      readonly actual: string
    }
  /** Something was to be done as it had been shown, and is otherwise by now. */
  | { readonly code: 'not_as_shown'; readonly detail: string }
  /** A server of others did not answer as it should. */
  | { readonly code: 'server_failed'; readonly detail: string }
  | { readonly code: 'settled'; readonly what: string; readonly how: string }
  | { readonly code: 'idempotency_key_reused' }

/** RFC 9457 members, without the members of our own. */
export interface ProblemSummary {
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** Thrown by a command to roll its transaction back with an expected no. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(summarise(refusal).detail)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Each refusal as a status, a title and a sentence that says what was not done and what to do. */
export function summarise(refusal: Refusal): ProblemSummary {
  const { status, title } = REFUSAL_PROBLEMS[refusal.code]
  return { status, title, detail: detailOf(refusal) }
}

function detailOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'forbidden':
      return `You may not ${whatItDoes(refusal.action)}. Ask ${whoMay(refusal.action)}.`
    case 'not_permitted':
      return refusal.detail
    case 'fresh_sign_in_needed':
      return `To ${refusal.action} you must have signed in within the last 15 minutes. Sign in again and repeat it.`
    case 'not_found':
      return `There is no ${refusal.what} "${refusal.key}".`
    case 'invalid':
      return refusal.errors.map(({ path, message }) => `${path}: ${message}`).join(' ')
    case 'already_exists':
      return `A ${refusal.what} "${refusal.key}" exists already, and a ${refusal.what}'s name is never used twice.`
    case 'version_conflict':
      return `${refusal.what} is at version ${refusal.actual}, not ${refusal.expected}: somebody changed it meanwhile. Nothing was changed. Look at it again and repeat your change.`
    case 'revision_conflict':
      return `${refusal.what} is at revision ${refusal.actual}, and If-Match says ${refusal.expected}. Nothing was changed. Read the newest revision and repeat your change.`
    case 'checks_not_passed':
      return `Nothing was changed: ${refusal.checks
        .filter(({ passed, binds }) => binds && !passed)
        .map((check) => check.detail)
        .join(' ')}`
    case 'launch_not_ready':
      return `The decision was not recorded: ${refusal.missing.join(' ')}`
    case 'no_open_roll_call':
      return `No roll call is open for "${refusal.plan}". A program manager can open one.`
    case 'roll_call_open':
      return `Roll call ${refusal.number} of "${refusal.plan}" is still open. Decide it before opening another.`
    case 'roll_call_closed':
      return `Roll call ${refusal.number} is decided and takes no more answers. Open another round.`
    case 'nothing_to_roll_back':
      return `"${refusal.toggle}" has not been flipped in ${refusal.environment}, so there is no state before to restore.`
    case 'stage_not_ready':
      return refusal.detail
    case 'archived':
      return `The ${refusal.what} "${refusal.key}" is archived and no longer changes.`
    case 'retired':
      return `The ${refusal.what} "${refusal.key}" was archived, and its key is never used again: code that still asks for it would wake up. Choose another key.`
    case 'confirmation_needed':
      return `${refusal.what} was not done. ${refusal.reasons.join(' ')} Repeat it with "confirmed" if that is meant.`
    case 'state_changed':
      return `${refusal.what} is at ${refusal.actual} and was to be at ${refusal.expected}: somebody changed it meanwhile. Nothing was changed.`
    case 'not_as_shown':
    case 'server_failed':
      return refusal.detail
    case 'settled':
      return `The ${refusal.what} was ${refusal.how} already. Nothing was changed.`
    case 'idempotency_key_reused':
      return 'This Idempotency-Key was used for a different request. Nothing was changed. Use a new key.'
  }
}
