import type { Prerequisite } from '../plan/read-prerequisites.ts'
import type { CheckResult } from '../refusal.ts'
import type { ToggleState } from '../toggle/state.ts'
import { type Check, seen } from './check.ts'
import { binds, type CheckBinding, type CheckName } from './check-binding.ts'
import { type FreezeFacts, noFreeze } from './checks/freeze.ts'
import { type HoldFacts, noHold } from './checks/hold.ts'
import { type IncidentFacts, noIncident } from './checks/incident.ts'
import {
  type DecisionFacts,
  type LaunchFacts,
  launchDecided,
  signOffsCurrent,
} from './checks/launch.ts'
import { type LineFacts, lineRuns } from './checks/line.ts'
import { type PrerequisiteFacts, prerequisitesHold } from './checks/prerequisites.ts'
import { resultsCheck } from './checks/results-check.ts'
import { soakCheck } from './checks/soak-check.ts'
import type { StageFacts } from './checks/stage-facts.ts'
import { stagedRolloutCheck } from './checks/staged-rollout-check.ts'
import { stagingFirstCheck } from './checks/staging-first-check.ts'
import { type RolloutStanding, stageBefore } from './rollout-standing.ts'
import type { KeyedStage } from './stage-key.ts'
import { shareOfActors } from './staged-rollout.ts'

/** What the checks know of the plan that governs a toggle. */
export interface PlanFacts {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly primaryContacts: number
  readonly backupContacts: number
  readonly rollbackWritten: boolean
  /** The toggles that it wants in a state first. */
  readonly prerequisites?: readonly Prerequisite[]
  readonly stagedRollout: {
    readonly required: boolean | null
    readonly percentages: readonly number[]
  }
  readonly decision: (DecisionFacts & { readonly signOffIds: readonly string[] }) | null
  readonly stages: readonly KeyedStage[]
}

/** The moment of action, as one transaction saw it. */
export interface FlipFacts
  extends LaunchFacts,
    FreezeFacts,
    LineFacts,
    IncidentFacts,
    HoldFacts,
    PrerequisiteFacts {
  readonly toggle: string
  readonly environment: string
  readonly before: ToggleState
  readonly after: ToggleState
  /** Null when no plan names the toggle. */
  readonly plan: PlanFacts | null
  /** Where the rollout of this toggle in this environment is; null when no plan names it. */
  readonly rollout: RolloutStanding | null
  readonly offIsDangerous: boolean
  /** The toggle's state in staging; null where there is no such environment. */
  readonly staging: { readonly name: string; readonly state: ToggleState } | null
  /** Which checks hold a flip in this environment, where that was chosen. */
  readonly binding: CheckBinding
}

type FlipCheck = Check<FlipFacts>

const PROGRAM_MANAGER = 'a program manager'

const planNamesToggle: FlipCheck = ({ toggle, plan }) =>
  plan
    ? seen('plan', true, `The release plan "${plan.title}" names ${toggle}.`, '')
    : seen(
        'plan',
        false,
        `No release plan names ${toggle}.`,
        `${PROGRAM_MANAGER}, by importing one`,
      )

const planIsAnswered: FlipCheck = ({ plan }) => {
  const open =
    plan !== null &&
    plan.stagedRollout.required === null &&
    plan.stagedRollout.percentages.length === 0
  return seen(
    'plan_answered',
    !open,
    open
      ? 'The plan neither answers whether a staged rollout is needed nor lists stages.'
      : 'The plan answers what a rollout needs.',
    `${PROGRAM_MANAGER}, by answering it in the plan`,
  )
}

const contactsExist: FlipCheck = ({ plan }) => {
  const missing = [
    ...((plan?.primaryContacts ?? 0) > 0 ? [] : ['primary']),
    ...((plan?.backupContacts ?? 0) > 0 ? [] : ['backup']),
  ]
  return seen(
    'contacts',
    missing.length === 0,
    missing.length === 0
      ? 'The plan names primary and backup contacts.'
      : `The plan names no ${missing.join(' and no ')} contact.`,
    `${PROGRAM_MANAGER}, by adding them to the plan`,
  )
}

const rollbackWritten: FlipCheck = ({ plan }) =>
  seen(
    'rollback',
    plan?.rollbackWritten === true,
    plan?.rollbackWritten === true
      ? 'The plan says how to roll back.'
      : 'The plan does not say how to roll back.',
    `${PROGRAM_MANAGER} or a tech lead, by writing it into the plan`,
  )

const notPaused: FlipCheck = ({ rollout }) => {
  const paused = rollout?.stages.find(({ state }) => state === 'paused')
  const reason = paused?.runs[0]?.pauseReason ?? 'no reason is kept'
  return seen(
    'paused',
    paused === undefined,
    paused ? `“${paused.stage.label}” is paused: ${reason}` : 'No stage of this rollout is paused.',
    'a tech lead or program manager, by resuming the stage',
  )
}

const PLAN_CHECKS: readonly FlipCheck[] = [
  planIsAnswered,
  launchDecided,
  signOffsCurrent,
  contactsExist,
  rollbackWritten,
  stagedRolloutCheck,
  notPaused,
  (facts) => soakCheck(stageFacts(facts)),
  (facts) => resultsCheck(stageFacts(facts)),
]

/** What guards a widening whatever its plan says. */
const GUARD_CHECKS: readonly FlipCheck[] = [
  stagingFirstCheck,
  prerequisitesHold,
  noIncident,
  noHold,
  noFreeze,
  lineRuns,
]

function stageFacts({ before, after, plan, rollout }: FlipFacts): StageFacts {
  const share = shareOfActors(before)
  return {
    staged: plan?.stagedRollout.required !== false && (rollout?.stages.length ?? 0) > 0,
    rises: shareOfActors(after) > share,
    before: rollout && stageBefore(rollout, share),
  }
}

/**
 * Every check of a flip that widens in a protected environment (product.md, rules 4 and 5), in the
 * order in which people clear them. Page, API, schedule and import all ask this one function.
 */
export function checksFor(facts: FlipFacts): readonly CheckResult[] {
  const ofPlan = facts.plan ? PLAN_CHECKS : [launchDecided]
  return [planNamesToggle, ...ofPlan, ...GUARD_CHECKS].map((check) => {
    const found = check(facts)
    return { ...found, binds: binds(found.check, facts.binding) }
  })
}

/**
 * The failing checks that no override passes over: a stopped line, whose release is already a second
 * person's word, and a freeze whose maker said so.
 */
export function barredFromOverride(facts: FlipFacts): readonly CheckName[] {
  const bars: CheckName[] = []
  if (facts.freeze?.overrideAllowed === false) bars.push('freeze')
  if (facts.lineStop !== null) bars.push('stop_the_line')
  return bars
}
