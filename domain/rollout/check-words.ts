import type { CheckName } from './check-binding.ts'

/** What each check asks, as a sentence for who decides whether it binds. */
const ASKS: Readonly<Record<CheckName, string>> = {
  plan: 'A release plan names the toggle.',
  plan_answered: 'The plan answers whether a staged rollout is needed, or lists stages.',
  launch_decision: 'A roll call decided to launch.',
  sign_offs_current: 'No section has changed since its discipline signed.',
  contacts: 'The plan names a primary and a backup contact.',
  rollback: 'The plan says how to roll back.',
  staged_rollout: 'The flip goes no further than the next stage.',
  prerequisites: 'The toggles that the plan requires first are in their state.',
  incident: 'No incident is open on the toggle.',
  guard_hold: 'No guard holds the rollout.',
  paused: 'The stage is not paused.',
  soak: 'The stage before has stood for as long as the plan says.',
  results: 'The results of the stage before are recorded.',
  staging_first: 'Staging saw at least this share before.',
  freeze: 'No freeze stands.',
  stop_the_line: 'The line is not stopped.',
}

/** What a check asks, as a sentence; empty for one without words. */
export function whatItAsks(check: string): string {
  return Object.entries(ASKS).find(([name]) => name === check)?.[1] ?? ''
}
