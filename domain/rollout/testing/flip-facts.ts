import { OFF } from '../../toggle/state.ts'
import { checksFor, type FlipFacts, type PlanFacts } from '../checks.ts'
import { rolloutStanding } from '../rollout-standing.ts'

/** A decision to launch that covers everything. */
export const launched: NonNullable<PlanFacts['decision']> = {
  rollCall: 1,
  decision: 'launch',
  scope: null,
  lapsed: [],
  signOffIds: [],
  at: new Date('2026-12-01T09:00:00Z'),
}

/** A plan that lets everything through. */
export const plan: PlanFacts = {
  id: 'a-plan',
  slug: 'claim-letters',
  title: 'Claim letters',
  primaryContacts: 1,
  backupContacts: 1,
  rollbackWritten: true,
  stagedRollout: { required: true, percentages: [10, 50, 100] },
  decision: launched,
  stages: [],
}

/** A freeze that stands and may be overridden. */
export const holidays = {
  reason: 'Holidays',
  until: '2026-12-27T00:00:00.000Z',
  overrideAllowed: true,
  comesAgain: null,
}

/** A flip to the next stage of that plan, with what differs. */
export const facts = (differs: Partial<FlipFacts> = {}): FlipFacts => ({
  toggle: 'claim_letters',
  environment: 'production',
  before: OFF,
  after: { ...OFF, percentageOfActors: 10 },
  plan,
  freeze: null,
  lineStop: null,
  incidents: [],
  holds: [],
  prerequisites: [],
  rollout: rolloutStanding([], [], new Date(0)),
  offIsDangerous: false,
  staging: null,
  binding: {},
  ...differs,
})

/** The names of the checks that fail. */
export const failing = (differs: Partial<FlipFacts>) =>
  checksFor(facts(differs))
    .filter(({ passed }) => !passed)
    .map(({ check }) => check)
